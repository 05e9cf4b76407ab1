// Statistics of the benchmarks: quantiles, and the memory of a process.
import { readFileSync } from 'node:fs'

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Resident memory in MiB; from Linux's /proc. */
export function memoryMiB({ pid = 0 }: { pid?: number | undefined } = {}): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}
