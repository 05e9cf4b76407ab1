// Emoji, flags with the name of their country: a screen reader would spell a flag as two letters, or skip it.
import { html, type TemplateResult } from 'lit'

const names = new Intl.DisplayNames('en', { type: 'region' })
const regionalA = 0x1f1e6

/** An emoji as text, or a flag with its name. */
export function emojiView(emoji: string): TemplateResult | string {
  const name = flagName(emoji)
  return name === undefined
    ? emoji
    : html`<span role="img" aria-label=${`Flag: ${name}`} title=${`Flag: ${name}`}>${emoji}</span>`
}

function flagName(emoji: string): string | undefined {
  if (!/^\p{Regional_Indicator}{2}$/u.test(emoji)) return undefined
  const letters = Array.from(emoji, (symbol) =>
    String.fromCharCode((symbol.codePointAt(0) ?? 0) - regionalA + 65),
  )
  return names.of(letters.join(''))
}
