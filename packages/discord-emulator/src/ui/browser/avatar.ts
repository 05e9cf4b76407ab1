// A round picture for each person and for the bot: initials on a colour of their own.
import { html, type TemplateResult } from 'lit'

/** Decoration: the name stands beside it. */
export function avatar(name: string, isApp: boolean): TemplateResult {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
  let sum = 0
  for (const letter of name) sum += letter.codePointAt(0) ?? 0
  return html`<span class=${isApp ? 'avatar app' : `avatar hue${sum % 6}`} aria-hidden="true"
    >${initials}</span
  >`
}
