// How people ask which members of one body are, or are not, in another.
import { inside, members, which } from './pattern-words.ts'
import type { PatternGroup } from './patterns.ts'

/** "Which", "name all", "are there any". */
const any = `(?:(?:how many|who|name|list|give|all|which|what|any|are|is|there|every|do|does|show|of|${members}|that) )*`

export const twoBodyPatterns: readonly PatternGroup[] = [
  {
    form: 'not-in',
    names: 'B B2',
    isDated: true,
    texts: [
      `(?:are|is|were) (?<kind>all|every|each|everyone|everybody) (?:of |in )?<B>(?: ${members})? (?:also )?(?:${inside} )?<B2>(?: ${members})?(?: (?:too|as well|also))?`,
      `${any}<B>(?: ${members})?(?: (?:that|who|which))? (?:are|is|were|stay|stayed|remain|remained) (?:not (?:also )?(?:${inside} )?|outside(?: of)? )<B2>`,
      `${any}<B> ${members} (?:not ${inside}|outside(?: of)?|without|that did not join|that have not joined) <B2>`,
      `${any}${members} (?:of|in|from) <B>(?: (?:that|who|which))? (?:are|is|were|stay|stayed|remain|remained) not (?:${inside} )<B2>`,
      `${which} ${members} (?:are|is|were) ${inside} <B> but not (?:${inside} )?<B2>`,
    ],
  },
  // Who is in both now did not join both in the year that is asked about.
  { form: 'in-both', names: 'B B2', texts: [`${any}(?:joined|signed) (?:both )?<B> and (?:to )?<B2>`] },
  {
    form: 'in-both',
    names: 'B|B3|B5|B6 B2|B4|B7',
    isDated: true,
    texts: [
      `${which} ${members} (?:are|is|were) ${inside} (?:both )?<B> and (?:${inside} )?<B2>`,
      `${any}(?:belong to|members? of|part of) (?:both )?<B> and (?:(?:to|of|in) )?<B2>`,
      `${any}in (?:both )?<B> and (?:in )?<B2>(?: both| at same time)?|(?!(?:is|are|was|were|does|did|has) @\\d (?:member|part) of )${any}(?:<B3> ${members}|${members} (?:of|in) <B5>)(?: (?:that|who|which))? (?:are |is |were )?(?:both )?(?:also |in )?(?:${inside} )?<B4>(?: too| as well)?|${any}<B6> ${members} (?:belong to|joined) <B7>(?: too| as well)?`,
    ],
  },
]
