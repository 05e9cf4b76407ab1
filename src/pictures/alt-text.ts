// What a picture shows, in words, for people who do not see it: made of the same data as the drawing.
import { bordersNote } from './map.ts'
import type { Picture } from './picture.ts'
import { cleanText } from './words.ts'

/** The most that Discord takes as the description of a file. */
const most = 1024

export function altText(picture: Picture): string {
  const ends = [...picture.lines, ...picture.sources, ...(picture.type === 'map' ? [bordersNote] : [])]
  const end = ends.map(sentence).join(' ')
  const shown =
    picture.type === 'map'
      ? picture.groups.map(
          ({ label, countries }) => `${label}: ${countries.map(({ name }) => name).join(', ')}`,
        )
      : picture.events.map(({ when, label }) => `${when}: ${label}`)
  const what = picture.type === 'map' ? 'Map' : 'Timeline'
  const start = `${what}: ${sentence(picture.title)} ${shown.map(sentence).join(' ')}`
  // What is left unsaid and the sources are told whole as long as they leave room for half of what is shown.
  const room = Math.max(most / 2, most - end.length - 1)
  return cut(`${cut(start, room)} ${end}`, most)
}

function sentence(text: string): string {
  const clean = cleanText(text)
  return /[.!?…]$/.test(clean) ? clean : `${clean}.`
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const kept = text.slice(0, length - 1)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), length / 2)).toWellFormed()}…`
}
