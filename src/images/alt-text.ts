// The alt text of an image, generated from the same data.
import { bordersNote } from './map-svg.ts'
import type { CountryGroup, ImageSpec } from './image-spec.ts'
import { cleanText } from './svg-text.ts'

/** Discord's limit on the description of an attachment. */
const maxLength = 1024

export function altText(spec: ImageSpec): string {
  const entries =
    spec.type === 'map'
      ? spec.groups.map(groupText)
      : spec.events.map(({ when, label }) => `${when}: ${label}`)
  const kind = spec.type === 'map' ? 'Map' : 'Chart'
  const required = [`${kind}: ${spec.title}`, ...entries].map(sentence).join(' ')
  // A line is included whole or not at all.
  const optional = spec.type === 'map' ? [bordersNote] : spec.lines
  return optional
    .map(sentence)
    .reduce(
      (text, line) => (text.length + 1 + line.length > maxLength ? text : `${text} ${line}`),
      truncate(required),
    )
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
