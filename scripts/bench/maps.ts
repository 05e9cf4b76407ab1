// What a press on Map costs, for a cached map and for fresh ones, and what fresh ones do to look-ups meanwhile.
import type { Contender } from './contender.ts'
import { perSecond, timeEvenly, timeOf } from './load.ts'
import { quantile } from './stats.ts'

/** Every pair of these has its own map. */
const ties =
  'nato norad anzus aukus quad us-japan us-philippines us-india us-morocco us-bulgaria us-malta us-australia us-israel us-egypt us-jordan us-nigeria us-algeria'.split(
    ' ',
  )
const pairs = ties.flatMap((tie, index) => ties.slice(index + 1).map((other) => [tie, other] as const))

/** Milliseconds; `rounds` is how often look-ups are measured, with and without ten fresh maps. */
export async function measureMaps({ emulator }: Contender, rounds: number) {
  const fresh = [...pairs]
  const ask = ([first, second]: readonly [string, string] = ['nato', 'aukus']) =>
    emulator.runCommand(`/compare first:${first} second:${second}`)
  const press = async (pair?: readonly [string, string]) => {
    const card = await ask(pair)
    return timeOf(() => emulator.clickButton(card, 'Map'))
  }
  const lookUps = () =>
    timeEvenly(perSecond, () => emulator.runCommand('/about name:interoperability')).then((durations) =>
      quantile(durations, 0.99),
    )
  // The first starts the worker.
  await press()
  const cachedMs: number[] = []
  const otherMs: number[] = []
  for (let index = 0; index < 20; index++) {
    cachedMs.push(await press())
    const card = await emulator.runCommand('/compare first:nato second:aukus')
    otherMs.push(await timeOf(() => emulator.clickButton(card, 'Sources')))
  }
  const freshMs: number[] = []
  for (let index = 0; index < 20; index++) freshMs.push(await press(fresh.pop()))
  const p99: [busy: number, quiet: number][] = []
  for (let round = 0; round < rounds; round++) {
    const quiet = await lookUps()
    const ten = await Promise.all(fresh.splice(-10).map(ask))
    const [busy] = await Promise.all([lookUps(), ...ten.map((card) => emulator.clickButton(card, 'Map'))])
    p99.push([busy, quiet])
  }
  return { cachedMs, otherMs, freshMs, p99 }
}
