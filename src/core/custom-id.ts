// Custom ids carry all that a press needs: packed and parsed here alone, as "v2:<command or action>:<part>:…".

/** At most 100 characters; the sweep over all entities checks the worst case of every card. */
export function packCustomId(target: string, ...parts: (string | number)[]): string {
  return ['v2', target, ...parts].join(':')
}

/** The command or action and the parts of a custom id, or undefined for one that is none of ours. */
export function parseCustomId(customId: string): { handler: string; args: string[] } | undefined {
  const [version, handler, ...args] = customId.split(':')
  return version === 'v2' && handler ? { handler, args } : undefined
}

/** Holds the place of what is chosen in a menu in the view that the choice opens. */
export const SELECTED_VALUE = '?'

const dayMs = 24 * 60 * 60 * 1000

/** A day, as yyyy-mm-dd, in as few characters as will do; '' for none. */
export function encodeDate(day: string): string {
  return day && (Date.parse(day) / dayMs).toString(36)
}

/** The day that was packed, or '' for none and for what is none. */
export function decodeDate(packed = ''): string {
  if (!/^-?[0-9a-z]{1,4}$/.test(packed)) return ''
  return new Date(parseInt(packed, 36) * dayMs).toISOString().slice(0, 10)
}
