// Variables of the environment that are nearly named as one of ours, and so would have no effect.

export interface MisspelledVariable {
  name: string
  /** The variable that it was most likely meant to be. */
  suggestion: string
}

/** Names under which other bots read what Entente reads under its own. */
const knownMisnomers: Record<string, string> = { DISCORD_BOT_TOKEN: 'DISCORD_TOKEN' }

/** Only for variables of ours that are not set: beside one that is set, a similar one harms nothing. */
export function findMisspelled(
  environment: NodeJS.ProcessEnv,
  known: readonly string[],
): MisspelledVariable[] {
  const unset = known.filter((name) => !environment[name]?.trim())
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || !environment[name]?.trim()) return []
    const suggestion = unset.find((ours) => knownMisnomers[name] === ours || isSimilar(name, ours))
    return suggestion === undefined ? [] : [{ name, suggestion }]
  })
}

/** Short names and short endings are near too much: DATABASE_URI and DATABASE_DSN are two letters from DATABASE_DIR. */
function isSimilar(name: string, ours: string): boolean {
  const theirs = name.trim().toUpperCase().replaceAll('-', '_')
  const mostEdits = ours.length > 12 ? 2 : ours.length > 6 ? 1 : 0
  // DATABASE_DIRECTORY is a longer way to write the same; DISCORD_TOKEN_FILE is another thing.
  const isLonger = mostEdits > 0 && theirs.startsWith(ours) && theirs[ours.length] !== '_'
  return isLonger || editDistance(theirs, ours) <= mostEdits
}

/** Letters to insert, remove, replace or swap with their neighbor until one text is the other. */
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
