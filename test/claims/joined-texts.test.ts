import { expect, test } from 'vitest'
import { joinedTexts } from '../../src/claims/joined-texts.ts'

test.each<[string[], string[]]>([
  [[], []],
  [['Sweden is in NATO, since March 7, 2024.'], ['Sweden is in NATO, since March 7, 2024.']],
  [
    [
      'The United States is a founding member of BRICS, since 2009.',
      'The Netherlands is a founding member of BRICS, since 2009.',
      'Iran is in BRICS, since January 1, 2024.',
      'China is a founding member of BRICS, since 2009.',
      'Egypt is in BRICS, since January 1, 2024.',
    ],
    [
      'The United States, the Netherlands and China are founding members of BRICS, since 2009.',
      'Iran and Egypt are in BRICS, since January 1, 2024.',
    ],
  ],
  [
    [
      'The list of the members of NATO, whole as of 2026, does not have Japan.',
      'The list of the members of NATO, whole as of 2026, does not have Malta.',
    ],
    ['The list of the members of NATO, whole as of 2026, does not have Japan or Malta.'],
  ],
  [
    ['Finland joined NATO on April 4, 2023.', 'Finland joined NATO on April 4, 2023 as its member 31.'],
    ['Finland joined NATO on April 4, 2023 as its member 31.'],
  ],
  [['NATO has 32 members.', 'NATO has 32 members.'], ['NATO has 32 members.']],
])('%j is told as %j', (texts, told) => {
  expect(joinedTexts(texts)).toEqual(told)
})
