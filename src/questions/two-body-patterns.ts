// How people ask which members of one body are, or are not, in another.
import { inside, members, which } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

export const twoBodyPatterns: readonly PatternGroup[] = [
  {
    form: 'not-in',
    names: 'B B2',
    isDated: true,
    texts: [
      `${which} (?:<B> )${members} (?:are|is|were) not (?:${inside} )<B2>`,
      `${which} ${members} (?:of|in) <B> (?:are|is|were) not (?:${inside} )<B2>`,
      `${which} ${members} (?:are|is|were) ${inside} <B> but not (?:${inside} )?<B2>`,
    ],
  },
  {
    form: 'in-both',
    names: 'B B2',
    isDated: true,
    texts: [
      `${which} ${members} (?:are|is|were) ${inside} (?:both )?<B> and (?:${inside} )?<B2>`,
      `who is in (?:both )?<B> and <B2>|${which} <B> ${members} are (?:also )?${inside} <B2>`,
    ],
  },
]
