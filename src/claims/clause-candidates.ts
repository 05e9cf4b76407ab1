// What a clause may say in full: what goes without saying is added from the context.
import type { Entity } from '../data/model/types.ts'
import { partiesOn } from '../questions/memberships-of.ts'
import { hasRole } from '../questions/roles.ts'
import {
  bareArticle,
  hasBareArticle,
  ofArticle,
  ofDuties,
  ofHome,
  ofMembers,
  ofTreaty,
} from './implied-object.ts'
import {
  editionOf,
  inOthers,
  inSameWay,
  manyMore,
  membersIn,
  namedTogether,
  saidBefore,
  sinceSaid,
} from './back-references.ts'
import { withBody } from './bare-verbs.ts'
import { nameList } from './claim-patterns.ts'
import type { ClaimContext, Reader } from './reader.ts'
import { ofNamesLabelled, ofLabels } from './labels.ts'
import { beingOf, ofStatus } from './implied-status.ts'
import { begunAs, grewFrom, partnerOf, ofOffice, returning, withSubject } from './implied-subject.ts'

const bodyNoun = /^(?:alliance|pact|treaty|bloc|group|club|organization|agreement|deal|partnership) (?=\S)/
const bodyPronoun = / (?:it$|(?:alliance|pact|treaty|bloc|group|club|organization)(?=$| (?:in|on) \d))/
/** "Norway and Denmark were founding members." */
const ofAlliance = new RegExp(
  `^${nameList} (?:is|are|was|were|became) (?:founding|original|nth\\d+|one of|newest) `,
)
const restricts = /\b(?:not|never|no|nolonger|neither|none)\b/
const tookPart = /\b(?:took part|participated)(?! in @)/
/** Who took part was invited. */
const wasInvited = /^(@\d+) (?:was|were) invited to (?=@\d+ in \d)/
const suspended = /^@\d+ (?:is|are|was|were) suspended(?= in | since |$)/
const thereIs =
  /^(?:there (?:is|are) )?(no|not) (?=.*(?:clause|treaty|pact|guarantee|obligation|commitment|promise|alliance|provision|rule)s?(?: (?:in|to|behind) it| in world| (?:to|for|on|about|against) .*)?$)/
const justNames = /^@\d+(?:(?: ,)?(?: and)? @\d+){2,}$/
const objectPronoun =
  / (joined|left|quit|froze|suspended|invoked|used|triggered|hosts?|hosted|leads?|led|runs?|signed|of|in|from|to) (?:it|one|thing)(?= (?:in|on|since|after|twice|once) |$)/
/** Several are no "it". */
const singular = /^(?:it|he|she) /
const leads = /^@\d+ (?:leads|hosts|runs)$/
const withMany = /^with (?=\d+ (?:members|countries|nations)$)/
/** "That makes 32 members." */
const total =
  /^(?:that|this|which|it) (?:makes|brings|brought) (?:it |them |total |count |number |list |club )?(?:up )?(?:to )?(?=\d+(?: members| countries| of them)?$)/
/** "That's 11 now": in it, or in what was said last. */
const newTotal = /^(?:that|this) is (?=\d+(?: members)?$)/
/** "It never left." */
const staying =
  /^@\d+ (?:(?:did|has|have) not|never) (?:leave|left|quit|join|joined|withdrew from|withdrawn from)$/
const isOut = / (is|are|was|were) out(?= (?:by|since|in|from) \d|$)/
/** "It was already in since 2009." */
const isInside = / ((?:is|are|was|were)(?: not)?) in(?= (?:since|by|from|until) \d|$)/
const thereAre =
  /^(there (?:is|are|was|were) .*\b(?:members|countries|nations|troops|personnel|people))(?: in it)?(?= in \d|$)/
/** "Its obligations to New Zealand" are under the treaty. */
const duty = / their (?:treaty |defense |security )*(?:obligations|commitments)(?= (?:to|toward|towards) @)/
const uses = / (?:invoked?|used?|triggered?) article /
/** "Germany is third" may be said of money. */
const nthOne = /^@\d+ (?:is|was|became) nth(?:\d\d|\d (?=in ))(?: ?in [\d-]+)?$/
const place = / (?:there|in country)(?= in \d|$)/
/** "Brazil has been one since 2019." */
const isOne = / ((?:is|are|was|were)(?: not)?|became) (?:one|1)(?: of them)?(?= in | since | until |$)/
/** "Founded by 12 countries. Germany was one of them." */
const aboutFounders = /\b(?:found(?:ed|ers?|ing)|original|sign(?:ed|ers|atories)|start(?:ed)?|beg[au]n)\b/
const together = /^they (?:do|did|hold|held|run|take part in|took part in) @\d+/
const firstOne = /^first(?: one| 1| edition)? was (?=(?:in|on) \d)/
const stillIn = /^(\d+) (?:members |countries )?(?:are left|remain)$/
const withdrawal = / announced (?:their )?withdrawal(?= in \d|$)/
/** "Croatia was the last one in 2013." */
const lastOne = / ((?:is|was) (?:last|latest|newest|most recent)(?: one| member| country)?)(?= in \d{4}$)/
/** "Article 4 of its treaty", "five of its members". */
const ofTheirs =
  / (of|in) their(?: (?:treaty|charter|founding treaty))?(?= (?:is|says|was|has|members|countries) | members$)/
const lastIn =
  / ((?:last|latest|newest|most recent)(?: one| member| country)?) (?:in|to join|to get in)(?= in \d{4}$|$)/
const toThem = / (to|toward|towards|with|for) (?:them|it)(?= in \d|$)/
const statement = /^(@\d+)(?: treaty| pact)? (?:says|states|provides|stipulates)(?: that)? (?=\S)/
const ownPart = / (froze|suspended|paused|halted|freezes) their (?:participation|membership)(?= in \d|$)/
const pillar = /^pillar (?:\d|[iv]+)(?= is )/

export interface Candidates {
  /** What it says for certain, or in doubt whether a name may be left out so. */
  texts: string[]
  /** What it may say, of which only what is supported counts. */
  guesses: string[]
}

export function candidates(text: string, reader: Reader, context: ClaimContext): Candidates {
  const begun = begunAs(text, reader)
  if (begun.length > 0) return { texts: begun, guesses: [] }
  const isOfSome = hasBareArticle(text, reader, context)
  const all = isOfSome ? [] : [text]
  const guesses: string[] = isOfSome ? [text] : []
  const add = (entities: readonly Entity[]) =>
    entities.map((entity) => `@${reader.names.push([entity]) - 1}`).join(' and ')
  const known =
    context.body ??
    context.subjects.find((entity) => hasRole(entity, 'T')) ??
    context.mentioned ??
    reader.topic
  const body = known ? add([known]) : ''
  const shared = membersIn(text, known, body, reader.names)
  if (shared !== undefined) guesses.push(shared, ...all.splice(0, 1))
  if (isOfSome && known && known.id !== 'nato') all.push(text.replace(bareArticle, `$& of ${body}`))
  all.push(...ofArticle(text, context, body, reader), ...ofHome(text, reader), ...ofTreaty(text, reader))
  // What patterns fit tells whether a country is meant or the body that was spoken of.
  const isBodySubject = context.subjects.length === 1 && context.subjects[0] === known
  const subjects =
    context.subjects.length > 0 && !isBodySubject ? add(context.subjects) : context.isElsewhere ? '' : body
  const since = sinceSaid(text, context.predicate, body, isBodySubject ? '' : subjects)
  if (since !== undefined) return { texts: [since], guesses: [] }
  const isOther = context.subjects.length > 1 && singular.test(text)
  const antecedents = context.isElsewhere ? [] : [...new Set([isOther ? '' : subjects, body].filter(Boolean))]
  const ofAny = (one: string) => [one, ...antecedents.flatMap((subject) => withSubject(one, subject))]
  const [, origins] = grewFrom.exec(text) ?? []
  if (origins !== undefined && reader.names[Number(origins)]?.some(({ kind }) => kind !== 'country'))
    all.push(...[' grew out of ', ' rested on '].flatMap((from) => ofAny(text.replace(grewFrom, from))))
  // After a country, what only the whole message is about may not be meant.
  const isTopicOnly = context.subjects.length > 0 && !isBodySubject && !context.body && !context.mentioned
  // Who "never used Article 5" may be the country.
  const mayBeCountry = context.subjects.some(({ kind }) => kind === 'country') && uses.test(text)
  for (const one of antecedents)
    (one === body && (isTopicOnly || mayBeCountry) ? guesses : all).push(
      ...withSubject(text, one),
      ...beingOf(text, one, reader),
    )
  for (const one of /^(?:it|@\d+) /.test(text) ? all.filter((text) => statement.test(text)) : [])
    all.push(one.replace(statement, ''), one.replace(statement, 'under $1 '))
  const [event] = context.subjects.length > 0 ? context.subjects : known ? [known] : []
  if (event && context.subjects.length <= 1 && hasRole(event, 'E')) {
    if (tookPart.test(text)) all.push(text.replace(tookPart, `took part in ${subjects}`))
    all.push(...editionOf(text, subjects))
    const series = reader.facts.getEntity(event.edition?.of ?? '')
    all.push(...(series ? withSubject(text, add([series])) : []))
  }
  if (context.subjects.length === 1 && place.test(text)) all.push(text.replace(place, ` in ${subjects}`))
  const host = known && place.test(text) ? partnerOf(known, reader) : undefined
  if (host) all.push(text.replace(place, ` in ${add([host])}`))
  // "They do Malabar together" is said of those in it.
  if (known && together.test(text)) {
    const members = partiesOn(known, reader.facts, reader.today).filter(({ role }) => role === 'full')
    all.push(text.replace(/^they/, add(members.map(({ entity }) => entity))))
  }
  if (subjects !== '' && toThem.test(text)) all.push(text.replace(toThem, ` $1 ${subjects}`))
  const owed = ofDuties(text, context, subjects)
  if (owed.isTheirs) all.splice(0)
  guesses.push(...owed.texts)
  if (wasInvited.test(text)) guesses.push(text.replace(wasInvited, '$1 took part in '))
  const meant = namedTogether(text, context.subjects, reader.groups ?? [])
  if (!context.isWithin) guesses.push(...inOthers(text, context.predicate, subjects, reader.names))
  if (meant) (meant.isSure ? all : guesses).push(`${add(meant.group)} ${meant.rest}`)
  all.push(...ofOffice(text, context, reader))
  all.push(...returning(all, context, body))
  // "## Five Eyes", then "US, UK, Canada, Australia, NZ."
  if (body !== '' && context.predicate === '' && justNames.test(text)) all.push(`${body} means ${text}`)
  all.push(...ofLabels(text, antecedents, reader))
  guesses.push(...ofNamesLabelled(text, body))
  // Where several bodies are spoken of, it may be another.
  const implied = reader.topic || known?.kind === 'status' ? all : guesses
  if (body !== '') {
    guesses.push(...ofMembers(text, body))
    if (context.body && /^(?:joined|became|got)\b/.test(context.predicate) && total.test(text))
      all.push(
        known?.kind === 'status'
          ? text.replace(total, 'there are ').replace(/(\d+).*$/, `$1 ${body}`)
          : text.replace(total, `${body} has `).replace(/ of them$/, ' members'),
      )
    if (newTotal.test(text) && /^joined\b/.test(context.predicate))
      guesses.push(text.replace(newTotal, `${body} has `).replace(/\d$/, '$& members'))
    const [, more, year] = /^joined\b/.test(context.predicate) ? (manyMore.exec(text) ?? []) : []
    if (more !== undefined && year !== undefined && !context.predicate.includes(year))
      all.push(`${more} countries joined ${body} in ${year}`)
    if (firstOne.test(text)) all.push(text.replace(firstOne, `${body} began `))
    if (stillIn.test(text) && /^left\b/.test(context.predicate))
      guesses.push(text.replace(stillIn, `${body} has $1 members`))
    if (pillar.test(text)) all.push(text.replace(pillar, `$& of ${body}`))
    if (!context.isElsewhere && thereIs.test(text))
      all.push(text.replace(thereIs, `${body} has no `).replace(/ (?:(?:in|to|behind) it|in world)$/, ''))
    for (const one of [...all]) {
      if (objectPronoun.test(one)) all.push(one.replace(objectPronoun, ` $1 ${body}`))
      if (context.body && bodyNoun.test(one)) all.push(one.replace(bodyNoun, `${body} `))
      if (bodyPronoun.test(one) && (context.body || !/ (?:it$|treaty(?: |$))/.test(one)))
        all.push(one.replace(bodyPronoun, ` ${body}`))
      if (thereAre.test(one)) all.push(one.replace(thereAre, `$1 in ${body}`))
      if (duty.test(one)) all.push(one.replace(duty, `$& under ${body}`))
      // After words that were not read, something else may have been joined: "NATO met in Madrid. Japan came."
      ;(context.predicate === '' ? guesses : implied).push(...withBody(one, context.predicate, body))
      if (nthOne.test(one)) implied.push(one.replace(/ nth\d+/, `$& member of ${body}`))
      if (leads.test(one)) all.push(`${one} ${body}`)
      if (lastOne.test(one)) implied.push(one.replace(lastOne, ` $1 to join ${body}`))
      if (ofTheirs.test(one)) all.push(one.replace(ofTheirs, ` $1 ${body}`))
      if (lastIn.test(one)) all.push(one.replace(lastIn, ` $1 to join ${body}`))
      if (staying.test(one)) all.push(`${one} ${body}`)
      if (ownPart.test(one)) all.push(one.replace(ownPart, `$& in ${body}`))
      if (withMany.test(one)) all.push(one.replace(withMany, `${body} has `))
      if (isInside.test(one) && known?.kind !== 'exercise')
        implied.push(one.replace(isInside, ` $1 in ${body}`))
      if (withdrawal.test(one))
        implied.push(one.replace(withdrawal, ` announced that it would leave ${body}`))
      if (isOut.test(one))
        all.push(
          one.replace(isOut, ` $1 not in ${body}`).replace(/ was not in (@\d+) by /, ' was out of $1 by '),
        )
      if (known?.kind === 'status') all.push(...ofStatus(one, body))
      const kind = aboutFounders.test(context.predicate)
        ? 'founding member of '
        : known?.kind === 'status'
          ? ''
          : 'in '
      if (isOne.test(one) && (context.predicate !== '' || !/\bof them\b/.test(one)))
        all.push(one.replace(isOne, ` $1 ${kind}${body}`))
      if (suspended.test(one)) all.push(one.replace(suspended, `$& from ${body}`))
      if (
        (context.body || /^@\d/.test(one)) &&
        / (?:founding |original |charter |newest |latest )?(?:members?|member states?|ally|party|parties|founders?|participants?|partners?|(?:dialogue )?partners?|observers?|applicants?)(?= (?:,? ?since|in|on|until) [\d-]+$|$)/.test(
          one,
        )
      )
        all.push(one.replace(/(?= (?:,? ?since|in|on|until) [\d-]+$)|$/, ` of ${body}`))
    }
    all.push(...inSameWay(text, context.predicate, body))
  } else {
    // "The alliance" of countries that joined one then, or are members, is NATO if that is so.
    const nato = reader.facts.getEntity('nato')
    const isLike = ofAlliance.test(text) || /\d{4}/.test(text + context.predicate)
    if (nato && isLike && !restricts.test(text)) {
      const own = candidates(text, reader, { ...context, body: nato })
      guesses.push(...own.texts, ...own.guesses)
    }
  }
  all.push(...saidBefore(text, context.predicate, body, subjects))
  return { texts: all, guesses }
}
