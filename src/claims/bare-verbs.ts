// Clauses about joining, leaving and taking part that leave out in what.
import { nameList } from './claim-patterns.ts'
import { datePattern } from './plain-words.ts'

/** "Finland joined in 2023": the body goes without saying. */
const bare = new RegExp(
  `^(${nameList}|(?:[a-z ]+ )?\\d+ (?:countries|nations)) (joined|rejoined|applied|left|quit|entered|never joined|never left|(?:was|were) (?:admitted|added|let in|taken in)|(?:was|were) (?:kicked|thrown|voted) out|(?:was|were) expelled|got to (?:come|take part)|got in|came in|came|walked out|pulled out|bailed|dropped out|got out|withdrew|followed|took part|participated|said no|declined|turned it down)((?: twice| once)?(?: (?:in|on|since))?(?: ${datePattern})?|(?: (?:at|on|in) (?:very )?same (?:time|day|year)| together)?(?: in ${datePattern})?|(?: as (?:their )?nth\\d+ (?:member|country|nation|ally)(?: in ${datePattern})?)?)$`,
)
const fullVerbs: Record<string, string> = {
  applied: 'applied to join',
  rejoined: 'joined',
  'was admitted': 'joined',
  'was added': 'joined',
  'said no': 'turned down their invitation to',
  declined: 'turned down their invitation to',
  'turned it down': 'turned down their invitation to',
  'was let in': 'joined',
  'was taken in': 'joined',
  'got in': 'joined',
  came: 'joined',
  'came in': 'joined',
  'walked out': 'left',
  'pulled out': 'left',
  bailed: 'left',
  'dropped out': 'left',
  'got out': 'left',
  withdrew: 'left',
  'was kicked out': 'was kicked out of',
  'was thrown out': 'was kicked out of',
  'was voted out': 'was kicked out of',
  'was expelled': 'was expelled from',
  'got to come': 'took part in',
  'got to take part': 'took part in',
  'took part': 'took part in',
  participated: 'took part in',
}

/** A clause with the body that is spoken of. */
export function withBody(text: string, predicate: string, body: string): string[] {
  const [, who, verb = '', when = ''] = bare.exec(text) ?? []
  // Who came may have come to a meeting.
  if (predicate === '' && /^came/.test(verb) && when === '') return []
  const full =
    verb === 'followed'
      ? /^(?:joined|left|became)\b/.exec(predicate)?.[0]
      : (fullVerbs[verb.replace(/^were /, 'was ')] ?? verb)
  return who === undefined || full === undefined
    ? []
    : [`${who} ${full === 'became' ? 'joined' : full} ${body}${when}`]
}
