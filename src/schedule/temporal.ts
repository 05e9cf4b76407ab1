// Temporal: Node's own where it has one, since loading the polyfill takes time and memory at each start.
import type * as Polyfill from 'temporal-polyfill'

export const { Temporal }: Pick<typeof Polyfill, 'Temporal'> =
  'Temporal' in globalThis ? (globalThis as unknown as typeof Polyfill) : await import('temporal-polyfill')
