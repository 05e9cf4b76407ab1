// A round avatar for each user and for the bot: initials on a color of their own.
import { html, type TemplateResult } from 'lit'

/** Hidden from screen readers: the name is beside it. */
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
