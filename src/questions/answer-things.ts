// When, where, by whom, what for: one attribute of one thing, by its facts.
import { currentGroups } from '../cards/entity/current-facts.ts'
import { editionsOf } from '../cards/entity/editions.ts'
import { formatList } from '../cards/shared/format.ts'
import type { AttributeId } from '../data/model/attributes.ts'
import { byNewest, lastDay, withoutCoarser } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { editionAsked } from './answer-leaders.ts'
import { bothIn } from './answer-both-in.ts'
import { factsOf, valueLines } from './promise-facts.ts'
import { isEvent } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { hasRole } from './roles.ts'
import { treatiesOfTwo } from './treaties-between.ts'
import { dateOf, dateWords, onDate, bulletLine, The, the, type Asking } from './wording.ts'

const startVerbs: [AttributeId, string][] = [
  ['founded', 'was founded'],
  ['signed', 'was signed'],
  ['announced', 'was announced'],
  ['began', 'began'],
  ['entered-force', 'came into force'],
  ['held', 'was held'],
]

export function founded(asking: Asking): Answer | undefined {
  const [first, second] = asking.entities
  // Between two countries, the treaty or alliance that they alone share.
  const [shared, ...others] = first && second ? treatiesOfTwo(first.id, second.id, asking.facts) : []
  if (second && (!shared || others.length > 0)) return bothIn(asking)
  const thing = shared ?? first
  if (!thing) return undefined
  const isInForce = /force|effect/.test(asking.question.detail)
  const verbs = isInForce
    ? startVerbs.toSorted(([a], [b]) => Number(b === 'entered-force') - Number(a === 'entered-force'))
    : startVerbs
  const found = verbs.flatMap(([id, verb]) => {
    const own = factsOf(thing, asking, id)
    return own.length > 0 ? [{ id, verb, own }] : []
  })
  const [start, ...rest] = found
  const dates = start ? distinctDays(start.own) : []
  return {
    asked: `When ${isEvent(thing) ? 'did' : 'was'} ${the(thing)} ${isEvent(thing) ? 'begin' : 'founded'}?`,
    verdict: start
      ? `${isInForce && start.id !== 'entered-force' ? `Not stated. No source here says when ${the(thing)} came into force. ` : ''}${The(thing)} ${start.verb}${onDate(dates[0] ?? '')}${dates.length > 1 ? `, or ${formatList(dates.slice(1).map(dateWords), 'or')}, as sources differ` : ''}.`
      : `Not stated. No source here says when ${the(thing)} was founded.`,
    facts: start?.own ?? [],
    lines: rest.slice(0, 3).flatMap(({ id }) => valueLines(thing, asking, id)),
    more: thing.id,
  }
}

function distinctDays(own: readonly Fact[]): string[] {
  return withoutCoarser(own.map(dateOf).filter(Boolean))
}

/** What says that a treaty goes on. */
function validityFacts({ id, name }: Entity, facts: FactSnapshot): Fact[] {
  const own = facts.factsAbout(id).flatMap((group) => group.facts)
  return [...own, ...facts.factsMentioning(id)].filter(
    ({ statement }) => goesOn.test(statement) && statement.replace(/^The /, '').startsWith(name),
  )
}

const goesOn =
  /\b(?:stays|remains|is still) (?:valid|in force|in effect)\b|\b(?:was|has been) never (?:formally )?(?:abrogated|ended|terminated)\b/

export function ended(asking: Asking): Answer | undefined {
  const [thing] = asking.entities
  if (!thing) return undefined
  const own = asking.facts.factsAbout(thing.id).find(({ attribute }) => attribute === 'ended')?.facts ?? []
  const dates = distinctDays(own)
  const [valid] = own.length > 0 ? [] : validityFacts(thing, asking.facts)
  if (valid)
    return {
      asked: `Is ${the(thing)} still in force?`,
      verdict: valid.statement,
      facts: [valid],
      more: thing.id,
    }
  return {
    asked: `When did ${the(thing)} end?`,
    verdict: dates[0]
      ? `${The(thing)} ended${onDate(dates[0])}.`
      : `Not stated. No source here says that ${the(thing)} has ended.`,
    facts: own,
    lines: [
      // Its treaty may go on.
      ...asking.facts
        .factsMentioning(thing.id)
        .filter(({ statement }) => own.length > 0 && goesOn.test(statement))
        .map(bulletLine),
      ...valueLines(thing, asking, 'successor', 'history'),
    ].slice(0, 2),
    more: thing.id,
  }
}

/** The values of the first attribute that is stated. */
function oneOf(asking: Asking, asked: string, missing: string, ids: AttributeId[]): Answer | undefined {
  const [thing] = asking.entities
  if (!thing) return undefined
  const id = ids.find((candidate) => factsOf(thing, asking, candidate).length > 0)
  const own = id ? factsOf(thing, asking, id) : []
  const [first, ...rest] = own.toSorted(byNewest)
  return {
    asked,
    verdict: first ? first.statement : `Not stated. No source here says ${missing}.`,
    facts: own.slice(0, 4),
    lines: rest.slice(0, 3).map(bulletLine),
    more: thing.id,
  }
}

export function where(asking: Asking): Answer | undefined {
  const [thing] = asking.entities
  if (!thing) return undefined
  // Where it was founded is not where its headquarters are.
  const answer =
    asking.question.detail === ''
      ? oneOf(asking, `Where is ${the(thing)}?`, `where ${the(thing)} is`, [
          'headquarters',
          // Where a charter was signed is not where its body is.
          ...(hasRole(thing, 'B') ? [] : (['location'] as const)),
          'host',
          'region',
        ])
      : oneOf(
          asking,
          `Where are the headquarters of ${the(thing)}?`,
          `where the headquarters of ${the(thing)} are`,
          ['headquarters'],
        )
  const places = asking.facts
    .factsAbout(thing.id)
    .find(({ attribute }) => attribute === 'headquarters')?.facts
  const earlier = (places ?? []).filter(({ validTo }) => validTo !== null && lastDay(validTo) < asking.day)
  return (
    answer && {
      ...answer,
      facts: [...answer.facts, ...earlier],
      lines: [...(answer.lines ?? []), ...earlier.map(bulletLine)],
    }
  )
}

export function purpose(asking: Asking): Answer | undefined {
  const [thing] = asking.entities
  if (!thing) return undefined
  return oneOf(asking, `What is ${the(thing)} for?`, `what ${the(thing)} is for`, [
    ...(thing.kind === 'status' ? (['benefit'] as const) : []),
    'purpose',
    'definition',
    'activity',
    'mutual-defense',
  ])
}

export function standsFor(asking: Asking): Answer | undefined {
  const [thing] = asking.entities
  if (!thing) return undefined
  const named = currentGroups(thing.id, asking.facts, asking.day)
    .flatMap((group) => group.facts)
    .filter(({ statement }) => /\bname means\b/.test(statement))
  const own = [...factsOf(thing, asking, 'full-name'), ...named]
  const [first] = own
  const short = [thing.name, ...thing.aliases].find((name) => /^\p{Lu}{2,7}s?$/u.test(name))
  const acronym = short ?? thing.name
  // A name that begins as its letters do, rather than an earlier name: CENTO was the Middle East Treaty Organization.
  const spelled = [thing.name, ...thing.aliases].filter(
    (name) => name.includes(' ') && !name.includes(acronym) && spells(name, acronym),
  )
  // A treaty is named by its text.
  const [instrument] = factsOf(thing, asking, 'instrument')
  const longest = spelled.includes(thing.name)
    ? thing.name
    : spelled.toSorted((a, b) => b.length - a.length)[0]
  return {
    asked: `What does ${acronym} stand for?`,
    verdict: first
      ? first.statement
      : !short && instrument
        ? instrument.statement
        : longest && longest !== acronym && longest.split(' ').length > 1
          ? `${acronym} is short for ${longest}.`
          : (instrument?.statement ?? `Not stated. No source here says what ${acronym} stands for.`),
    facts: first || (short && spelled.length > 0) || !instrument ? own : [instrument],
    more: thing.id,
  }
}

/** Whether the first letters of a name's words are in an acronym, in order, the first of them first. */
function spells(name: string, acronym: string): boolean {
  const firstLetters = name.split(/[\s-]/).map((word) => word.charAt(0).toUpperCase())
  if (firstLetters.join('') === acronym) return true
  const initials = (name.match(/\p{Lu}/gu) ?? []).join('')
  let at = 0
  for (const letter of acronym.replace(/s$/, '')) if (letter === initials[at]) at += 1
  return initials !== '' && at === initials.length
}

export function held(asking: Asking): Answer | undefined {
  const [event] = asking.entities
  if (!event) return undefined
  const one = editionAsked(event, asking)
  const editions = editionsOf(one, asking.facts)
  const [newest] = editions
  const about = newest ? newest.entity : one
  const own = factsOf(about, asking, 'began', 'ended', 'held')
  const [began, end] = [factsOf(about, asking, 'began', 'held'), factsOf(about, asking, 'ended')].map(
    (some) => distinctDays(some)[0],
  )
  // "How often is it held".
  const isNext = asking.question.detail === 'next'
  const [frequency] = isNext || asking.question.detail === '' ? [] : factsOf(one, asking, 'frequency')
  const [often] = isNext ? factsOf(one, asking, 'frequency') : []
  const when =
    began && end && end !== began
      ? `was held from ${dateWords(began)} to ${dateWords(end)}`
      : began && `began${onDate(began)}`
  return {
    asked: `${frequency ? 'How often' : 'When'} ${one.edition ? 'was' : 'is'} ${the(one)} held${isNext ? ' next' : ''}?`,
    verdict: frequency
      ? frequency.statement
      : when
        ? `${isNext ? `No source here gives the date of the next ${one.name}. ${often ? `${often.statement} ` : ''}` : ''}${newest ? `The last known one, ${about.name},` : The(one)} ${when}.`
        : `Not stated. No source here says when ${the(one)} is held.`,
    facts: frequency ? [frequency] : [...(often ? [often] : []), ...own],
    lines: [
      ...valueLines(one, asking, 'frequency', 'location').slice(0, 2),
      ...(editions.length > 1
        ? [
            {
              label: 'Editions here',
              text: editions
                .slice(0, 10)
                .map(({ entity }) => entity.edition?.year ?? '')
                .join(' · '),
            },
          ]
        : []),
    ],
    more: one.id,
  }
}
