// Discord's limits on messages (https://docs.discord.com/developers/resources/message#embed-object-embed-limits).

export const limits = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  embedFooter: 2048,
  embedTotal: 6000,
  selectOptions: 25,
  optionLabel: 100,
  optionDescription: 100,
  choices: 25,
  choiceName: 100,
  customId: 100,
} as const

/** Cuts the end of a text at a word boundary and adds "…". */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const start = text.slice(0, maxLength - 1)
  const atWord = start.slice(0, Math.max(start.lastIndexOf(' '), 0)).trimEnd()
  // Must not leave half of a surrogate pair.
  return `${(atWord || start).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
