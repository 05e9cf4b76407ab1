// Clauses that hang on another, as clauses beside it: "with India joining in 2017" is "and India joined in 2017".
import { nameList } from './claim-patterns.ts'
import { datePattern } from './plain-words.ts'

/** Verbs as they stand after "with India …" and "before …", and as they stand in a clause of their own. */
const participles: Record<string, string> = {
  joining: 'joined',
  rejoining: 'joined',
  entering: 'joined',
  leaving: 'left',
  quitting: 'left',
  withdrawing: 'withdrew',
  becoming: 'became',
  getting: 'got',
  following: 'followed',
  hosting: 'hosted',
  signing: 'signed',
  invoking: 'invoked',
  suspending: 'suspended',
  freezing: 'froze',
  participating: 'took part',
  taking: 'took',
  coming: 'came',
  returning: 'returned',
  replacing: 'replaced',
  ending: 'ended',
  having: 'has',
  being: 'was',
}
const ing = `(?:${Object.keys(participles).join('|')})`
const pastOf = (word: string) => participles[word] ?? word
const done =
  '(?:signed|founded|established|created|formed|set up|started|launched|announced|held|dissolved|disbanded|led|hosted|run|based|headquartered|renamed|invoked|suspended|made up|composed)'
const verb =
  '(?:is|are|was|were|has|have|had|does|did|never|joined|left|quit|became|began|ended|took|came|covers|binds|says|requires|obliges|includes|remains)'

const withOthers = new RegExp(`(?: ,)? with (${nameList}) (${ing})(?= )`, 'g')
const followed = new RegExp(
  `(?: ,)? (?:and )?(?:then )?followed by (${nameList})(?= in | on |$| , | and )`,
  'g',
)
/** Not where the order is all that is claimed, or where something was not so until then. */
const afterwards = new RegExp(
  `^((?!.*\\b(?:not|never|no)\\b)(?!.*\\b(?:joined|left|entered|became)\\b(?!.*\\d{4}.* before .*\\d{4})).*?)(?: ,)? before (${ing})(?= )`,
)
const besides = new RegExp(
  ` , (?:and )?(?:finally |later |only )?(${ing})(?= (?:in|on|@|their|from|part|to) ?)`,
  'g',
)
const cleft = new RegExp(`^(?:it|that) (?:was|is) (${nameList})(?: ,)? (?:that|which|who) (?=\\S)`)
const datedCleft = /^it (?:was|is)(?: only)? ((?:in|on|since) [\d-]+)(?: ,)? (?:that|when) (.+)$/
const oneWithEach = new RegExp(
  `^(@\\d+) (has|have|had|signed) 2 ((?:[a-z]+ )*(?:treaty|treaties|pacts|alliances|agreements)) [:,] (?:one|1) with (@\\d+)(.*?)(?: ,)? and (?:one|1|other|another) with (?=@)`,
)
const inWhich = new RegExp(
  `(^there (?:was|is) )?(@\\d+)(?: ,)? in which (${nameList}) (?:took part|participated|takes part|take part)`,
)
const dated = new RegExp(`^(@\\d+) , (${datePattern}) , (?=(?:${verb}|predates|[a-z]+s) )`)
const inserted = new RegExp(`^(${nameList}) , (${done}|from|since|which|who|now|then) (.+?) , (?=${verb} )`)

/** "Uzbekistan: in the CSTO from 1992 to 1999." */
const labelled = new RegExp(`^(@\\d+) [,:] (?=(?:in|part of|members? of|not in|neutral) (?:@\\d+(.*)$)?)`)
/** "The SCO has grown: Iran (2023), Belarus (2024)." */
const pair = String.raw`(?<who>@\d+(?:(?: ,)?(?: and)? @\d+)*)(?: ,)? (?:in |since )?(?<date>${datePattern})(?: ,| and)*`
const grown = new RegExp(
  `^(@\\d+) (?:(?!(?:former|ex|lost|departed|departing|leaving|past|not|non|never|no|suspended|future|candidate|partner|observer)\\b)[a-z]+ ){0,3}(?:expand\\w*|grew|grown|members|newcomers|enlarge\\w*|joined|accessions?) : (${pair.replace(/\?<\w+>/g, '?:')}(?: ${pair.replace(/\?<\w+>/g, '?:')})+)$`,
)
/** "NATO – 1949 – 12 founders." */
const card = new RegExp(
  `^(@\\d+) [,:] (${datePattern}) [,:] (?=\\d+ (?:founders|founding members|members|countries))`,
)
const counted = /^(@\d+) [,:] (?=\d+ (?:members|countries|nations)\b)/
/** "Malabar – began in 1992", "SEATO: founded in 1954". */
const dashed = new RegExp(`^(@\\d+(?: (?:treaty|pact|alliance))?) [,:] (?=(?:${verb}|started) |(${done}) )`)
const ofNoun = new RegExp(
  `((?:exercise|alliance|treaty|pact|organization|command|bloc|group|partnership)(?: (?:of|between) ${nameList})?) that (?=(?:${verb}|takes|runs|happens) )`,
)

/** A text with what hangs on its main clause beside it; nothing if nothing does. */
export function sideBySide(text: string): string | undefined {
  const plain = text
    .replace(oneWithEach, (_, who: string, has: string, pacts: string, one: string, rest: string) => {
      const pact = pacts.replace(/treaties$/, 'treaty').replace(/s$/, '')
      return `${who} ${has} ${pact} with ${one}${rest} and ${who} ${has} ${pact} with `
    })
    .replace(dashed, (_, who: string, done?: string) => `${who} ${done === undefined ? '' : 'was '}`)
    .replace(
      labelled,
      (_, who: string, rest = '') => `${who} ${/^ (?:from|until) \d/.test(rest as string) ? 'was' : 'is'} `,
    )
    .replace(grown, (_, body: string, all: string) =>
      [...all.matchAll(new RegExp(pair, 'g'))]
        .map(({ groups }) => `${groups?.['who']} joined ${body} in ${groups?.['date']}`)
        .join(' and '),
    )
    .replace(card, '$1 is from $2 and $1 had ')
    .replace(counted, '$1 has ')
    .replace(ofNoun, '$1 and ')
    .replace(cleft, '$1 ')
    .replace(datedCleft, '$2 $1')
    .replace(
      inWhich,
      (_, there: string | undefined, event: string, who: string) =>
        `${there === undefined ? `${event} and ` : ''}${who} took part in ${event}`,
    )
    .replace(dated, '$1 is from $2 and $1 ')
    .replace(inserted, (_, names: string, start: string, rest: string) => {
      const begun = /^(?:which|who)$/.test(start)
        ? ''
        : /^(?:from|since)$/.test(start)
          ? `is ${start} `
          : `was ${start} `
      return `${names} ${begun}${rest} and ${names} `
    })
    .replace(withOthers, (_, names: string, word: string) => ` and ${names} ${pastOf(word)}`)
    .replace(followed, ' and $1 followed')
    .replace(afterwards, (_, first: string, word: string) => `${first} and ${pastOf(word)}`)
    .replace(besides, (_, word: string) => ` and ${pastOf(word)}`)
  return plain === text ? undefined : plain
}
