// The table of npm run bench: printed row by row, with bounds and verdicts, and remembered for the docs.
import { median, quantile } from './stats.ts'

interface Bound {
  limit: number
  /** Whether the figure must be at least the limit. */
  isFloor?: boolean
}

/** Label, Entente, floor, compared, bound, verdict. */
export const rows: string[][] = []

function add(...columns: string[]): void {
  const [label = '', ...others] = columns
  console.log([label.padEnd(38), ...others.map((column) => column.padEnd(20))].join(' ').trimEnd())
}

export function printHeader(): void {
  add('median (middle half)', 'Entente', 'floor', 'compared', 'bound', '')
}

/** Three digits at most, as far as they say anything. */
export function figure(value: number): string {
  return value.toFixed(value < 20 ? 2 : 0)
}

function spread(all: readonly number[]): string {
  const [low, high] = [quantile(all, 0.25), quantile(all, 0.75)].map(figure)
  return low === high ? figure(median(all)) : `${figure(median(all))} (${low}–${high})`
}

function verdictOf(value: number, bound: Bound | undefined): string[] {
  if (!bound) return ['', '']
  const isMet = bound.isFloor ? value >= bound.limit : value <= bound.limit
  return [`${bound.isFloor ? '≥' : '≤'} ${bound.limit}`, isMet ? 'met' : 'missed']
}

/** A row about Entente alone. */
export function reportOne(label: string, values: readonly number[], bound?: Bound): void {
  const row = [label, spread(values), '', '', ...verdictOf(median(values), bound)]
  rows.push(row)
  add(...row)
}

/** A row about both, and how they compare: by default, as a ratio. */
export function reportBoth(
  label: string,
  pairs: readonly (readonly [number, number])[],
  bound?: Bound,
  compare = (own: number, base: number) => own / base,
): void {
  const compared = pairs.map(([own, base]) => compare(own, base))
  const columns = [pairs.map(([own]) => own), pairs.map(([, base]) => base), compared].map(spread)
  const row = [label, ...columns, ...verdictOf(median(compared), bound)]
  rows.push(row)
  add(...row)
}

/** How many bounds were met and missed. */
export function summarize(): string {
  const count = (verdict: string) => rows.filter((row) => row.at(-1) === verdict).length
  return `${count('met')} bounds met, ${count('missed')} missed`
}
