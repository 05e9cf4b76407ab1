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

/** Cuts a text from its end, at a word, and marks the cut with "…". */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  const atWord = kept.slice(0, Math.max(kept.lastIndexOf(' '), 0)).trimEnd()
  // A cut must not leave half of a character that takes two code units.
  return `${(atWord || kept).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
