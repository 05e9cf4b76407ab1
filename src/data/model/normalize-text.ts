// Normalizes names and user input so that case, accents, punctuation and invisible characters make no difference.

/** Superscripts, such as our own footnote marks; decomposed, they would become letters and digits of the word. */
const superscripts = /[²³¹⁰-ⁿ℠™]/gu

/** The flag of a part of a country: a black flag, then its ISO 3166-2 code in tag characters, "gbsct" for Scotland. */
const subdivisionFlag = /\u{1F3F4}([\u{E0030}-\u{E007A}]+)\u{E007F}/gu

/**
 * Characters in their plain forms: no full-width or styled letters, digits of every script as 0 to 9, and nothing
 * invisible, such as zero-width spaces, variation selectors and bidirectional controls. The flag of a part of a country
 * becomes the flag of the country.
 */
export function normalizeCharacters(text: string): string {
  return text
    .replace(subdivisionFlag, (_, tags: string) => flagOf(withoutTags(tags)))
    .replace(superscripts, ' ')
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\P{Nd}0-9]/gu, plainDigit)
}

/** A tag character stands for the ASCII character at the same position in its block. */
function withoutTags(tags: string): string {
  return Array.from(tags, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('')
}

/** The ten digits of a script are contiguous and start with zero, even where another script's digits follow. */
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

/** Where Latin letters touch letters of another script, as with Korean and Japanese particles: "NATO|와". */
const betweenScripts =
  /(?<=\p{Script=Latin})(?=[\p{L}--[\p{Script=Latin}\p{Script=Common}]])|(?<=[\p{L}--[\p{Script=Latin}\p{Script=Common}]])(?=\p{Script=Latin})/gv

/** "N.A.T.O.’s" → "natos", "U.S.-Japan Alliance" → "us japan alliance", "Türkiye" → "turkiye", "🇺🇸🇯🇵" → "🇺🇸 🇯🇵". */
export function normalizeText(text: string): string {
  // Most words are plain already.
  if (/^[a-z0-9]*$/i.test(text)) return text.toLowerCase()
  return (
    normalizeCharacters(text)
      .replace(/:flag_([a-z]{2}):/gi, (_, code: string) => flagOf(code))
      .normalize('NFKD')
      .replace(/[\p{M}.'’‘ʻʼ"“”]/gu, '')
      // Recomposes Korean syllables, which NFKD takes apart too.
      .normalize('NFC')
      .toLowerCase()
      .replace(/&/g, ' and ')
      .replace(/\p{Regional_Indicator}{2}/gu, ' $& ')
      .replace(betweenScripts, ' ')
      .replace(/[^\p{L}\p{N}\p{Regional_Indicator}]+/gu, ' ')
      .trim()
  )
}

/** A word as written, and normalized without a possessive ending. */
export interface NormalizedWord {
  written: string
  normalized: string
}

/** The words of a text in order; hyphens and slashes separate words, and a URL is one word. */
export function tokenize(text: string): NormalizedWord[] {
  return text
    .split(/\s+/)
    .flatMap((word) => (/^https?:/.test(word) ? [word] : word.split(/[\p{Pd}/]+/u)))
    .map((written) => ({ written, normalized: normalizeText(written.replace(/['’]s(?=\P{L}*$)/u, '')) }))
    .filter((word) => word.normalized !== '')
}

/** The search tokens of a text: "U.S.-Japan’s 20,000" → "us", "japan", "20", "000". */
export function searchTokens(text: string): string[] {
  return tokenize(text).flatMap(({ normalized }) => normalized.split(' '))
}
