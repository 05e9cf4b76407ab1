// Hashes of the articles' passages, so that statements can be checked against the articles without their text.
import { createHash } from 'node:crypto'
import { tokenize } from '../model/normalize-text.ts'

/** How many consecutive words of an article a statement may not repeat. */
export const passageWords = 8

const hashBytes = 5

function hashAt(words: readonly string[], start: number): string {
  const passage = words.slice(start, start + passageWords).join(' ')
  return createHash('sha256').update(passage).digest().subarray(0, hashBytes).toString('base64')
}

function hashesOf(words: readonly string[]): string[] {
  const count = Math.max(0, words.length - passageWords + 1)
  return Array.from({ length: count }, (_, start) => hashAt(words, start))
}

/** The hashes of all passages of a text, as one base64 string. */
export function hashPassages(text: string): string {
  const hashes = new Set(hashesOf(tokenize(text).map(({ normalized }) => normalized)))
  return Buffer.concat([...hashes].map((hash) => Buffer.from(hash, 'base64'))).toString('base64')
}

/** The set of hashes in the result of `hashPassages`. */
export function parsePassages(base64: string): Set<string> {
  const bytes = Buffer.from(base64, 'base64')
  const hashes = new Set<string>()
  for (let start = 0; start < bytes.length; start += hashBytes) {
    hashes.add(bytes.subarray(start, start + hashBytes).toString('base64'))
  }
  return hashes
}

/** The longest runs of at least eight consecutive words that a statement shares with an article. */
export function sharedRuns(words: readonly string[], passages: ReadonlySet<string>): string[][] {
  const runs: [start: number, end: number][] = []
  hashesOf(words).forEach((hash, start) => {
    if (!passages.has(hash)) return
    const last = runs.at(-1)
    if (last && start <= last[1] - passageWords + 1) last[1] = start + passageWords
    else runs.push([start, start + passageWords])
  })
  return runs.map(([start, end]) => words.slice(start, end))
}
