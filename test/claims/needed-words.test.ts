import { expect, test } from 'vitest'
import { mayFit } from '../../src/claims/needed-words.ts'

test.each<[RegExp, string, boolean]>([
  [/ used to be in /, ' sweden used to be in nato ', true],
  [/ used to be in /, ' sweden is in nato ', false],
  // One of several words, each whole or not.
  [/ (?:joined|entered) nato /, ' sweden entered nato ', true],
  [/ (?:joined|entered) nato /, ' sweden left nato ', false],
  [/ countr(?:y|ies) /, ' many countries ', true],
  // What may be missing is not needed, nor is what is only looked for.
  [/ joined( together)? in /, ' they joined in 1949 ', true],
  [/ allies? of /, ' an allie of ', true],
  [/ is (?=in )(?!in (?:a|the) dream)/, ' it is in nato ', true],
  [/(?<=never )(?<!had )left /, ' they never left ', true],
  [/ (?<kind>applied|asked) to /, ' ukraine asked to join ', true],
  [/ (?<kind>applied|asked) to /, ' ukraine wants to join ', false],
  // Sets of characters and escapes are no words.
  [/ \w+ [a-z]+ \d{4} /, ' in may 1949 ', true],
  [/ (?:\d+|no) members /, ' 32 members ', true],
  [/ \(founding\) /, ' (founding) ', true],
])('%s may fit “%s”: %s', (pattern, text, fits) => {
  expect(mayFit(pattern, text)).toBe(fits)
})
