// The text of images: escaped, measured, and wrapped into lines.
import { type Weight } from './theme.ts'

/** The width of a single line of text, in pixels. */
export type Measure = (text: string, size: number, weight: Weight) => number

export interface Run {
  text: string
  weight: Weight
}

/** A word with its x position in the line. */
interface PlacedWord extends Run {
  x: number
}

export type SvgLine = PlacedWord[]

/** Removes what XML or the font do not support: control characters, lone surrogates, emoji and flags. */
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

/** Wraps runs of text into lines no wider than `width`; longer words are split. */
export function wrap(runs: readonly Run[], width: number, size: number, measure: Measure): SvgLine[] {
  const lines: SvgLine[] = []
  let x = Infinity
  for (const { text, weight } of runs) {
    const space = measure(' ', size, weight)
    for (const word of cleanText(text)
      // Keeps separators from beginning a line.
      .replaceAll(' · ', '\u00A0· ')
      .split(' ')
      .filter(Boolean)
      .flatMap((part) => splitLongWord(part, weight))) {
      const wordWidth = measure(word, size, weight)
      const start = x + space
      if (start + wordWidth > width) lines.push([])
      const at = start + wordWidth > width ? 0 : start
      lines.at(-1)?.push({ text: word, weight, x: at })
      x = at + wordWidth
    }
  }
  return lines

  function splitLongWord(word: string, weight: Weight): string[] {
    if (measure(word, size, weight) <= width) return [word]
    const characters = Array.from(word)
    let length = characters.length
    while (length > 1 && measure(characters.slice(0, length).join(''), size, weight) > width)
      length = Math.floor(length / 2)
    return [characters.slice(0, length).join(''), ...splitLongWord(characters.slice(length).join(''), weight)]
  }
}

export function lineWidth(line: SvgLine, size: number, measure: Measure): number {
  const last = line.at(-1)
  return last ? last.x + measure(last.text, size, last.weight) : 0
}

/** At most `maxLines` lines; the last one is truncated at a word and ends in "…". */
export function truncateLines(
  lines: SvgLine[],
  maxLines: number,
  width: number,
  size: number,
  measure: Measure,
): SvgLine[] {
  if (lines.length <= maxLines) return lines
  const remaining = lines.slice(0, maxLines)
  const last = [...(remaining.pop() ?? [])]
  const end = () => {
    const word = last.at(-1)
    return word ? word.x + measure(`${word.text}…`, size, word.weight) : 0
  }
  while (last.length > 1 && end() > width) last.pop()
  return [...remaining, last.map((word, index) => (index < last.length - 1 ? word : withEllipsis(word)))]

  function withEllipsis(word: PlacedWord): PlacedWord {
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

/** A line as SVG with its baseline at `y`; consecutive words of one weight are one text element. */
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
