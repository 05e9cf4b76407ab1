// The second part of npm run bench: every keystroke of some queries among 10,000 generated names, alternating with a
// function that always returns the same.
import countryNames from 'i18n-iso-countries'
import { buildNameIndex, openNameIndex } from '../../src/data/query/name-index.ts'
import { median, quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

readFlags({})

const passes = 20

const countries = Object.values(countryNames.getNames('en'))
const kinds = [
  ...['alliance', 'defense cooperation', 'security partnership', 'treaty of friendship', 'joint exercise'],
  ...['maritime patrol', 'air policing', 'road map', 'dialogue', 'training mission', 'naval drill'],
  'working group',
]
const entities = Array.from({ length: 10_000 }, (_, index) => {
  const [first, second] = [countries[index % 249], countries[(index * 7 + 3) % 248]]
  const kind = kinds[index % kinds.length] ?? ''
  return { entity: `e${index}`, names: [`${first ?? ''}-${second ?? ''} ${kind}`], context: kind }
})
const index = openNameIndex(buildNameIndex(entities))
const queries = [
  ...['norway chile', 'frnace germany treaty', 'us maritime', 'jordan road map', 'phillipines', 'the drill'],
  'xyzzy',
]
const keystrokes = queries.flatMap((text) => Array.from(text, (_, length) => text.slice(0, length + 1)))

function time(action: () => unknown): number {
  const started = performance.now()
  action()
  return performance.now() - started
}

/** The durations of all passes, by keystroke. */
const searchMs = keystrokes.map((): number[] => [])
const baselineMs = keystrokes.map((): number[] => [])
for (let pass = 0; pass <= passes; pass++) {
  keystrokes.forEach((text, at) => {
    const [search, baseline] = [
      time(() => index.search(text).slice(0, 25)),
      time(() => [{ name: 'NATO', value: 'nato' }]),
    ]
    // The first pass warms up.
    if (pass > 0) searchMs[at]?.push(search)
    if (pass > 0) baselineMs[at]?.push(baseline)
  })
}

function report(label: string, statistic: (durations: number[][]) => number): void {
  const [search, baseline] = [statistic(searchMs), statistic(baselineMs)]
  console.log(`${label.padEnd(54)} ${search.toFixed(3)} ms, baseline ${baseline.toFixed(3)} ms`)
}
report('10,000 names, p50 of all keystrokes', (durations) => median(durations.flat()))
report('10,000 names, p99 of all keystrokes', (durations) => quantile(durations.flat(), 0.99))
report('10,000 names, p99 of the medians of each keystroke', (durations) =>
  quantile(durations.map(median), 0.99),
)
