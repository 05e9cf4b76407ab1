// What a picture shows, in words, for people who do not see it: made of the same data as the drawing.
import { bordersNote } from './map-svg.ts'
import type { ImageSpec } from './image-spec.ts'
import { cleanText } from './svg-text.ts'

/** The most that Discord takes as the description of a file. */
const most = 1024

export function altText(picture: ImageSpec): string {
  const shown =
    picture.type === 'map'
      ? picture.groups.map(
          ({ label, countries }) => `${label}: ${countries.map(({ name }) => name).join(', ')}`,
        )
      : picture.events.map(({ when, label }) => `${when}: ${label}`)
  const what = picture.type === 'map' ? 'Map' : 'Chart'
  const must = [`${what}: ${picture.title}`, ...shown].map(sentence).join(' ')
  // A source is told whole or not at all; it stands on the card as well.
  const may = [...picture.lines, ...(picture.type === 'map' ? [bordersNote] : []), ...picture.sources]
  return may
    .map(sentence)
    .reduce((text, one) => (text.length + 1 + one.length > most ? text : `${text} ${one}`), cut(must))
}

function sentence(text: string): string {
  const clean = cleanText(text)
  return /[.!?…]$/.test(clean) ? clean : `${clean}.`
}

function cut(text: string): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), most / 2)).toWellFormed()}…`
}
