// Dates in texts, which have the month first, in the order that a server prefers.
import { monthNames } from '../../data/model/dates.ts'
import type { FormatDates } from '../../core/card.ts'
import type { ImageSpec } from '../../images/image-spec.ts'

/** "Aug 5, 2020", "Oct. 9, 2020", "March 4–15, 2024": only with a year, since "September 11" may be a name. */
const monthFirst = new RegExp(
  String.raw`\b((?:${monthNames.join('|')})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(\s)(\d{1,2}(?:(?:\s?[–-]\s?|\sto\s|\sand\s)\d{1,2})?),(\s)(\d{4})\b`,
  'g',
)

/** Leaves dates as they are. */
export const monthFirstDates: FormatDates = (text) => text

/** "5 Aug 2020" for "Aug 5, 2020". */
export const dayFirstDates: FormatDates = (text) => text.replace(monthFirst, '$3$2$1$4$5')

/** The same image with the dates of its texts in that order. */
export function formatImageDates(spec: ImageSpec, formatDates: FormatDates): ImageSpec {
  // The cache finds an unchanged object faster.
  if (formatDates === monthFirstDates) return spec
  const title = formatDates(spec.title)
  switch (spec.type) {
    case 'map': {
      const groups = spec.groups.map((group) => ({ ...group, label: formatDates(group.label) }))
      return { ...spec, title, groups }
    }
    case 'timeline': {
      const events = spec.events.map(({ date, when, label }) => ({
        date,
        when: formatDates(when),
        label: formatDates(label),
      }))
      return { ...spec, title, events, lines: spec.lines.map(formatDates) }
    }
    case 'bars': {
      const bars = spec.bars.map((bar) => ({
        ...bar,
        label: formatDates(bar.label),
        text: formatDates(bar.text),
      }))
      const { mark } = spec
      return { ...spec, title, bars, ...(mark && { mark: { ...mark, label: formatDates(mark.label) } }) }
    }
  }
}
