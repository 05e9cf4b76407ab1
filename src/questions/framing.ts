// Takes from a question what people say around it. The words are those of a question, with "@0" for names and ","
// between its parts.
import { closer, opener, trailing } from './framing-words.ts'
import { isKnownWord } from './known-words.ts'
import { articles } from './pattern-words.ts'

/** A part that asks whether what was said before is so. */
export const tag = new RegExp(
  `^(?:(?:and|but|so|or|just|well) )*(?:(?:is|was) (?:that|this|it|he|she)(?: all| even| really| actually| still| also)* (?:true|right|correct|so|accurate|real|wrong|false|legit|case|fact|bs|myth|lie|still true|still case)(?: or .+)?|true|false|correct|right|no|yes|yeah|eh|wrong|really|legit|real|fact|cap|no cap|(?:true|right|real|fact|legit) or (?:false|not|wrong|fiction|fake|cap|bs)|fact or fiction|(?:can |could |please )?(?:someone |anyone |you )?confirm|am i (?:right|wrong|correct|mistaken)|(?:(?:is|are|was|were|do|does|did|has|have|had) (?:not )?(?:it|they|we|he|she|that|this)(?: not)?(?: really| actually| ever| still| now| already| even| legally| officially| or not| though)*)|is (?:that|it|this) (?:even )?(?:possible|allowed|legal|a thing|thing)(?: .+)?|what happened(?: there| to that| with that)?|how true is (?:that|this|it)|(?:is|was) there (?:any )?truth (?:to|in) (?:that|this|it))$`,
)

/** A part that asks for more of what was said before: "since when". */
export const shortQuestion =
  /^(?:and |but |so |if so |just |ok |or |though )*(?:exactly )?(since when|when|which year|what year|in which year|in what year|what date|which date|why|who|which ones?|how many|how|where|what for)(?: exactly| precisely| again| though| tho| now| then| was (?:it|that|this)| is (?:it|that)| did (?:it|that|this|they|he)(?: happen| start| begin| join| do (?:that|it|so))?| (?:are|were) they| (?:are|were) (?:those|these)| of them| and why| and (?:by |with )?whom?| so)*$/

/** They change what is asked. */
const supposing =
  /\b(?:if|suppose|imagine|hypothetically|hypothetical|assuming|assume|unless|except|besides|without|excluding|apart|other than|before|after|until|instead|only|never|would|let s say|lets say|not counting|minus)\b/

/** They say something about alliances, so that what has them is no aside. */
const relating =
  /\b(?:join\w*|leav\w*|left|withdr\w*|quit\w*|members?\w*|sign(?:ed|s)?|attack\w*|inva\w+|defen\w+|protect\w*|obli\w+|must|ally|allies|allied|alliances?|treat(?:y|ies)|pacts?|articles?|troops|soldiers|forces?|effect|spend\w*|percent|gdp|hosts?\w*|exercises?|drills?|found(?:ed|er|ers|ing)|end(?:ed|s)|dissol\w+|suspend\w*|expel\w*|kicked|invok\w+|trigger\w*|nuclear|nukes?|headquarter\w*|hq|lead(?:s|er|ers)|led|command\w*|secretary|budget|army|navy|military|submarines?|ships?|countr(?:y|ies)|nations?|states?|neutral|partners?|war|wars|base|bases|president|king|weapons?|sanctions?|clause|start(?:ed|s)|began|newest|oldest|older|younger|newer|bigger|larger|smaller|longer|earlier|last|first|largest|biggest|most|least)\b/

/** Circumstances rather than asides. */
const circumstance =
  /^(?!in (?:short|brief|nutshell)$)(?:in|at|during|by|as of|on|under|since|between|around|back|against|with|when|while|once) /

const starter =
  /^(?:who|whos|what|whats|when|where|why|how|which|whose|whom|is|are|was|were|does|do|did|has|have|had|can|could|may|must|will|list|name|in (?:what|which)|since when|to (?:what|which)|under which|for how|by (?:whom|what|which)|from when|at (?:what|which)) /

const names = /@\d/

/** "Iran quit CENTO, when was that": "that" is what happened, not a thing. */
export const asksWhenThatWas =
  /^(?:(?:and|so|but) )?(?:when|since when|(?:(?:in|on) )?(?:what|which) (?:year|day|date))(?: exactly)? (?:was|is) (?:that|this)\b/i

/** "Is it an ally or just a friend": the answer says what it is. */
const alternative =
  /^((?:is|are|was|were|do|does|did|has|have) .*?) or (?!not\b)(?:(?:is|are|was|were|do|does|did|has|have|it|they|just|only|like|more|more like|still|already|merely|some|some kind of|formal|informal|close|simply|another|other|normal|regular|full)\b ?)*(?:(?:[a-z]+ )?(?:thing|club|bloc|union|project)|partners?(?: (?:country|state))?|friends?|friendly|allies|ally|members?|candidates?|observers?|applicants?|something|something else|outside|guest|invited|dialogue partner|loose group|group|club|talking shop|forum|partnership|organization|buddies|buddy|agreement|neutral(?: (?:country|state|nation))?|nothing(?: at all)?|treaty|pact)$/

/** "I think 2009": what the asker takes for the answer. */
const guess =
  /^(?:(?:i|we|all|just|like|think|thought|guess|believe|guessing|say|was|is|it|that|maybe|probably|or|and|around|about|sometime|something|in|since|of|am|pretty|fairly|not|sure|but) )*(?:\d{1,4}s?|(?:early|mid|late) \d{2,4}s)(?: (?:or|to|and) (?:so|\d{1,4}))?(?: (?:or so|ish|right|correct|members|countries|maybe|iirc|something|i think|i guess|i believe))*$/

const asking = /^(?:and )?(?:who|which|when|where|how (?:many|often|long)) /

/** "All 8 I think". */
const unsure = / (?:i (?:think|guess|believe)|iirc)$/

/** "Correct me if I'm wrong" supposes nothing about the world. */
const hedge = /^(?:correct me if i am wrong|(?:if|unless) i am (?:not )?(?:mistaken|wrong))$/

/** Whether a part says nothing about what is asked. */
function isFraming(part: string, hasTopic: boolean): boolean {
  return (
    hedge.test(part) ||
    (!mayName(part, hasTopic) &&
      !names.test(part) &&
      !/\d/.test(part) &&
      !supposing.test(part) &&
      !relating.test(part) &&
      !circumstance.test(part) &&
      !shortQuestion.test(part) &&
      !asking.test(part) &&
      !tag.test(part))
  )
}

/** "xorbo", "NATO xorbo", "xorbo article 3" and "xorbo and since when" may, with "?" for each word that nobody knows. */
const naming =
  /^(?:\? ?)+(?:(?:pact|treaty|alliance|union|organization|agreement|partnership|group) ?)?(?:$|(?:and|who|what|which|when|where|how|why|is|are|was|were|do|does|did|has|have) )|(?:@\d|\b\d+) \?|\? (?:(?:article|treaty|pact) )?(?:@\d|\d+\b)/

/** Whether a part may name what is asked about, rather than say something of its own. */
function mayName(part: string, hasTopic: boolean): boolean {
  const words = part.split(' ').map((word) => (/^@?\d+$/.test(word) || isKnownWord(word) ? word : '?'))
  return hasTopic && !starter.test(part) ? naming.test(words.join(' ')) : words.includes('?')
}

/** "Back when it existed". */
const bygone =
  /^(?:back )?(?:when|while) (@\d) (?:still )?(?:existed|was (?:still )?(?:around|active|thing|alive|in force|going)) /

/** "Is it in it or did they leave". */
const otherwise =
  /^((?:is|are|was|were|do|does|did|has|have) .*?@\d.*?) or (?:did|have|has|had|is|are|was|were|do|does) (?!not\b)[a-z ]+$/

/** A part without what opens and closes it, and adds nothing. */
function withoutAsides(part: string, hasTopic: boolean): string {
  let plain = part.replace(bygone, '$1 ')
  for (let before = ''; before !== plain;) {
    before = plain
    plain = plain.replace(opener, '')
    if (plain === before) plain = fromStarter(plain, hasTopic)
  }
  for (let before = ''; before !== plain;) {
    before = plain
    if (!tag.test(plain) && !shortQuestion.test(plain))
      plain = plain
        .replace(closer, '')
        .replace(alternative, '$1')
        .replace(otherwise, '$1')
        .replace(trailing, '')
  }
  return plain
}

/** "The date on which". */
const asksDate = /\b(?:date|day|year|month) (?:on|in|at|from|since)$/

/** "quick one how many are in it": from where the question begins, if what comes before is an aside. */
function fromStarter(part: string, hasTopic: boolean): string {
  if (starter.test(`${part} `) && !/^(?:do|does|did|can|could|has|is) (?:any|some|you|u|it|this)/.test(part))
    return part
  const words = part.split(' ')
  for (let index = 1; index < words.length - 1; index++) {
    const before = words.slice(0, index).join(' ')
    if (!isFraming(before, hasTopic) || asksDate.test(words.slice(0, index + 1).join(' '))) return part
    if (starter.test(`${words.slice(index).join(' ')} `) && /[a-z]{4}|\bq\b/.test(before))
      return words.slice(index).join(' ')
  }
  return part
}

const embedded =
  /^((?:who|what|where|when|how many|how|which|why|since when|(?:in )?(?:which|what) year) )(@\d(?: and @\d)?|it|they) ((?:actually |really |even |exactly )*)(is|are|was|were|did|does|do|has|have|can|must)(?= |$)/

/** "@0 still @1". */
const bare =
  /^@\d(?: (?:still|also|even|already|officially|really|actually|currently|now))* @\d(?: (?:still|now|yet|already))*$/

/** "@0 is in @1" asks as much as "is @0 in @1". */
function asQuestion(statement: string): string {
  if (embedded.test(statement)) return statement.replace(embedded, '$1$4 $2')
  const [, subject, verb, rest] =
    /^((?:@\d|[a-z]+)(?: and @\d)*)(?: (?:apparently|actually|really|officially|currently|still|also|just))* (is|are|was|were|has|have|had|does|do|did|can|must|will)( .*)$/.exec(
      statement,
    ) ?? []
  if (subject !== undefined && subject.includes('@'))
    return `${verb} ${subject}${rest}`.replace(alternative, '$1')
  if (bare.test(statement)) return `is ${statement}`
  return /^@\d /.test(statement) ? `did ${statement.replace(/^(@\d) joined\b/, '$1 join')}` : statement
}

const when = /^(?:since when|when|(?:in )?(?:which|what) (?:year|date))$/
/** When something happened, of which the answer tells. */
export const decade =
  / (?:back )?(?:in|during|sometime in) (?:(?:the|early|late|mid|middle of) )*(?:19|20)?['’]?\d0s(?=\W|$)/

const vagueDate =
  / (?:back )?(?:in|since|around|during|at|by|like) (?:(?:early|late|mid|end|beginning|start|of|about|like) )*(?:\d{2,4}s?|last (?:year|century)|this year|recently)(?= |$)| (?:last|this) (?:year|month|week|decade)(?= |$)| (?:recently|lately|years ago|decades ago|some years ago)(?= |$)/g

const asksWho = /^who (?:is|was|are|were) (?:it|that|he|she|they)$/

/**
 * The ways to read the words without asides, the most literal first; each has all names that were given. Without a topic
 * the names are those of countries alone.
 */
export function withoutFraming(words: readonly string[], isAsked: boolean, hasTopic: boolean): string[] {
  const plainWords = words.filter((word) => !articles.has(word))
  const literal = plainWords.filter((word) => word !== ',').join(' ')
  const all = new Set(literal.match(/@\d/g) ?? [])
  const parts = plainWords
    .join(' ')
    .split(/(?: ?, ?)+/)
    .filter(Boolean)
    .map((part) => withoutAsides(part, hasTopic))
    .filter((part) => part !== '' && !isFraming(part, hasTopic))
    .filter(
      (part, index, all) =>
        index === 0 || !guess.test(part) || !(unsure.test(part) || starter.test(`${all[0]} `)),
    )
  const found = [parts.join(' ')]
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  const said = parts.slice(0, -1).join(' ')
  if (parts.length > 1 && tag.test(last))
    found.unshift(asQuestion(said), asQuestion(said.replace(decade, '')))
  if (parts.length > 1 && !names.test(first) && tag.test(first))
    found.unshift(asQuestion(parts.slice(1).join(' ')))
  const asksMore = shortQuestion.exec(last)?.[1]
  if (said !== '' && asksMore !== undefined) {
    const plain = when.test(asksMore) ? said.replace(vagueDate, '') : said
    found.unshift(`${asksMore} ${plain}`, `${asksMore} ${asQuestion(plain)}`)
  }
  if (parts.length === 1 && (isAsked || last !== literal || embedded.test(last))) found.push(asQuestion(last))
  // "Cyprus is not in NATO why".
  if (/^@\d .* why$/.test(last)) found.push(`why ${asQuestion(last.replace(/ why$/, ''))}`)
  const asking = parts.filter((part) => starter.test(`${part} `))
  const asksFor = (part: string) => !names.test(part) && relating.test(part)
  const mayNameMore = parts.some(
    (part, index) =>
      !asking.includes(part) &&
      (mayName(part, hasTopic) || (asksFor(part) && index > parts.indexOf(asking[0] ?? ''))),
  )
  if (asking.length === 1 && !mayNameMore) found.push(asking[0] ?? '')
  // "i thought Ireland was neutral, is it in NATO": of what was said before, the name alone.
  if (asking.length === 1 && parts.length > 1 && !mayNameMore && !asksWhenThatWas.test(asking[0] ?? '')) {
    const missing = [...all].filter((name) => !asking[0]?.includes(name))
    // Beside a name "it" is one of those before it.
    const pronoun = names.test(asking[0] ?? '')
      ? /\b(?:they|them|their|we|our)\b/
      : /\b(?:it|they|them|its|their|we|our)\b/
    if (missing.length > 1 && pronoun.test(asking[0] ?? '') && !tag.test(asking[0] ?? ''))
      found.push(`${asking[0]} ${missing.join(' ')}`)
    // "The first NATO boss, who was it": it is more than the name.
    if (asksWho.test(asking[0] ?? '') && !/^@\d$/.test(said)) found.push(said)
    else if (missing.length === 1)
      found.push(
        asking[0]?.replace(
          /\b(?:my country|our country|it|they|them|its|their|he|that|this|we|our)\b/,
          missing[0] ?? '',
        ) ?? '',
      )
  }
  const [named, ...alsoNamed] = parts.filter((part) => names.test(part))
  const others = parts.filter((part) => part !== named)
  const areAsides = others.every(
    (part) =>
      !starter.test(`${part} `) &&
      !/\d/.test(part) &&
      !supposing.test(part) &&
      // What follows the question may ask for more.
      !(relating.test(part) && parts.indexOf(part) > parts.indexOf(named ?? '')) &&
      !mayName(part, hasTopic),
  )
  if (named !== undefined && alsoNamed.length === 0 && others.length > 0 && areAsides)
    found.push(asQuestion(named))
  return [...new Set([literal, ...found])].filter(
    (text) => new Set(text.match(/@\d/g) ?? []).size === all.size && text !== '',
  )
}
