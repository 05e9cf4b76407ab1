// A sentence without what is put into it, such as words in brackets, which say more of the same.
import { monthNames } from '../data/model/dates.ts'

/** Words in brackets with one of these, or with a number, may change what the sentence claims. */
const mayChange =
  /\d|\b(?:not|no|never|none|nobody|until|till|if|unless|except|excluding|barring|bar|minus|besides|apart|aside|counting|other than|without|almost|nearly|soon|pending|planned|proposed|suspended|before|after|kinda|kind of|sort of|sorta|former(?:ly)?|ex|then|at the time|back then|jk|joking|kidding|supposedly|allegedly|apparently|sike|would|could|should|might|may|will|maybe|perhaps|wrong|false|lie|lies|myth|but|only|whole|part|partly|half|partners?|observers?|games?|gaming|clans?|guilds?|novels?|book|fiction\w*|movie|show|series|timeline|alternate|universe|memes?|maps?|according|dream|joke)\b|n['’]t\b/i
const brackets = /\s*\(([^()]*)\)/g
const apposed =
  /(?<=[\p{L}\d]),\s+((?:the|an?|its|their|his|our|one of|which|who|whose|as(?! well)|with (?:its|their|an?)|being|having|by|built|based|led|made|set|formed|signed|founded|created|established|adopted|negotiated|invented|named|known|called|under|despite|because|today|now|home|host)\b(?:[^,;:()]|,(?=\d)){2,90}),\s+(?=(?:is|are|was|were|has|have|had|does|did|never|joined|left|became|covers|[a-z]{2,}ed)\b)/giu

const name = String.raw`\p{Lu}[\p{L}’'-]+(?:(?: (?:de|del|di|von|van|al|bin|ul|e))* \p{Lu}[\p{L}’'-]+){0,2}`
const month = `${monthNames.join('|')}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`
const office =
  '(?:then |the |former )*(?:[Pp]resident|[Pp]rime [Mm]inister|PM|[Cc]hancellor|[Kk]ing|[Gg]eneral|[Ss]ecretary(?: of [Ss]tate)?|[Mm]inister)'
/** Who did something and where, beside its date. */
const beside = String.raw`,? (?:under|by|at|in|near) (?:${office} )?(?!(?:${month}|Article|Europe|Asia|Africa|America)\b)${name}(?:(?:,| and|, and|,) ${name})*`
const besideDate = [
  new RegExp(String.raw`(?:${beside})+(?=(?: back)?(?: on| in|,) (?:the )?(?:\d|(?:${month})\b))`, 'gu'),
  new RegExp(String.raw`(?<=\d{4})(?:${beside})+(?=[.;!]|,? (?:and|but|after|because|when|over)\b|$)`, 'gu'),
]
/** Who led a country or a body then: what was so under them is no more than that it was so. */
const underLeader = new RegExp(
  String.raw`,? (?:under|from|by|thanks to) (?:${office} )?${name}(?= in \d{4}|[.!]*$)`,
  'u',
)
/** "They are not members either, Kevin." */
const calledUpon = /,\s+\p{Lu}\p{Ll}+(?=[.!]*$)/u
const isScoped =
  /\b(?:not|no|never|none|only|first|last|latest|all|every|always|until|if|except|but|\w+est|most)\b|n['’]t\b/i

/** A sentence without whom it is told to, and with a date without persons and places, of which what is known by a name stays. */
export function withoutPersons(sentence: string): string[] {
  const told = sentence.replace(calledUpon, (whole) => (mayChange.test(whole) ? whole : ' …'))
  const plain = isScoped.test(told.replace(/\bsaid no\b|\blast year\b/i, ''))
    ? told
    : [...besideDate, underLeader].reduce((text, pattern) => text.replace(pattern, ' …'), told)
  return plain === sentence ? [] : [atEnd(plain)]
}

function atEnd(text: string): string {
  return text.replace(/(?: …)+[.!]*$/, ' …')
}

/** "Nicaragua left, and Venezuela claims to have left." */
const lastClause =
  /,? (?:and|but|while|though|although) (?!that\b|(?:(?:only|just|not|even) )*(?:if|when|unless)\b|.* (?:and|but|while|though|although) )[^,;:?]*$/u
const hedged =
  /\b(?:claims?|claimed|says?|said|thinks?|thought|believes?|believed|told|wants?|hopes?|if|maybe|perhaps|supposedly|allegedly|imo|imho|guess)\b/i

/** "It ended in 1979, the year of the revolution." */
const trailing =
  /(?<=\d{4}),\s+((?:(?:the|an?|its|their) \p{Ll}|(?:(?:just|only|about) )?[\p{Ll}\d-]+ (?:days?|weeks?|months?|years?|decades?) (?:after|before|earlier|later)\b)[^,;:()]{0,80})[.!]*$/u

/** What is left of a sentence without its insertions, the least that is left out first. */
export function withoutInsertions(sentence: string): string[] {
  const open = sentence.replace(brackets, (whole, inside: string) => (mayChange.test(inside) ? whole : ' …'))
  const plain = open.replace(apposed, (whole, inside: string) =>
    mayChange.test(inside.replace(/\d/g, '')) ? whole : ' … ',
  )
  const short = plain.replace(trailing, (whole, inside: string) =>
    mayChange.test(inside.replace(/\d|\b(?:before|after)\b/g, '')) || hedged.test(inside) ? whole : ' …',
  )
  const certain = hedged.test(short.replace(lastClause, ''))
    ? short
    : short.replace(lastClause, (tail) => (hedged.test(tail) ? ' …' : tail))
  return [...new Set([open, plain, short, certain])].filter((one) => one !== sentence).map(atEnd)
}
