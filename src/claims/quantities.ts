// A number in a claim, with a word such as "over" before it.
import type { Bound } from './claim.ts'

const bounds: readonly [string, Bound][] = [
  ['about|around|roughly|approximately|some|nearly|almost|close to|circa|give or take', 'about'],
  ['over|more than|above|upwards of|north of', 'over'],
  ['at least|no fewer than|no less than', 'least'],
  ['under|less than|fewer than|below', 'under'],
  ['at most|up to|no more than', 'most'],
  ['exactly|precisely|only|just', 'exactly'],
]

export const boundWords = bounds.map(([words]) => words).join('|')

/** Undefined for a number that is none. */
export function quantityOf(
  groups: Record<string, string | undefined>,
): { bound: Bound; number: number | undefined } | undefined {
  const word = groups['Q']
  const bound =
    word === undefined ? '' : (bounds.find(([words]) => words.split('|').includes(word))?.[1] ?? '')
  const written = groups['N']
  if (written === undefined) return { bound, number: undefined }
  const number = /^(?:one|once|single|1 )/.test(written)
    ? 1
    : written === 'twice'
      ? 2
      : written === 'no' || written === 'zero'
        ? 0
        : Number(written.replace(/ times?$/, '').replace('p', '.'))
  return Number.isFinite(number) ? { bound, number } : undefined
}
