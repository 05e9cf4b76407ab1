// Discord's Markdown as text for a terminal: without its signs, or with the terminal's own bold, dim and links.

/** A link; its address may be in angle brackets, and square brackets in its text are escaped. */
const link = /(?<!\\)\[((?:\\.|[^\\[\]])+)\]\((?:<([^>\s]+)>|([^()\s]+))\)/g

/** A label at the beginning of a line, before its value; in an item of a list, bold is emphasis. */
const label = /^\*\*([^*]*[^*.:!?…])\*\*(?= \S)/

const escape = '\u001b'

/**
 * @param isStyled whether the terminal understands escape sequences; otherwise a colon sets a label off from its value,
 *   and links are their texts alone
 */
export function terminalMarkdown(markdown: string, isStyled: boolean): string {
  return markdown
    .split('\n')
    .map((line) => formatLine(line, isStyled))
    .join('\n')
}

function formatLine(line: string, isStyled: boolean): string {
  const [, sign = '', text = ''] = /^(#{1,3} |-# |)(.*)$/.exec(line) ?? []
  const formatted = (isStyled ? text : text.replace(label, '$1:'))
    .replace(link, (_, title: string, bracketed?: string, bare?: string) =>
      isStyled ? hyperlink(title, bracketed ?? bare ?? '') : title,
    )
    .replace(/\*\*(.+?)\*\*/g, (_, bold: string) => (isStyled ? styled(bold, 1, 22) : bold))
    .replace(/\\([^a-zA-Z0-9\s])/g, '$1')
  if (!isStyled || sign === '') return formatted
  return sign === '-# ' ? styled(formatted, 2, 22) : styled(formatted, 1, 22)
}

function styled(text: string, on: number, off: number): string {
  return `${escape}[${on}m${text}${escape}[${off}m`
}

/** OSC 8, which terminals that do not know it skip. */
function hyperlink(text: string, url: string): string {
  // A backslash would be taken for an escape in Markdown later on, so BEL ends the sequences.
  return `${escape}]8;;${url}\u0007${text}${escape}]8;;\u0007`
}
