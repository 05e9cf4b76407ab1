// The alt text of an image, generated from the same data.
import type { Bar, CountryGroup, ImageSpec } from './image-spec.ts'
import { cleanText } from './svg-text.ts'

/** On every map. */
export const bordersNote = 'Simplified borders, no endorsement.'

/** Discord's limit on the description of an attachment. */
const maxLength = 1024

export function altText(spec: ImageSpec): string {
  const { entries, lines } = contentOf(spec)
  const required = entries.map(sentence).join(' ')
  // A line is included whole or not at all.
  return lines
    .map(sentence)
    .reduce(
      (text, line) => (text.length + 1 + line.length > maxLength ? text : `${text} ${line}`),
      truncate(required),
    )
}

/** What must be said, in this order, and what may follow it if there is room. */
function contentOf(spec: ImageSpec): { entries: string[]; lines: string[] } {
  switch (spec.type) {
    case 'map':
      return { entries: [`Map: ${spec.title}`, ...spec.groups.map(groupText)], lines: [bordersNote] }
    case 'timeline': {
      const events = spec.events.map(({ when, label }) => `${when}: ${label}`)
      return { entries: [`Chart: ${spec.title}`, ...events], lines: spec.lines }
    }
    case 'bars': {
      const lines = spec.mark ? [`Line: ${spec.mark.label}`] : []
      return { entries: [`Chart: ${spec.title} (${spec.unit})`, ...spec.bars.map(barText)], lines }
    }
  }
}

function barText({ label, text, isEstimate }: Bar): string {
  return `${label}: ${text}${isEstimate ? ' (estimate)' : ''}`
}

/** "Members: Norway, Sweden"; a group that is called like its only country needs no list. */
function groupText({ label, countries }: CountryGroup): string {
  const names = countries.map(({ name }) => name).join(', ')
  return names === label ? names : `${label}: ${names}`
}

function sentence(text: string): string {
  const clean = cleanText(text)
  return /[.!?…]$/.test(clean) ? clean : `${clean}.`
}

function truncate(text: string): string {
  if (text.length <= maxLength) return text
  const start = text.slice(0, maxLength - 1)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), maxLength / 2)).toWellFormed()}…`
}
