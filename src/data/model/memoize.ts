// Remembers the results of a function of one string, or of nothing.

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

/** The result of a function, computed when it is first asked for. */
export function once<Value>(compute: () => Value): () => Value {
  let result: { value: Value } | undefined
  return () => (result ??= { value: compute() }).value
}
