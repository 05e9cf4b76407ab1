// Remembers the results of a function of one string.

/** Unbounded: only for a small set of keys, such as the ids of a revision. */
export function memoize<Value>(compute: (key: string) => Value): (key: string) => Value {
  const results = new Map<string, Value>()
  return (key) => {
    const known = results.get(key)
    if (known !== undefined) return known
    const value = compute(key)
    results.set(key, value)
    return value
  }
}
