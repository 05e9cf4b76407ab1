// The little Markdown that generated pages of docs/ are made of.

/** A column whose name ends with a colon is aligned to the right. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(columns.map((column) => column.replace(/:$/, ''))),
    line(columns.map((column) => (column.endsWith(':') ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** "1 fact", "2 facts". */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

export function count<Item>(items: readonly Item[], matches: (item: Item) => boolean): number {
  return items.filter(matches).length
}
