// Hashes of the articles' passages, so that statements can be checked against the articles without their text.
import { hash } from 'node:crypto'
import { tokenize } from '../model/normalize-text.ts'

/** How many consecutive words of an article a statement may not repeat. */
export const passageWords = 8

const hashBytes = 5

function hashAt(words: readonly string[], start: number): string {
  const passage = words.slice(start, start + passageWords).join(' ')
  return hash('sha256', passage).slice(0, 2 * hashBytes)
}

/** The hashes, in hexadecimal, of all passages of a text, in order. */
export function hashesOf(words: readonly string[]): string[] {
  const count = Math.max(0, words.length - passageWords + 1)
  return Array.from({ length: count }, (_, start) => hashAt(words, start))
}

/** The hashes of all passages of a text, as one base64 string. */
export function hashPassages(text: string): string {
  const hashes = new Set(hashesOf(tokenize(text).map(({ normalized }) => normalized)))
  return Buffer.concat([...hashes].map((passage) => Buffer.from(passage, 'hex'))).toString('base64')
}

/** The set of hashes in the result of `hashPassages`. */
export function parsePassages(base64: string): Set<string> {
  const bytes = Buffer.from(base64, 'base64')
  const hashes = new Set<string>()
  for (let start = 0; start < bytes.length; start += hashBytes) {
    hashes.add(bytes.toString('hex', start, start + hashBytes))
  }
  return hashes
}

/** The longest runs of at least eight consecutive words that a statement, with its hashes, shares with an article. */
export function sharedRuns(
  words: readonly string[],
  hashes: readonly string[],
  passages: ReadonlySet<string>,
): string[][] {
  const runs: [start: number, end: number][] = []
  hashes.forEach((passage, start) => {
    if (!passages.has(passage)) return
    const last = runs.at(-1)
    if (last && start <= last[1] - passageWords + 1) last[1] = start + passageWords
    else runs.push([start, start + passageWords])
  })
  return runs.map(([start, end]) => words.slice(start, end))
}
