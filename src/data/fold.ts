// Typed text and names, folded so that case, accents and punctuation make no difference.

/** "N.A.T.O.’s" → "natos", "U.S.-Japan Alliance" → "us japan alliance", "Türkiye" → "turkiye". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘"“”]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A word as it was written and as it folds, without a possessive ending. */
export interface Word {
  written: string
  folded: string
}

/** The words of a text in order; what stands between hyphens and slashes is a word of its own, an address is one word. */
export function wordsOf(text: string): Word[] {
  return text
    .split(/\s+/)
    .flatMap((word) => (/^https?:/.test(word) ? [word] : word.split(/[-–—/]+/)))
    .map((written) => ({ written, folded: fold(written.replace(/['’]s(?=\P{L}*$)/u, '')) }))
    .filter((word) => word.folded !== '')
}

/** The words of a text as they are searched for: "U.S.-Japan’s 20,000" → "us", "japan", "20", "000". */
export function searchWords(text: string): string[] {
  return wordsOf(text).flatMap(({ folded }) => folded.split(' '))
}
