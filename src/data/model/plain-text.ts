// What a text of the data files may contain: visible characters, and nothing that Discord formats, links or pings.

/** Invisible, or changing how other characters look; U+FFFD marks bytes that were not UTF-8. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFD]/u

/** A URL in which nothing can be taken for formatting; any other URL is refused. */
const url = /https?:\/\/[\w./%?=&+#,;:~-]+/g

const markdown = /[*_~`|\\<>@]|\]\(|:\/\/|:[a-z]\w*:|^(#{1,3}|-#?) /i

/** Alphabets that share look-alike letters. */
const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
)

/** In characters, of a quotation from a file in a problem, a result or the log. */
const maxQuoteLength = 300

/** How to fix a text that is not plain; undefined for one that is. */
export function plainTextFix(text: string): string | undefined {
  const [hidden] = invisible.exec(text) ?? []
  if (hidden !== undefined) return `remove the invisible character ${codePoint(hidden)}`
  if (/\p{M}{4}/u.test(text)) return 'remove the accents stacked on one letter'
  const mixedWord = text
    .match(/[\p{L}\p{M}]+/gu)
    ?.find((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1)
  if (mixedWord !== undefined) return `write "${mixedWord}" with the letters of one alphabet`
  const [mark] = markdown.exec(text.replace(url, 'x')) ?? []
  if (mark !== undefined)
    return `remove "${mark.trim()}", which Discord may take for formatting, a link or a mention`
  return undefined
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text from a file for a terminal, a log or a card: on one line, truncated, with invisible characters named. */
export function quoteLine(text: string): string {
  const shortened = text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength - 1)}…` : text
  return shortened.replace(new RegExp(invisible, 'gu'), codePoint)
}
