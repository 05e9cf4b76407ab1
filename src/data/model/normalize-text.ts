// Typed text and names, normalized and normalized so that case, accents, punctuation and invisible characters make no difference.

/** Marks that fonts and our own footnotes set above a word; decomposed, they would become letters and digits of it. */
const raised = /[²³¹⁰-ⁿ℠™]/gu

/** The flag of a part of a country: a black flag, then its code of ISO 3166-2 in tag characters, "gbsct" for Scotland. */
const subdivisionFlag = /\u{1F3F4}([\u{E0030}-\u{E007A}]+)\u{E007F}/gu

/**
 * Text with its characters in their plain forms: full-width and styled letters, digits of every script as 0 to 9, and
 * nothing invisible, such as zero-width spaces, variation selectors and bidirectional controls. The flag of a part of a
 * country becomes that of the country.
 */
export function normalizeCharacters(text: string): string {
  return text
    .replace(subdivisionFlag, (_, tags: string) => flagOf(withoutTags(tags)))
    .replace(raised, ' ')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, plainDigit)
}

/** A tag character stands for the ASCII character at the same place of its block. */
function withoutTags(tags: string): string {
  return Array.from(tags, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('')
}

/** The ten digits of a script stand in a row, and where another row follows, that begins with zero as well. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** The flag of a country by the first two letters of its code: "JP" → 🇯🇵, "gbsct" → 🇬🇧. */
export function flagOf(code: string): string {
  const letters = code.slice(0, 2).toUpperCase()
  return letters.replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)))
}

/** Where Latin letters touch those of another script, as particles do in Korean and Japanese: "NATO|와". */
const betweenScripts =
  /(?<=\p{Script=Latin})(?=[\p{L}--[\p{Script=Latin}\p{Script=Common}]])|(?<=[\p{L}--[\p{Script=Latin}\p{Script=Common}]])(?=\p{Script=Latin})/gv

/** "N.A.T.O.’s" → "natos", "U.S.-Japan Alliance" → "us japan alliance", "Türkiye" → "turkiye", "🇺🇸🇯🇵" → "🇺🇸 🇯🇵". */
export function normalizeText(text: string): string {
  return (
    normalizeCharacters(text)
      .replace(/:flag_([a-z]{2}):/gi, (_, code: string) => flagOf(code))
      .normalize('NFKD')
      .replace(/[\p{M}.'’‘ʻʼ"“”]/gu, '')
      // What is no accent belongs together: Korean syllables.
      .normalize('NFC')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/\p{Regional_Indicator}{2}/gu, ' $& ')
      .replace(betweenScripts, ' ')
      .replace(/[^\p{L}\p{N}\p{Regional_Indicator}]+/gu, ' ')
      .trim()
  )
}

/** A word as it was written and as it folds, without a possessive ending. */
export interface Word {
  written: string
  normalized: string
}

/** The words of a text in order; what stands between hyphens and slashes is a word of its own, an address is one word. */
export function tokenize(text: string): Word[] {
  return text
    .split(/\s+/)
    .flatMap((word) => (/^https?:/.test(word) ? [word] : word.split(/[\p{Pd}/]+/u)))
    .map((written) => ({ written, normalized: normalizeText(written.replace(/['’]s(?=\P{L}*$)/u, '')) }))
    .filter((word) => word.normalized !== '')
}

/** The words of a text as they are searched for: "U.S.-Japan’s 20,000" → "us", "japan", "20", "000". */
export function searchTokens(text: string): string[] {
  return tokenize(text).flatMap(({ normalized }) => normalized.split(' '))
}
