// Packs and parses custom ids, which carry everything that a component needs: "v2:<command or handler>:<part>:…".

/** At most 100 characters; a test of all entities checks the worst case of every card. */
export function packCustomId(target: string, ...parts: (string | number)[]): string {
  return ['v2', target, ...parts].join(':')
}

/** The command or handler and its arguments, or undefined for a custom id that is not Entente's. */
export function parseCustomId(customId: string): { handler: string; args: string[] } | undefined {
  const [version, handler, ...args] = customId.split(':')
  return version === 'v2' && handler ? { handler, args } : undefined
}

/** The placeholder for the value chosen in a menu, in the view that the choice opens. */
export const SELECTED_VALUE = '?'

const dayMs = 24 * 60 * 60 * 1000

/** A day, as yyyy-mm-dd, in as few characters as possible; '' for no day. */
export function encodeDate(day: string): string {
  return day && (Date.parse(day) / dayMs).toString(36)
}

/** The encoded day as yyyy-mm-dd; '' for no day or an invalid value. */
export function decodeDate(encoded = ''): string {
  if (!/^-?[0-9a-z]{1,4}$/.test(encoded)) return ''
  return new Date(parseInt(encoded, 36) * dayMs).toISOString().slice(0, 10)
}
