// Times as Discord writes them, in the reader's own language and time zone.
import { html, type TemplateResult } from 'lit'

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

const units: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** `<t:seconds:format>` of Discord's Markdown. */
export function timestamp(seconds: number, format: string): TemplateResult {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return html`<span>Invalid date</span>`
  const long = date.toLocaleString(undefined, styles['F'])
  const shown =
    format === 'R' ? relative(date) : date.toLocaleString(undefined, styles[format] ?? styles['f'])
  return html`<time class="timestamp" datetime=${date.toISOString()} title=${long}>${shown}</time>`
}

/** When a message was sent: "Today at 3:14 PM". */
export function messageTime(iso: string): TemplateResult {
  const date = new Date(iso)
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000)
  const time = date.toLocaleTimeString(undefined, { timeStyle: 'short' })
  const day = days === 0 ? 'Today at ' : days === 1 ? 'Yesterday at ' : `${date.toLocaleDateString()} `
  return html`<time class="time" datetime=${iso} title=${date.toLocaleString(undefined, styles['F'])}
    >${day}${time}</time
  >`
}

function midnight(date: Date): number {
  return new Date(date).setHours(0, 0, 0, 0)
}

function relative(date: Date): string {
  const seconds = (date.getTime() - Date.now()) / 1000
  const [unit, length] = units.find(([, one]) => Math.abs(seconds) >= one) ?? (['second', 1] as const)
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.round(seconds / length),
    unit,
  )
}
