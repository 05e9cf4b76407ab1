// Finds the fact whose statement says all that a clause says, in whatever words: such a claim is supported by it.
import { datesAgree, parseDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bodyOfTreaty } from '../questions/promise-facts.ts'
import { datePattern } from './plain-words.ts'
import { mayCover, possessive, readStatement, statementsOf, type Statement } from './statements.ts'
import { withArabicNumbers } from './plain-numbers.ts'
import { hedges, isContent, isPaired, isPastWord, meaningOf, negations, stemOf } from './stated-words.ts'

/** "NATO was the first" says not of what. */
const rank = /^(?:first|last|next|only|most|least|best|biggest|largest|one|part|many|few|several)$/
const timeWords = ['since', 'until', 'before', 'after']
const date = new RegExp(`\\b${datePattern}\\b`, 'g')

/** "NATO joined in 1999" is not about who joined it. */
const bare = /^@\d+ (?:joined|rejoined|entered|left|quit|signed)(?: @\d+)?(?: (?:in|on) [\d-]+)?$/
/** In what, no fact says. */
const bareIn =
  /^@\d+ (?:is|are|was|were|became) (?:[a-z]+ ){0,2}(?:members?|partners?|all(?:y|ies))(?: of @\d+)?$|^@\d+ (?:(?:took|takes|take) part|participated|hosted|hosts|attended|joined|left)(?: (?:in|on) [\d-]+)?$/
/** Who "it" is, no fact says. */
const isOfUnknown =
  /^(?:[a-z]+ )?(?:which|whom)\b|^(?:this|these|those|who|where|there) |(?:^|@\d+(?: ,)? )(?:it|they|he|she) /
/** The fact that says all of a clause: the same names in the same roles, numbers, dates, and polarity. */
export function statedBy(
  text: string,
  names: readonly Entity[][],
  facts: FactSnapshot,
  today: string,
): Fact | undefined {
  const article = /\barticle (\d+)\b/.exec(withArabicNumbers(text))?.[1]
  const used = [...text.matchAll(/@(\d+)/g)].flatMap(([, index]) => {
    const all = names[Number(index)] ?? []
    const [only, ...others] = all.length > 1 ? all.filter(({ kind }) => kind === 'country') : all
    return only && others.length === 0 ? [only] : []
  })
  if (used.length !== (text.match(/@\d+/g) ?? []).length) return undefined
  const nato = facts.getEntity('nato')
  const about = used.length > 0 ? used : article !== undefined && nato ? [nato] : []
  // Those that name whichever is named least, as itself or as the body of a treaty.
  const sizeOf = (entities: readonly Entity[]) =>
    entities.reduce((sum, entity) => sum + statementsOf(entity, facts).length, 0)
  const [least] = about
    .map((entity) => [...new Set([entity, facts.getEntity(bodyOfTreaty(entity.id)) ?? entity])])
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  const words = withArabicNumbers(text)
    .replace(/(?<=^article \d+( of @\d+)?( treaty)?) (?:says|states|means|requires)(?: that)?(?= )/, ' is')
    .split(' ')
  const content = words.filter((word) => isContent(word) && !timeWords.includes(word))
  const isBare = bare.test(text) && used.every(({ kind }) => kind !== 'country')
  if (isBare || bareIn.test(text) || isOfUnknown.test(text)) return undefined
  // Much is about something in one way or another, and whom "the US must defend them" is about is not said.
  if (/^@\d+ (?:is|was) (?:[a-z]+ )?about | (?:them|it|each other|one another|1 another|others)$/.test(text))
    return undefined
  if (!isClause(words) || content.length > 12 || content.every((word) => rank.test(word))) return undefined
  // "It was signed" may be said of anything.
  const own = used.length > 0 ? text : text.replace(/article \d+/, '')
  const isExact = /(?:^| )\d/.test(own) || words.some((word) => negations.has(word))
  if (!least || content.length === 0 || content.length + used.length < (isExact ? 2 : 3)) return undefined
  const claim = { words, meanings: words.map(meaningOf), used, article }
  const starts = content.map((word) => stemOf(word).slice(0, 4))
  return least
    .flatMap((entity) => mayCover(entity, starts, facts))
    .find((fact) => covers(readStatement(fact, facts), claim, today))
}

const finite = /^(?:is|are|has|have|does|do|can|may|must)$|[a-z]{2}s$/

/** "Presidents said so", "Britain leads". */
const saysNothing = /\b(?:says?|said|told|asked|knows?|knew|leads?|led|hosts?|hosted|runs?)(?: no| yes)?$/
/** Somebody or something does or is something: "learned about it" and "Republic of China" are none. */
function isClause([first = '', ...rest]: readonly string[]): boolean {
  const isPlural = first.startsWith('@') && rest[0] === 'and'
  if (saysNothing.test(rest.join(' '))) return false
  return !isPastWord(first) && (isPlural || rest.some((word) => finite.test(word) || isPastWord(word)))
}

interface ClauseWords {
  words: string[]
  meanings: string[]
  used: Entity[]
  article: string | undefined
}

function covers(statement: Statement, claim: ClauseWords, today: string): boolean {
  const { fact, words, stems, meanings, names } = statement
  // Where each word of the claim is in the statement.
  const places: (number | undefined)[] = claim.words.map((word, index) => {
    if (/^@/.test(word)) {
      const entity = claim.used[claim.words.slice(0, index).filter((other) => /^@/.test(other)).length]
      const at = words.findIndex(
        (other) =>
          /^@/.test(other) &&
          (names[Number(other.slice(1))] ?? []).some(
            ({ id }) => id === entity?.id || bodyOfTreaty(id) === entity?.id,
          ),
      )
      return at >= 0 ? at : entity?.id === fact.entity ? -1 : undefined
    }
    const isOfSection = word === 'article' && sectionOf(fact) === `article ${claim.article}`
    if (!isContent(word) || isOfSection) return -1
    // "Article 12" is not 12 articles.
    if (word === 'articles') return words.includes(word) ? words.indexOf(word) : undefined
    const same = stems.indexOf(stemOf(word))
    const at = same >= 0 ? same : meanings.indexOf(claim.meanings[index] ?? '')
    // What is done may be done; an area covers only what is in it.
    const isImplied = word === 'may' || (word === 'only' && fact.attribute === 'area')
    return at >= 0 ? at : isImplied ? -1 : undefined
  })
  if (places.includes(undefined)) return false
  const known = places.map((place) => place ?? -1)
  // Who "works with NATO as a partner" does not make NATO one.
  const isOfSubject = /^@\d+ (?:is|are|was|were) (?:[a-z]+ )?[a-z]+$/.test(claim.words.join(' '))
  if (isOfSubject && /^(?:with|of|to|for|by|from)$/.test(words[(known[0] ?? 0) - 1] ?? '')) return false
  if (!numbersAgree(statement, claim, today)) return false
  const covered = new Set(known.filter((place) => place >= 0))
  const isNear = nearOf(words, covered)
  if (
    meanings.some(
      (meaning, index) =>
        hedges.has(meaning) &&
        words[index] !== 'name' &&
        !covered.has(index) &&
        (isNear(index) || conditions.has(meaning)) &&
        // "Invited and then disinvited."
        !claim.meanings.some((own) => own === `dis${meaning}` || own === `un${meaning}`),
    )
  )
    return false
  if (!tensesAgree(words, claim.words, known)) return false
  if (!polarityAgrees(statement, claim, known, isNear)) return false
  // An area is one of the promise in a treaty.
  if (fact.attribute !== 'area' && !headsCovered(words, covered)) return false
  if (!rolesAgree(words, claim.words, known)) return false
  const isPast = claim.words.some((word) => isPastWord(word))
  const isOld =
    words.some(
      (word, index) => isPastWord(word) && isNear(index) && !/^(?:is|are|be)$/.test(words[index - 1] ?? ''),
    ) || /^(?:In|On|By|At) (?:\w+ )?(?:\d+, )?\d{4}\b/.test(fact.statement)
  const hasEnded = fact.validTo !== null && fact.validTo < today
  return isPast || !(hasEnded || isOld)
}

/** What was done is said as done: "joined" is neither "joining" nor "to join". */
function tensesAgree(words: readonly string[], own: readonly string[], places: readonly number[]): boolean {
  return own.every((word, index) => {
    const place = places[index] ?? -1
    if (place < 0 || !isPastWord(word) || !isContent(word)) return true
    return !/ing$/.test(words[place] ?? '') && words[place - 1] !== 'to'
  })
}

function sectionOf({ section }: Fact): string {
  return withArabicNumbers(section.toLowerCase())
}

/** Which "every two years" is not. */
const everyUnit = /\bevery (?:year|month|week|day)\b/

/** Each number and date of the claim is in the statement; "since" and "until" are said there as well. */
function numbersAgree({ fact, words }: Statement, claim: ClauseWords, today: string): boolean {
  const said = words.join(' ')
  const text = claim.words.join(' ')
  const saidDates = [...(said.match(date) ?? [])].map((one) => parseDate(one, today) ?? '')
  for (const one of text.match(date) ?? []) {
    const day = parseDate(one, today) ?? ''
    if (
      ![...saidDates, fact.validFrom ?? ''].some(
        (other) => other !== '' && other.length >= day.length && datesAgree(other, day),
      )
    )
      return false
  }
  if (everyUnit.test(text) && !everyUnit.test(said)) return false
  if (timeWords.some((word) => claim.words.includes(word) && !words.includes(word))) return false
  const numbersIn = (from: string) => from.replace(date, ' ').match(/(?<![@\w])\d+(?:p\d+)?(?!\w)/g) ?? []
  const own = [...numbersIn(said), ...numbersIn(sectionOf(fact))]
  const bounds = text.match(/\b(?:over|under) \d|\b(?:at least|at most|more than|less than)\b/g) ?? []
  return numbersIn(text).every((number) => own.includes(number)) && bounds.every((one) => said.includes(one))
}

/** Whether a word is in a part of the statement, between commas, that has a word of the claim. */
function nearOf(words: readonly string[], covered: ReadonlySet<number>): (index: number) => boolean {
  let part = 0
  const parts = words.map((word) => (/^[,;:]$/.test(word) ? ++part : part))
  const used = new Set([...covered].map((index) => parts[index]))
  return (index) => used.has(parts[index])
}

const conditions = new Set(['if', 'unless', 'until', 'except', 'but'])

/** As many denials, and of the same word. */
function polarityAgrees(
  { words, meanings }: Statement,
  claim: ClauseWords,
  places: readonly number[],
  isNear: (index: number) => boolean,
): boolean {
  const denialsIn = (all: readonly string[]) =>
    all.flatMap((word, index) => (negations.has(word) ? [index] : []))
  const [own, theirs] = [denialsIn(claim.words), denialsIn(words).filter(isNear)]
  if (own.length !== theirs.length || (claim.words.includes('never') && !words.includes('never')))
    return false
  return own.every((at, index) => {
    const next = places.slice(at + 1).find((place) => place >= 0)
    const negation = theirs[index] ?? 0
    return (
      next === undefined ||
      (next > negation && meanings.slice(negation + 1, next).filter(isContent).length <= 1)
    )
  })
}

/** "NATO's command" and "the command of NATO" are not NATO. */
function headsCovered(words: readonly string[], covered: ReadonlySet<number>): boolean {
  return words.every((word, index) => {
    if (word === possessive) {
      let last = index + 1
      while (isContent(words[last + 1] ?? '') && !timeWords.includes(words[last + 1] ?? '')) last += 1
      return covered.has(last) || !covered.has(index - 1)
    }
    const before = words[index - 1] ?? ''
    const isOfName = /^(?:of|in|for|to)$/.test(word) && /^@/.test(words[index + 1] ?? '')
    // The articles of its treaty are its own.
    if (!isOfName || !isContent(before) || before === 'articles') return true
    return covered.has(index - 1) || !covered.has(index + 1)
  })
}

/** Names stand in the same order among each other and around the same words. */
function rolesAgree(words: readonly string[], own: readonly string[], places: readonly number[]): boolean {
  const several = new Set(words.filter((word) => /^@/.test(word))).size > 1
  if (!several) return true
  const found = own.flatMap((word, index) => {
    const place = places[index] ?? -1
    return place >= 0 ? [{ isName: word.startsWith('@'), index, place }] : []
  })
  // "Submarines for Australia": who is brought submarines; "Japan's administration": the administration of Japan.
  return found.every((one) =>
    found.every(
      (other) =>
        !one.isName ||
        (own[one.index - 1] === 'for' && !other.isName) ||
        (other.index === one.index + 1 && other.place === one.place - 2 && words[one.place - 1] === 'of') ||
        one === other ||
        (isPaired(own, one.index, other.index) && isPaired(words, one.place, other.place)) ||
        one.index < other.index === one.place < other.place,
    ),
  )
}
