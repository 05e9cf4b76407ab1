// The load that a benchmark puts on a bot, evenly or as much as it takes, and how two bots are measured in turns.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ask, Contender } from './contender.ts'

export const [perSecond, inFlight] = [200, 32]

export type Figures = Record<string, number>
/** What Entente and the floor bot took, in the same turn. */
export type Pair = readonly [own: Figures, base: Figures]

/** Runs an action so often, evenly; resolves to the milliseconds that each took. */
export async function timeEvenly(
  count: number,
  action: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const started = performance.now()
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await sleep(Math.max(0, started + (index * 1000) / perSecond - performance.now()))
      return timeOf(() => action(index))
    }),
  )
}

export async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

/** Answers a second, and CPU milliseconds an answer, with always as many in flight. */
export async function measureFullLoad(contender: Contender, asks: readonly Ask[], count: number) {
  const [started, cpuBefore] = [performance.now(), contender.cpuMs()]
  let sent = 0
  const askOn = async () => {
    while (sent < count) await contender.ask(asks[sent++ % asks.length] as Ask)
  }
  await Promise.all(Array.from({ length: inFlight }, askOn))
  return {
    throughput: count / ((performance.now() - started) / 1000),
    cpu: (contender.cpuMs() - cpuBefore) / count,
  }
}

/** Measures both in turns, a different one first each time; the first round warms up. */
export async function inTurns(
  count: number,
  [entente, floor]: readonly [Contender, Contender],
  measure: (contender: Contender) => Promise<Figures>,
): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let index = 0; index <= count; index++) {
    const own = index % 2 === 0 ? await measure(entente) : undefined
    const base = await measure(floor)
    pairs.push([own ?? (await measure(entente)), base])
  }
  return pairs.slice(1)
}

/** One figure of all pairs. */
export function figuresOf(pairs: readonly Pair[], name: string): [number, number][] {
  return pairs.map(([own, base]) => [own[name] ?? NaN, base[name] ?? NaN])
}
