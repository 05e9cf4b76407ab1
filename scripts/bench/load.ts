// The load that a benchmark puts on a bot, evenly or as much as it takes, and how two bots are measured in turns.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ask, Contender } from './contender.ts'

export const [perSecond, inFlight] = [200, 32]

export type Figures = Record<string, number>

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

/** Measures bots in turns, a different one first each time; the first round, which warms up, is left out. */
export async function inTurns(
  rounds: number,
  contenders: readonly Contender[],
  measure: (contender: Contender) => Promise<Figures>,
): Promise<Figures[][]> {
  const measured: Figures[][] = []
  for (let round = 0; round <= rounds; round++) {
    const order = contenders.map((_, turn) => (round + turn) % contenders.length)
    const figures: Figures[] = []
    for (const at of order) figures[at] = await measure(contenders[at] as Contender)
    measured.push(figures)
  }
  return measured.slice(1)
}

/** One figure of one bot in each round, and that of another. */
export function figuresOf(rounds: readonly Figures[][], name: string, own = 0, base = 1): [number, number][] {
  return rounds.map((figures) => [figures[own]?.[name] ?? NaN, figures[base]?.[name] ?? NaN])
}
