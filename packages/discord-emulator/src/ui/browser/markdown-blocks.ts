// What discord-markdown-parser does not support: lists, and headings and subtext right after another block.

interface State {
  prevCapture?: string[] | null
  [more: string]: unknown
}
type Parse = (source: string, state: State) => unknown

const marker = /^( *)([-*]|\d{1,9}\.) +(?=\S)/
const list = /^ *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n(?: *(?:[-*]|\d{1,9}\.) +\S| {2,}\S)[^\n]*)*(?:\n|$)/

function isLineStart({ prevCapture }: State): boolean {
  const before = prevCapture?.[0] ?? ''
  return before === '' || before.endsWith('\n')
}

/** A rule that also matches where the previous block ended with the line. */
export function atLineStart<T extends { match: (source: string, state: State, before: string) => unknown }>(
  rule: T,
): T {
  const match = (source: string, state: State, before: string) =>
    isLineStart(state) ? rule.match(source, { ...state, prevCapture: null }, before) : null
  return { ...rule, match }
}

/** Lists of lines that start with "- ", "* " or "1. ", nested by indentation: a SimpleMarkdown rule. */
export const listRule = {
  order: 5.5,
  match: (source: string, state: State) => (isLineStart(state) ? list.exec(source) : null),
  parse([all = '']: string[], parse: Parse, state: State) {
    const lines = all.replace(/\n$/, '').split('\n')
    const [, lead = '', first = ''] = marker.exec(lines[0] ?? '') ?? []
    const items: string[][] = []
    for (const line of lines) {
      const [whole = '', indent = ''] = marker.exec(line) ?? []
      const begins = whole !== '' && indent.length <= lead.length + 1
      if (begins) items.push([line.slice(whole.length)])
      else items.at(-1)?.push(line.replace(new RegExp(`^ {1,${lead.length + 2}}`), ''))
    }
    return {
      ordered: /\d/.test(first),
      start: Number.parseInt(first, 10) || 1,
      items: items.map((item) => parse(item.join('\n'), { ...state, prevCapture: null })),
    }
  },
}
