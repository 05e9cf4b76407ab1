// What was made once of a revision is kept, since a revision never changes.

/** Gives what is kept under a key, or makes it. */
export type Memo = <Made>(key: string, make: () => Made) => Made

/** How many made things are kept; those asked for the longest ago go first. */
const maxEntries = 1000

export function createMemo(): Memo {
  const kept = new Map<string, unknown>()
  return <Made>(key: string, make: () => Made) => {
    const made = kept.has(key) ? (kept.get(key) as Made) : make()
    kept.delete(key)
    kept.set(key, made)
    if (kept.size > maxEntries) kept.delete(kept.keys().next().value ?? '')
    return made
  }
}

/** A revision never changes, so what was read of a known entity once is kept for as long as the revision is open. */
export function memoize<Value>(read: (id: string) => Value): (id: string) => Value {
  const kept = new Map<string, Value>()
  return (id) => {
    const value = kept.get(id) ?? read(id)
    kept.set(id, value)
    return value
  }
}
