// Finds environment variables whose name is similar to a known one, and which would have no effect.

export interface MisspelledVariable {
  name: string
  /** The variable that was most likely meant. */
  suggestion: string
}

/** Names that other bots use for variables of Entente. */
const knownMisnomers: Record<string, string> = { DISCORD_BOT_TOKEN: 'DISCORD_TOKEN' }

/** Suggests only known variables that are not set: next to one that is set, a similar name is harmless. */
export function findMisspelled(
  environment: NodeJS.ProcessEnv,
  known: readonly string[],
): MisspelledVariable[] {
  const unset = known.filter((name) => !environment[name]?.trim())
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || !environment[name]?.trim()) return []
    const suggestion = unset.find(
      (candidate) => knownMisnomers[name] === candidate || isSimilar(name, candidate),
    )
    return suggestion === undefined ? [] : [{ name, suggestion }]
  })
}

/** Short names are similar to too much: DATABASE_URI and DATABASE_DSN are two letters from DATABASE_DIR. */
function isSimilar(name: string, candidate: string): boolean {
  const normalized = name.trim().toUpperCase().replaceAll('-', '_')
  const maxEdits = candidate.length > 12 ? 2 : candidate.length > 6 ? 1 : 0
  // DATABASE_DIRECTORY is a longer form of the same name; DISCORD_TOKEN_FILE is a different variable.
  const isLonger = maxEdits > 0 && normalized.startsWith(candidate) && normalized[candidate.length] !== '_'
  const isAsLong = Math.abs(normalized.length - candidate.length) <= maxEdits
  return isLonger || (isAsLong && editDistance(normalized, candidate) <= maxEdits)
}

/** The number of insertions, deletions, replacements and swaps of neighbors that turn one text into the other. */
function editDistance(from: string, to: string): number {
  let previous: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const at = (list: number[], index: number) => list[index] ?? Infinity
      const replaced = at(row, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapped = isSwapped ? at(previous, j - 2) + 1 : Infinity
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced, swapped))
    }
    ;[previous, row] = [row, next]
  }
  return row[to.length] ?? Infinity
}
