// Discord's limits on messages (https://docs.discord.com/developers/components/reference).

export const limits = {
  /** Of a message without components V2. */
  content: 2000,
  /** Of all text displays of a message together. */
  messageText: 4000,
  /** Nested ones count. */
  messageComponents: 40,
  rowButtons: 5,
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
