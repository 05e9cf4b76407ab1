// Who is in a body, from lists that are whole: the one member among others, and the one other among members.
import { endOf, wholeListOf } from '../cards/entity/current-facts.ts'
import { formatDate, formatDateInSentence } from '../cards/shared/format.ts'
import { firstDay } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { ImageSpec } from '../images/image-spec.ts'
import { partiesOn, partyFacts } from '../questions/memberships-of.ts'
import { hasRole } from '../questions/roles.ts'
import { The, dateOf, the } from '../questions/wording.ts'
import { countryChoice, wrongCountries } from './countries.ts'
import { isUndisputed } from './fair-facts.ts'
import { drawByFame } from './fame.ts'
import type { FindTopics, Topic } from './quiz-question.ts'

interface WholeBody {
  body: Entity
  /** What the list of its members was counted by. */
  count: Fact
  members: { entity: Entity; facts: Fact[] }[]
  /** Every country that is or was in any role. */
  named: Set<string>
  /** The day of the list: today, or the last day of a body that has ended, as yyyy-mm-dd. */
  day: string
  /** "is in NATO", "was in the Warsaw Pact when it ended in 1991". */
  isIn: string
  /** "are in NATO. Which one is not", of three countries and a fourth. */
  areIn: string
  /** "was not among the members of NATO in February 2026". */
  notIn: string
}

const yearMs = 365.25 * 24 * 60 * 60 * 1000

/** The bodies all of whose members are known, of today or of the time when it ended. */
function wholeBodies(facts: FactSnapshot, day: string): WholeBody[] {
  return facts.entities.flatMap((body): WholeBody[] => {
    const whole = hasRole(body, 'B') ? wholeListOf(body.id, facts, day) : undefined
    if (!whole) return []
    const { count } = whole
    const end = endOf(facts.factsAbout(body.id), day)
    const lastDay = end ? firstDay(dateOf(end)) : day
    const age = Date.parse(lastDay) - Date.parse(count.visibleFrom)
    // What was so when the list was made may not be so today, and the other way round.
    const listed = new Set(partiesOn(body, facts, count.visibleFrom).map(({ entity }) => entity.id))
    const members = partiesOn(body, facts, day).filter(
      ({ entity, facts: own, role }) =>
        entity.kind === 'country' &&
        role === 'full' &&
        (end !== undefined || listed.has(entity.id)) &&
        own.every((fact) => isUndisputed(fact, facts)),
    )
    // Counts of other days differ from this one and are as true of those.
    if (age > 5 * yearMs || members.length < 3) return []
    return [
      {
        ...{ body, count, members, day: lastDay },
        named: countriesNamed(body, facts),
        ...wordsFor(body, count, { isOld: age > yearMs, endYear: end && dateOf(end).slice(0, 4) }),
      },
    ]
  })
}

/**
 * Every country that is or was in a body in any role. Who else takes part in a dialogue or gives a status is only
 * mentioned: a country, or a body with all its members.
 */
function countriesNamed(body: Entity, facts: FactSnapshot): Set<string> {
  const idsIn = (own: readonly Fact[]) =>
    own.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : []))
  const parties = idsIn(partyFacts(body, facts))
  if (body.kind !== 'dialogue' && body.kind !== 'status') return new Set(parties)
  const mentioned = facts
    .factsAbout(body.id)
    .flatMap((group) => group.facts.flatMap(({ mentions }) => mentions))
  const through = mentioned.flatMap((id) => {
    const other = facts.getEntity(id)
    return other && hasRole(other, 'B') ? idsIn(partyFacts(other, facts)) : [id]
  })
  return new Set([...parties, ...through])
}

/** In the present if the list is new, and else by its date. */
function wordsFor(
  body: Entity,
  { asOf }: Fact,
  { isOld, endYear }: { isOld: boolean; endYear: string | undefined },
): Pick<WholeBody, 'isIn' | 'areIn' | 'notIn'> {
  const name = the(body)
  const date = asOf.first.slice(0, 7)
  if (endYear !== undefined || isOld) {
    const when =
      endYear === undefined ? `, by the list of ${formatDate(date)}` : ` when it ended in ${endYear}`
    const inIt = body.kind === 'status' ? `among those with the status of “${body.name}”` : `in ${name}`
    return {
      isIn: `was ${inIt}${when}`,
      areIn: `were ${inIt}${when}. Which one was not`,
      notIn: `was not ${inIt}${endYear === undefined ? ` ${formatDateInSentence(date)}` : when}`,
    }
  }
  const notIn = `was not among the members of ${name} ${formatDateInSentence(date)}`
  if (body.kind !== 'status')
    return { isIn: `is in ${name}`, areIn: `are in ${name}. Which one is not`, notIn }
  const status = `the status of “${body.name}”`
  return {
    isIn: `has ${status}`,
    areIn: `have ${status}. Which one does not`,
    notIn: `did not have ${status} ${formatDateInSentence(date)}`,
  }
}

function wholeBodiesOnce(facts: FactSnapshot, day: string): WholeBody[] {
  return facts.memo(`quiz whole bodies ${day}`, () => wholeBodies(facts, day))
}

export const findMemberTopics: FindTopics = (facts, day) =>
  wholeBodiesOnce(facts, day).map((whole): Topic => ({
    entity: whole.body,
    knownFor: whole.body,
    draft(random, difficulty) {
      const context = { facts, day: whole.day, random, difficulty }
      const right = drawByFame(whole.members, ({ entity }) => entity, context)
      const [first, ...rest] = right?.facts ?? []
      if (!right || !first) return undefined
      return {
        text: `Which of these countries ${whole.isIn}?`,
        entity: whole.body.id,
        right: countryChoice(right.entity),
        wrong: wrongCountries(right.entity, whole.named, context),
        answer: first.statement,
        facts: [first, ...rest.slice(0, 1), whole.count],
      }
    },
  }))

export const findOddOneOutTopics: FindTopics = (facts, day) =>
  wholeBodiesOnce(facts, day).map((whole): Topic => ({
    entity: whole.body,
    knownFor: whole.body,
    draft(random, difficulty) {
      const members = random.sample(whole.members, 3)
      const [alike] = members
      // The same three each time would give the fourth away.
      if (!alike || whole.members.length < 4) return undefined
      const [odd] = wrongCountries(alike.entity, whole.named, { facts, day: whole.day, random, difficulty })
      const oddEntity = odd && facts.getEntity(odd.value)
      if (!oddEntity) return undefined
      const four = random.sample([...members.map(({ entity }) => entity), oddEntity], 4)
      return {
        text: `Three of these countries ${whole.areIn}?`,
        entity: whole.body.id,
        right: odd,
        wrong: members.map(({ entity }) => countryChoice(entity)),
        answer: `${The(oddEntity)} ${whole.notIn}.`,
        facts: [whole.count, ...members.flatMap((member) => member.facts.slice(0, 1))],
        ...(four.every(({ code }) => code) && {
          images: [
            mapOf('Which one is the odd one out?', [['The four', four]]),
            mapOf(whole.body.name, [
              ['In it', members.map(({ entity }) => entity)],
              ['Not in it', [oddEntity]],
            ]),
          ],
        }),
      }
    },
  }))

function mapOf(title: string, groups: [label: string, countries: Entity[]][]): ImageSpec {
  const fillStyles = ['first', 'second'] as const
  return {
    type: 'map',
    title,
    groups: groups.map(([label, countries], index) => ({
      label,
      fillStyle: fillStyles[index] ?? 'third',
      countries: countries.map(({ code = '', name }) => ({ code, name })),
    })),
  }
}
