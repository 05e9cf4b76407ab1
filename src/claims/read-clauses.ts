// Reads clauses: each must fit a pattern whole, or say what a fact says; what goes without saying is added.
import { nameList } from './claim-patterns.ts'
import { datePattern } from './plain-words.ts'
import { matchClause, matchStated } from './match-claim.ts'
import type { ClaimContext, Reader, ReadSentence } from './reader.ts'
import { hasRole } from '../questions/roles.ts'
import { isOfBoth } from './context-after.ts'
import { candidates } from './clause-candidates.ts'
import { month } from '../questions/pattern-words.ts'
import { sideBySide } from './side-by-side.ts'
import { lastYear, withYear } from './relative-dates.ts'

const separator =
  /(?: ,)? (?:and|but|while|whereas|which|though|although|yet|who) | [,;] | (?=(?:announced|signed|founded|established|created|formed|launched|held|based|led by|hosted by|run by|headquartered) )/g
const maxSeparators = 6

/** "My teacher says that …": what somebody is told to say is checked as it is said. */
const report =
  /^(?:(?:my|our|his|her) (?:(?!not |never |no )[a-z]+ ){0,3}?|(?:host|teacher|guide|textbook|professor) |(?:he|she) )(?:(?:also|once|always|just) )?(?:says?|said|claims?|claimed|swears?|swore|insists?|insisted|told (?:me|us|my class)|tells (?:me|us))(?: that)? (?=\S)(?!.* (?:and|but) (?!(?:it|hq|headquarters) (?:is|are|was|has|had|ended|began) ))(?!.* , (?!in \d))/

export function readClauses(
  text: string,
  reader: Reader,
  context: ClaimContext,
  depth = maxSeparators,
): ReadSentence | undefined {
  const whole =
    readClause(text, reader, context) ??
    readObjects(text, reader, context) ??
    readOrigin(text, reader, context) ??
    readDetails(text, reader, context) ??
    readSubjects(text, reader)
  if (whole || depth === 0) return whole
  if (depth === maxSeparators && report.test(text))
    return readClauses(text.replace(report, ''), reader, context, 1)
  // The longest first clause wins.
  const splits = [...text.matchAll(separator)].slice(0, maxSeparators * 2).reverse()
  for (const { index, 0: words } of splits) {
    const first = readClause(text.slice(0, index), reader, context)
    if (!first) continue
    const known = isRelative.test(words)
      ? ofLastName(text.slice(0, index), reader, first.context)
      : first.context
    const after = { ...known, isWithin: true as const }
    const rest = readClauses(text.slice(index + words.length), reader, after, depth - 1)
    if (rest)
      return {
        claims: [...first.claims, ...rest.claims],
        context: {
          ...rest.context,
          subjects: first.context.subjects,
          body: first.context.body ?? rest.context.body,
          // "It is in NATO and not in the EU": "the same for Norway" is said of both.
          predicate: isOfBoth(first.context, rest.context) ? rest.context.predicate : '',
          article: rest.context.article ?? first.context.article,
        },
      }
  }
  const plainer = depth === maxSeparators ? sideBySide(text) : undefined
  return plainer === undefined ? undefined : readClauses(plainer, reader, context, depth - 1)
}

const isRelative = / (?:which|who) $/

/** "It is older than NATO, which …" goes on about NATO. */
function ofLastName(text: string, { names }: Reader, context: ClaimContext): ClaimContext {
  const [, index] = / @(\d+)$/.exec(text) ?? []
  const [last, ...others] = names[Number(index)] ?? []
  if (!last || others.length > 0) return context
  return { ...context, subjects: [last], body: hasRole(last, 'T') ? last : context.body }
}

const objects = new RegExp(
  `^(.*[a-z]) (@\\d+)((?:(?: ,)?(?: and| or)(?: (?:of|in|to|from))? @\\d+| , @\\d+)+)((?: (?:in|on|since) ${datePattern})?)$`,
)

const editions = /^(.* @(\d+)) (?:and|,) (\d{4})$/
const dates = new RegExp(
  `^(.*) (?:in|on) (${datePattern}(?: , ${datePattern})*)(?: ,)? and (?:(?:in|on) )?(${datePattern})$`,
)

/** "China is in the SCO and BRICS", "in 2014 and 2016": what is claimed of the last name is claimed of each. */
function readObjects(text: string, reader: Reader, context: ClaimContext): ReadSentence | undefined {
  const [, done, some, last] = dates.exec(text) ?? []
  if (done !== undefined && some !== undefined && last !== undefined) {
    const all = [...some.split(' , '), last]
    if (all.length > maxSeparators) return undefined
    const read = all.flatMap((date) => readClause(`${done} in ${date}`, reader, context) ?? [])
    const [then] = read
    // "They joined in 2004 and 2002" is not said of each.
    if (!then || read.length < all.length || then.claims.some(({ subjects }) => subjects.length > 1))
      return undefined
    return { claims: read.flatMap(({ claims }) => claims), context: then.context }
  }
  // "RIMPAC 2014 and 2016".
  const [, whole, index, year] = editions.exec(text) ?? []
  const series = reader.facts.getEntity(reader.names[Number(index)]?.[0]?.edition?.of ?? '')
  if (whole !== undefined && series) {
    const other = `@${reader.names.push([series]) - 1} in ${year}`
    const [then, again] = [whole, whole.replace(/@\d+$/, other)].map((one) =>
      readClause(one, reader, context),
    )
    return then && again && { claims: [...then.claims, ...again.claims], context: then.context }
  }
  const paired = readPairs(text, reader, context)
  if (paired) return paired
  const [, start, first, others, when] = objects.exec(text) ?? []
  if (start === undefined || first === undefined || others === undefined) return undefined
  const read = [first, ...(others.match(/@\d+/g) ?? [])].map((name) =>
    readClause(`${start} ${name}${when}`, reader, context),
  )
  const known = read.flatMap((one) => one ?? [])
  const [main] = known
  if (!main || known.length < read.length) return undefined
  // Which of several bodies the next clause is about is not said.
  const isOneBody = new Set(known.map(({ context: after }) => after.body)).size === 1
  return {
    claims: known.flatMap(({ claims }) => claims),
    context: isOneBody ? main.context : { ...main.context, body: undefined },
  }
}

const several = new RegExp(
  `^(${nameList}) ((?:signed|applied|announced|ratified|hosted|use|used|invoked) .*@.*)$`,
)

/** "Thailand and the Philippines signed the Manila Pact", as facts say of each. */
function readSubjects(text: string, reader: Reader): ReadSentence | undefined {
  const [, who = '', done = ''] = several.exec(text) ?? []
  const names = who.match(/@\d+/g) ?? []
  if (names.length < 2 || / (?:each other|together|another) /.test(done)) return undefined
  const read = names.flatMap((name) => matchStated(`${name} ${done}`, reader) ?? [])
  const [main] = read
  const subjects = read.flatMap(({ context }) => context.subjects)
  return main && read.length === names.length
    ? { claims: read.flatMap(({ claims }) => claims), context: { ...main.context, subjects } }
    : undefined
}

const pair = new RegExp(`(@\\d+)(?: ,)? (?:(?:in|since|from) )?(${datePattern})(?: ,)?`, 'g')

/** "Finland (2023) and Sweden (2024) joined NATO", "treaties with Japan (1960) and Korea (1953)". */
function readPairs(text: string, reader: Reader, context: ClaimContext): ReadSentence | undefined {
  const pairs = [...text.matchAll(pair)]
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (pairs.length < 2 || !first || !last) return undefined
  const end = last.index + last[0].length
  const between = text
    .slice(first.index, end)
    .replace(pair, '')
    .replace(/\band\b|,/g, '')
  const [before, after] = [text.slice(0, first.index), text.slice(end)]
  if (between.trim() !== '') return undefined
  const read = pairs.map(([, name = '', date = '']) =>
    readClause(`${before}${name}${after} in ${date}`, reader, context),
  )
  const known = read.flatMap((one) => one ?? [])
  const [main] = known
  if (!main || known.length < read.length) return undefined
  return { claims: known.flatMap(({ claims }) => claims), context: main.context }
}

const datedOrigin = new RegExp(
  `^(.* (?:from|out of|on|by|under|through|back to) )(@\\d+) (?:of|from|in|signed in) (${datePattern})$`,
)

/** "It was created by the Manila Pact in 1954": that one was signed then. */
function readOrigin(text: string, reader: Reader, context: ClaimContext): ReadSentence | undefined {
  const [, start, name, date] = datedOrigin.exec(text) ?? []
  if (start === undefined || name === undefined || date === undefined) return undefined
  const origin = readClause(`${start}${name}`, reader, context)
  const signed = origin && readClause(`${name} was signed in ${date}`, reader, context)
  return signed && { claims: [...origin.claims, ...signed.claims], context: origin.context }
}

/** What only adds to a clause, so that a clause with several says as much with each. */
const detail = new RegExp(
  `(?: ,)? (?:(?:in|every|during) (?:even|odd)(?: numbered)? years?|every year|every \\d years|every ${month}|yearly|(?:in|on|since) ${datePattern}|(?:in|near|off|around|at|out of) @\\d+|by ${nameList}|(?:with|by) \\d+ (?:founding |original )?(?:members|countries|nations|states)|(?:in|at) [a-z]+(?: de [a-z]+)?(?: [a-z]+)?|as (?:their )?nth\\d+ (?:member|country|nation|ally)|after september 11|after (?:november )?(?:2015 )?paris(?: terror)? attacks|(?:, )?(?:\\d+ (?:years|months) )?(?:before|after) @\\d+)$`,
)
const restricts = /\b(?:not|never|no|only|none|neither|nolonger|first|last|most|least)\b/
const maxDetails = 4

/** "RIMPAC is hosted by the US near Hawaii every 2 years" is hosted by it, near there, and so often. */
function readDetails(text: string, reader: Reader, context: ClaimContext): ReadSentence | undefined {
  const found: string[] = []
  let core = text
  for (let match = detail.exec(core); match; match = detail.exec(core)) {
    // "Sweden joined in NATO" is no place.
    const [, named] = /^ (?:in|near|off|around|at|out of) @(\d+)$/.exec(match[0]) ?? []
    if (named !== undefined && reader.names[Number(named)]?.some((one) => hasRole(one, 'T'))) return undefined
    found.unshift(match[0].replace(' ,', ''))
    core = core.slice(0, match.index)
  }
  if (found.length < 2 || found.length > maxDetails || restricts.test(core) || core.includes(' , '))
    return undefined
  const read = found.map((one) => readClause(core + one, reader, context))
  const known = read.flatMap((one) => one ?? [])
  const [main] = known
  if (!main || known.length < read.length) return undefined
  return { claims: known.flatMap(({ claims }) => claims), context: main.context }
}

/** One clause, in which what goes without saying is added from the context. */
function readClause(text: string, reader: Reader, context: ClaimContext): ReadSentence | undefined {
  if (reader.budget && reader.budget.tries-- <= 0) return undefined
  const plain = text.trim()
  const { texts, guesses } = candidates(plain, reader, context)
  const later = withYear(plain, context)
  const counted = later === plain ? undefined : candidates(later, reader, context)
  // What is about something that was guessed is a guess as well.
  const [sure, unsure] = context.isGuess ? [[plain], [...texts, ...guesses]] : [texts, guesses]
  const isGuess = { isGuess: true as const }
  // A year that is counted makes the claim a guess, not what it is about.
  const all = [
    { texts: sure, ofClaim: {}, ofContext: {} },
    { texts: unsure, ofClaim: isGuess, ofContext: isGuess },
    { texts: counted?.texts ?? [], ofClaim: isGuess, ofContext: context.isGuess ? isGuess : {} },
    { texts: counted?.guesses ?? [], ofClaim: isGuess, ofContext: isGuess },
  ]
  for (const match of [matchClause, matchStated])
    for (const { texts: some, ofClaim, ofContext } of all) {
      const read = firstOf(some, match, reader)
      if (!read) continue
      return {
        claims: read.claims.map((claim) => ({
          ...claim,
          // What has ended may be another than what was spoken of.
          ...(claim.detail === 'wholly' && read.text !== plain ? { detail: '' } : {}),
          ...ofClaim,
        })),
        context: {
          ...read.context,
          year: lastYear(read.text.split(' ')) ?? context.year,
          ...ofContext,
        },
      }
    }
  return undefined
}

function firstOf(texts: readonly string[], match: typeof matchClause, reader: Reader) {
  for (const text of new Set(texts)) {
    const read = match(text, reader)
    if (read) return { ...read, text }
  }
  return undefined
}
