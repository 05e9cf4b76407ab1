// A round picture for each person and for the bot: initials on a colour of their own.
import { html, type TemplateResult } from 'lit'

/** Decoration: the name stands beside it. */
export function avatar(name: string, isApp: boolean): TemplateResult {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
  const hue = (name.codePointAt(name.length - 1) ?? 0) % 6
  return html`<span class=${isApp ? 'avatar app' : `avatar hue${hue}`} aria-hidden="true">${initials}</span>`
}
