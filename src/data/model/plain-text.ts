// What a text of the data files may hold: characters that can be seen, and nothing that Discord formats, links or pings.

/** Not seen, or changing how others are seen; U+FFFD stands where a file was not UTF-8. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFD]/u

/** An address of which no part can be taken for formatting; all else that looks like one is refused. */
const address = /https?:\/\/[\w./%?=&+#,;:~-]+/g

const markdown = /[*_~`|\\<>@]|\]\(|:\/\/|:[a-z]\w*:|^(#{1,3}|-#?) /i

/** Alphabets with letters that look alike. */
const alphabets = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
)

/** How long what is quoted from a file may be in a problem, an outcome or the log. */
const maxQuoted = 300

/** What to do about a text that is not plain; undefined for one that is. */
export function plainTextFix(text: string): string | undefined {
  const [unseen] = invisible.exec(text) ?? []
  if (unseen !== undefined) return `remove the invisible character ${codePoint(unseen)}`
  if (/\p{M}{4}/u.test(text)) return 'remove the accents that are stacked on one letter'
  const mixed = text
    .match(/[\p{L}\p{M}]+/gu)
    ?.find((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1)
  if (mixed !== undefined) return `write "${mixed}" with the letters of one alphabet`
  const [mark] = markdown.exec(text.replace(address, 'x')) ?? []
  if (mark !== undefined)
    return `remove "${mark.trim()}", which Discord may take for formatting, a link or a mention`
  return undefined
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text from a file for a terminal, a log or a card: on one line, with invisible characters named, and bounded. */
export function quoteLine(text: string): string {
  const shortened = text.length > maxQuoted ? `${text.slice(0, maxQuoted - 1)}…` : text
  return shortened.replace(new RegExp(invisible, 'gu'), codePoint)
}
