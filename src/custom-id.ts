// Custom ids carry all that a press needs: packed and parsed here alone, as "v1:<command or action>:<part>:…".

/** At most 100 characters; the sweep over all entities checks the worst case of every card. */
export function packCustomId(target: string, ...parts: (string | number)[]): string {
  return ['v1', target, ...parts].join(':')
}

/** The command or action and the parts of a custom id, or undefined for one that is none of ours. */
export function parseCustomId(customId: string): { target: string; parts: string[] } | undefined {
  const [version, target, ...parts] = customId.split(':')
  return version === 'v1' && target ? { target, parts } : undefined
}
