// A spoiler: hidden from eye and ear until it is pressed.
import { html, type TemplateResult } from 'lit'

/** The hidden text; whoever presses it sees it for as long as the message is shown. */
export function spoiler(shown: unknown): TemplateResult {
  const reveal = ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLElement
    button.classList.add('revealed')
    button.removeAttribute('role')
    button.removeAttribute('tabindex')
    button.removeAttribute('aria-label')
    button.firstElementChild?.removeAttribute('inert')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    reveal(event)
  }
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler: press to show"
    @click=${reveal}
    @keydown=${onKey}
    ><span inert>${shown}</span></span
  >`
}
