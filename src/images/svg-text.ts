// Words in pictures: made harmless, measured, and set in lines that fit.
import { type Weight } from './theme.ts'

/** The width of a text of one line. */
export type Measure = (text: string, size: number, weight: Weight) => number

export interface Run {
  text: string
  weight: Weight
}

/** A word with the place where it starts in its line. */
interface PlacedWord extends Run {
  x: number
}

export type SvgLine = PlacedWord[]

/** What neither XML nor the font knows is left out: control characters, half characters, emoji and flags. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Cf}\uFE0F\uFFFD]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Sets runs of words in lines no wider than `width`; a word that is wider than a line is broken. */
export function wrap(runs: readonly Run[], width: number, size: number, measure: Measure): SvgLine[] {
  const lines: SvgLine[] = []
  let x = Infinity
  for (const { text, weight } of runs) {
    const space = measure(' ', size, weight)
    for (const word of cleanText(text)
      // No line begins with a separator.
      .replaceAll(' · ', '\u00A0· ')
      .split(' ')
      .filter(Boolean)
      .flatMap((long) => broken(long, weight))) {
      const wide = measure(word, size, weight)
      const start = x + space
      if (start + wide > width) lines.push([])
      const at = start + wide > width ? 0 : start
      lines.at(-1)?.push({ text: word, weight, x: at })
      x = at + wide
    }
  }
  return lines

  function broken(word: string, weight: Weight): string[] {
    if (measure(word, size, weight) <= width) return [word]
    const characters = Array.from(word)
    let most = characters.length
    while (most > 1 && measure(characters.slice(0, most).join(''), size, weight) > width)
      most = Math.floor(most / 2)
    return [characters.slice(0, most).join(''), ...broken(characters.slice(most).join(''), weight)]
  }
}

/** As many lines as there is room for; the last is cut at a word and marked "…". */
export function cutLines(
  lines: SvgLine[],
  most: number,
  width: number,
  size: number,
  measure: Measure,
): SvgLine[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = [...(kept.pop() ?? [])]
  const end = () => {
    const word = last.at(-1)
    return word ? word.x + measure(`${word.text}…`, size, word.weight) : 0
  }
  while (last.length > 1 && end() > width) last.pop()
  return [...kept, last.map((word, index) => (index < last.length - 1 ? word : marked(word)))]

  function marked(word: PlacedWord): PlacedWord {
    const characters = Array.from(word.text)
    while (characters.length > 1 && word.x + measure(`${characters.join('')}…`, size, word.weight) > width)
      characters.pop()
    return { ...word, text: `${characters.join('').replace(/[,;:]$/, '')}…` }
  }
}

export interface TextStyle {
  size: number
  color: string
}

/** A line as SVG, its baseline at `y`; words of one weight that follow each other are one text. */
export function lineSvg(line: SvgLine, x: number, y: number, { size, color }: TextStyle): string {
  const runs: PlacedWord[] = []
  for (const word of line) {
    const last = runs.at(-1)
    if (last?.weight === word.weight) last.text += ` ${word.text}`
    else runs.push({ ...word })
  }
  return runs
    .map(
      (run) =>
        `<text x="${round(x + run.x)}" y="${round(y)}" font-size="${size}" font-weight="${run.weight}" fill="${color}">${escapeXml(run.text)}</text>`,
    )
    .join('')
}

export function round(number: number): number {
  return Math.round(number * 10) / 10
}
