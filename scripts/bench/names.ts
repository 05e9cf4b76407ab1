// The second part of npm run bench: every keystroke of some queries among ten thousand generated names, in turns with a
// function that answers the same to all.
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
  const [one, other] = [countries[index % 249], countries[(index * 7 + 3) % 248]]
  const kind = kinds[index % kinds.length] ?? ''
  return { entity: `e${index}`, names: [`${one ?? ''}-${other ?? ''} ${kind}`], context: kind }
})
const index = openNameIndex(buildNameIndex(entities))
const typed = [
  ...['norway chile', 'frnace germany treaty', 'us maritime', 'jordan road map', 'phillipines', 'the drill'],
  'xyzzy',
]
const keystrokes = typed.flatMap((text) => Array.from(text, (_, length) => text.slice(0, length + 1)))

function time(deed: () => unknown): number {
  const began = performance.now()
  deed()
  return performance.now() - began
}

/** By keystroke, what each pass took. */
const ours = keystrokes.map((): number[] => [])
const theirs = keystrokes.map((): number[] => [])
for (let pass = 0; pass <= passes; pass++) {
  keystrokes.forEach((text, at) => {
    const [own, fixed] = [
      time(() => index.search(text).slice(0, 25)),
      time(() => [{ name: 'NATO', value: 'nato' }]),
    ]
    // The first is for warming up.
    if (pass > 0) ours[at]?.push(own)
    if (pass > 0) theirs[at]?.push(fixed)
  })
}

function report(what: string, figures: (taken: number[][]) => number): void {
  const [own, fixed] = [figures(ours), figures(theirs)]
  console.log(`${what.padEnd(54)} ${own.toFixed(3)} ms, fixed answer ${fixed.toFixed(3)} ms`)
}
report('10,000 names, p50 of all keystrokes', (taken) => median(taken.flat()))
report('10,000 names, p99 of all keystrokes', (taken) => quantile(taken.flat(), 0.99))
report('10,000 names, p99 of the medians of each keystroke', (taken) => quantile(taken.map(median), 0.99))
