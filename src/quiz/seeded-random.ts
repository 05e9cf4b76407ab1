// Random choices that a seed repeats exactly, in every process and version of Node.
import { createHash } from 'node:crypto'

export interface SeededRandom {
  /** A whole number from 0 to below `count`. */
  below: (count: number) => number
  /** Undefined for an empty list. */
  pick: <Item>(items: readonly Item[]) => Item | undefined
  /** As many different items as there are, at most `count`, in random order. */
  sample: <Item>(items: readonly Item[], count: number) => Item[]
}

/** The numbers are the SHA-256 digests of the seed and a counter, 32 bits at a time. */
export function seededRandom(seed: string): SeededRandom {
  let digest = Buffer.alloc(0)
  let blocks = 0

  function below(count: number): number {
    if (digest.length === 0) digest = createHash('sha256').update(`${seed} ${blocks++}`).digest()
    const number = digest.readUInt32BE(0)
    digest = digest.subarray(4)
    return Math.floor((number / 2 ** 32) * count)
  }

  return {
    below,
    pick: (items) => items[below(items.length)],
    sample(items, count) {
      const rest = [...items]
      return Array.from({ length: Math.min(count, items.length) }, () =>
        rest.splice(below(rest.length), 1),
      ).flat()
    },
  }
}
