// A spoiler: hidden from sight and from screen readers until it is clicked.
import { html, type TemplateResult } from 'lit'

/** Hidden text, or a hidden block; once revealed, it stays so as long as the message is on the page. */
export function spoiler(content: unknown, kind: 'text' | 'block' = 'text'): TemplateResult {
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
    class=${kind === 'block' ? 'spoiler block' : 'spoiler'}
    role="button"
    tabindex="0"
    aria-label="Spoiler: click to reveal"
    @click=${reveal}
    @keydown=${onKey}
    ><span inert>${content}</span></span
  >`
}
