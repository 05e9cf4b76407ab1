// Who must defend whom, what an article says, how to leave and join, what a body is called.
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import { currentGroups } from '../cards/entity/current-facts.ts'
import { lineOf } from '../cards/entity/relationship-text.ts'
import { attributeLabel, type AttributeId } from '../data/model/attributes.ts'
import { formatList, formatValue, nameWithFlag, withIndefiniteArticle } from '../cards/shared/format.ts'
import { newestOfEach } from '../cards/shared/sources.ts'
import type { Line } from '../core/card.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { partiesOn } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { The, the, type Asking } from './wording.ts'

export const unitedStates = 'united-states'

/** The facts of a body's attributes that are so on the day. */
export function factsOf(body: Entity, { facts, day }: Asking, ...ids: AttributeId[]): Fact[] {
  const groups = currentGroups(body.id, facts, day)
  return ids.flatMap((id) => groups.find(({ attribute }) => attribute === id)?.facts ?? [])
}

/** One line for each attribute, with every value. */
export function valueLines(body: Entity, asking: Asking, ...ids: AttributeId[]): Line[] {
  return ids.flatMap((id) => {
    const own = newestOfEach(factsOf(body, asking, id))
    if (own.length === 0) return []
    const values = [...new Set(own.map(({ value }) => formatValue(value, asking.facts.getEntity)))]
    return [{ label: attributeLabel(id), text: values.slice(0, 3).join(' · '), facts: own.slice(0, 3) }]
  })
}

/** The bodies in force in which both countries are full members, those with a promise of defense first. */
export function sharedBodies(first: Entity, second: Entity, asking: Asking): Entity[] {
  const { facts, day } = asking
  const bodies = relationshipsOf(first, facts, day)
    .filter(
      ({ label }) =>
        !/^(Formerly|Suspended|Other ties|Joining|Exercises|Operations|Programs|Arms sales|Signed)$/.test(
          label,
        ),
    )
    .map(({ entity }) => entity)
  const shared = [...new Set(bodies)].filter(
    (body) =>
      body.kind !== 'status' && partiesOn(body, facts, day).some(({ entity }) => entity.id === second.id),
  )
  return shared.toSorted((a, b) => promiseOf(b, asking).length - promiseOf(a, asking).length)
}

/** The facts that promise mutual defense; none if one denies it. */
export function promiseOf(body: Entity, asking: Asking): Fact[] {
  const own = factsOf(body, asking, 'mutual-defense')
  return own.every(({ value }) => value.type === 'commitment' && value.yes) ? own : []
}

function denialsOf(body: Entity, asking: Asking): Fact[] {
  return factsOf(body, asking, 'mutual-defense').filter(
    ({ value }) => value.type === 'commitment' && !value.yes,
  )
}

/** Must one country, or the members of a body, defend another? */
export function defend(asking: Asking): Answer | undefined {
  const [defender, defended] = asking.entities
  if (!defender || !defended) return undefined
  const asked = `Must ${the(defender)} defend ${the(defended)}?`
  const bodies = defender.kind === 'country' ? sharedBodies(defender, defended, asking) : [defender]
  const isMember = (body: Entity) =>
    partiesOn(body, asking.facts, asking.day).some(({ entity }) => entity.id === defended.id)
  const promising = bodies.filter((body) => isMember(body) && promiseOf(body, asking).length > 0)
  const [best] = promising
  if (best) {
    const facts = promiseOf(best, asking)
    return {
      asked,
      verdict: `By ${the(best)}, yes, in the words below.`,
      facts,
      lines: [...valueLines(best, asking, 'mutual-defense', 'area', 'limit'), ...others(promising.slice(1))],
      more: best.id,
    }
  }
  const denied = bodies.filter(isMember).flatMap((body) => denialsOf(body, asking))
  const status = relationshipsOf(defended, asking.facts, asking.day).find(
    ({ entity }) => entity.kind === 'status',
  )
  const statusFacts = defender.id === unitedStates && status ? denialsOf(status.entity, asking) : []
  const shared = bodies.filter(isMember)
  return {
    asked,
    verdict:
      denied.length > 0
        ? 'No. A source says that there is no such promise.'
        : status && statusFacts.length > 0
          ? `No promise to defend it is stated here. Its status as a ${status.entity.name.charAt(0).toLowerCase()}${status.entity.name.slice(1)} brings none.`
          : `Not stated. No source here says that ${the(defender)} has promised to defend ${the(defended)}.`,
    facts: [...denied, ...statusFacts],
    lines: [
      ...(status && statusFacts.length > 0 ? valueLines(status.entity, asking, 'mutual-defense') : []),
      ...shared
        .slice(0, 2)
        .flatMap((body) =>
          valueLines(body, asking, 'mutual-defense').map((line) => ({ ...line, label: body.name })),
        ),
      ...others(shared),
    ].slice(0, 4),
    more: defended.id,
  }
}

function others(bodies: readonly Entity[]): Line[] {
  if (bodies.length === 0) return []
  return [
    {
      label: 'Both are in',
      text: bodies
        .slice(0, 5)
        .map(({ name }) => name)
        .join(' · '),
      facts: [],
    },
  ]
}

/** Who has promised to defend a country. */
export function whoDefends(asking: Asking): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const { facts, day } = asking
  const bodies = relationshipsOf(country, facts, day)
    .filter(({ label }) => ['Treaty ally', 'Ally', 'Member', 'Ally or partner'].includes(label))
    .map(({ entity }) => entity)
    .filter((body) => promiseOf(body, asking).length > 0)
  const promises = [...new Set(bodies)].map((body) => ({ body, facts: promiseOf(body, asking) }))
  const names = promises.map(({ body }) => the(body))
  return {
    asked: `Who must defend ${the(country)}?`,
    verdict:
      promises.length > 0
        ? `Its partners in ${formatList(names.slice(0, 3))}${names.length > 3 ? ` and ${names.length - 3} more` : ''}, in the words below.`
        : `Not stated. No source here says that anyone has promised to defend ${the(country)}.`,
    facts: promises.flatMap((promise) => promise.facts),
    lines: promises.slice(0, 4).map(({ body, facts: own }) => ({
      label: body.name,
      text: formatValue((own[0] as Fact).value, facts.getEntity),
      facts: own.slice(0, 1),
    })),
    more: country.id,
  }
}

export function obligations(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const promise = promiseOf(body, asking)
  const denied = denialsOf(body, asking)
  const lines = valueLines(body, asking, 'mutual-defense', 'consultation', 'obligation', 'area', 'limit')
  return {
    asked: `Who must defend whom in ${the(body)}?`,
    verdict:
      promise.length > 0
        ? `Each member has promised to help another that is attacked, in the words below.`
        : denied.length > 0
          ? `No one: ${the(body)} has no promise of mutual defense.`
          : `Not stated. No source here says whether ${the(body)} has a promise of mutual defense.`,
    facts: [...promise, ...denied],
    lines: lines.slice(0, 5),
    more: body.id,
  }
}

const treatyOf: Record<string, string> = { nato: 'nato', 'atlantic-treaty': 'nato' }

/** What an article of a treaty says; of NATO's, if no treaty is named. */
export function article(asking: Asking): Answer | undefined {
  const [named] = asking.entities
  const number = asking.question.detail
  const body = asking.facts.getEntity(named ? (treatyOf[named.id] ?? named.id) : 'nato')
  if (!body || number === '') return undefined
  const isOfArticle = ({ section, attribute }: Fact) =>
    attribute !== 'invocation' &&
    new RegExp(
      `\\bArticles? (?:\\d+, |\\d+ and |\\d+ to )*${number}\\b|\\bArticle ${roman(Number(number))}\\b`,
    ).test(section)
  const own = asking.facts
    .factsAbout(body.id)
    .flatMap((group) => group.facts)
    .filter(isOfArticle)
  const asked = `What does Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)} say?`
  if (own.length === 0)
    return {
      asked,
      verdict: `Not stated. No fact here comes from Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)}.`,
      facts: [],
      more: body.id,
    }
  const order: readonly string[] = ['mutual-defense', 'consultation', 'obligation', 'admission', 'withdrawal']
  const rank = ({ attribute }: Fact) => (order.indexOf(attribute) + order.length + 1) % (order.length + 1)
  const [first, ...rest] = own.toSorted((a, b) => rank(a) - rank(b))
  return {
    asked,
    verdict: first?.statement ?? '',
    facts: own,
    lines: rest.slice(0, 4).map((fact) => ({ text: `• ${fact.statement}`, facts: [fact] })),
    more: body.id,
  }
}

function roman(number: number): string {
  const tens = ['', 'X', 'XX', 'XXX'][Math.floor(number / 10)] ?? ''
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? ''
  return tens + ones || '0'
}

export function invoked(asking: Asking): Answer | undefined {
  const [named] = asking.entities
  const number = asking.question.detail
  const body = asking.facts.getEntity(named ? (treatyOf[named.id] ?? named.id) : 'nato')
  if (!body) return undefined
  const all =
    asking.facts.factsAbout(body.id).find(({ attribute }) => attribute === 'invocation')?.facts ?? []
  const own = all
    .filter(
      ({ section, statement }) =>
        number === '' || new RegExp(`\\bArticle ${number}\\b`).test(`${section} ${statement}`),
    )
    .toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
  const what =
    number === '' ? the(body) : `Article ${number} of ${body.id === 'nato' ? 'NATO’s treaty' : the(body)}`
  return {
    asked: `When was ${what} invoked?`,
    verdict:
      own.length === 0
        ? `Not stated. No source here tells of a use of ${what}.`
        : own.length === 1
          ? (own[0]?.statement ?? '')
          : `${own.length} uses of ${what} are told of here.`,
    facts: own,
    lines:
      own.length > 1 ? own.slice(-5).map((fact) => ({ text: `• ${fact.statement}`, facts: [fact] })) : [],
    more: body.id,
  }
}

/** How to leave, or who may join. */
export function rulesOf(asking: Asking, attribute: 'withdrawal' | 'admission'): Answer | undefined {
  const [body] = asking.entities.filter(({ kind }) => kind !== 'country')
  if (!body) return undefined
  const own = factsOf(body, asking, attribute)
  const asked =
    attribute === 'withdrawal' ? `How does a member leave ${the(body)}?` : `Who can join ${the(body)}?`
  const [first, ...rest] = own
  return {
    asked,
    verdict: first
      ? first.statement
      : `Not stated. No source here says ${attribute === 'withdrawal' ? 'how a member leaves' : 'who may join'} ${the(body)}.`,
    facts: own,
    lines: rest.slice(0, 3).map((fact) => ({ text: `• ${fact.statement}`, facts: [fact] })),
    more: body.id,
  }
}

/** "Is AUKUS an alliance?": by the words that the sources use. */
export function isKind(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  const kind = asking.question.detail
  if (!body) return undefined
  const asked = `Is ${the(body)} ${withIndefiniteArticle(kind)}?`
  const wanted = kind
    .replace(/^(military|defensive|defense|security|treaty) /, '')
    .replace('mutual defense treaty', 'treaty')
  const called = factsOf(body, asking, 'classification')
  const wordOf = ({ value }: Fact) => (value.type === 'classification' ? value.label : '')
  const fits = called.filter((fact) => wordOf(fact).split(' ').includes(wanted))
  const words = [...new Set(called.map(wordOf))]
  const isItself = body.kind === wanted
  const other = words.filter((word) => !word.split(' ').includes(wanted))
  const defense = valueLines(body, asking, 'mutual-defense', 'treaty')
  const verdict =
    fits.length > 0 || isItself
      ? other.length > 0
        ? `Sources differ. Some call ${the(body)} ${withIndefiniteArticle(wanted)}, others ${formatList(other.map(withIndefiniteArticle), 'or')}.`
        : `Yes. ${The(body)} is called ${withIndefiniteArticle(wanted)}.`
      : words.length > 0
        ? `No source here calls it that. ${The(body)} is called ${formatList(words.map(withIndefiniteArticle), 'or')}.`
        : `Not stated. It stands here as ${withIndefiniteArticle(body.kind)}.`
  return { asked, verdict, facts: called, lines: defense, more: body.id }
}

export function hasTreaty(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const own = factsOf(body, asking, 'treaty')
  const yes = own.filter(({ value }) => value.type === 'yes-no' && value.yes)
  const verdict =
    own.length === 0
      ? `Not stated. No source here says whether a treaty seals ${the(body)}.`
      : yes.length === own.length
        ? `Yes. ${The(body)} rests on a treaty.`
        : yes.length === 0
          ? `No. ${The(body)} rests on no treaty.`
          : `Sources differ on whether a treaty seals ${the(body)}.`
  return {
    asked: `Does ${the(body)} rest on a treaty?`,
    verdict,
    facts: own,
    lines: valueLines(body, asking, 'instrument'),
    more: body.id,
  }
}

/** Is a country an ally of the United States: by treaty, by status or as a partner? */
export function allyOfUs(asking: Asking, isByTreaty: boolean): Answer | undefined {
  const [country] = asking.entities
  const us = asking.facts.getEntity(unitedStates)
  if (!country || !us) return undefined
  const asked = `Is ${the(country)} a${isByTreaty ? ' treaty ally' : 'n ally'} of the United States?`
  const relationships = relationshipsOf(country, asking.facts, asking.day)
  const named = (label: string) => relationships.filter((relationship) => relationship.label === label)
  const [treaty, status, ally, partner] = ['Treaty ally', 'Status', 'Ally', 'Partner'].map(named)
  const either = named('Ally or partner')
  const through = (some: typeof relationships = []) =>
    formatList(some.slice(0, 3).map(({ entity }) => the(entity)))
  const factsIn = (some: typeof relationships = []) =>
    some.flatMap(({ facts, labelFacts }) => [...facts, ...labelFacts])
  const statusText =
    status && status.length > 0 ? ` It is a major non-NATO ally, a status without a promise of defense.` : ''
  const verdict = treaty?.length
    ? `Yes. ${The(country)} is a treaty ally of the United States through ${through(treaty)}.`
    : ally?.length
      ? `${isByTreaty ? 'Not by a defense treaty that is stated here' : 'Yes'}. Sources call it an ally through ${through(ally)}.${statusText}`
      : statusText !== ''
        ? `Not by a treaty that is stated here.${statusText}`
        : either.length > 0
          ? `Sources differ: ally or partner, through ${through(either)}.`
          : partner?.length
            ? `Not stated as an ally. ${The(country)} is a partner through ${through(partner)}.`
            : `Not stated. No source here calls ${the(country)} an ally of the United States.`
  const lines = [...Map.groupBy(relationships, ({ label }) => label)]
    .filter(([label]) => !/^(Formerly|Exercises|Programs)$/.test(label))
    .map(lineOf)
  return {
    asked,
    verdict,
    facts: [...factsIn(treaty), ...factsIn(status), ...factsIn(ally), ...factsIn(either)],
    lines: lines.slice(0, 4),
    more: country.id,
  }
}

/** What two countries are both in. */
export function bothIn(asking: Asking): Answer | undefined {
  const [first, second] = asking.entities
  if (!first || !second || first.id === second.id) return undefined
  const shared = sharedBodies(first, second, asking)
  const promising = shared.filter((body) => promiseOf(body, asking).length > 0)
  const names = (promising.length > 0 ? promising : shared).slice(0, 3).map(the)
  const asked = `What are ${the(first)} and ${the(second)} both in?`
  const verdict =
    shared.length === 0
      ? `Not stated. No source here names ${the(first)} and ${the(second)} together in an alliance or partnership.`
      : promising.length > 0
        ? `Both are in ${formatList(names)}, with a promise of mutual defense.`
        : `Both are in ${formatList(names)}; no promise of mutual defense between them is stated.`
  return {
    asked,
    verdict,
    facts: promising.flatMap((body) => promiseOf(body, asking)),
    lines:
      shared.length > 0
        ? [{ label: 'Together in', text: shared.map(nameWithFlag).slice(0, 10).join(' · ') }]
        : [],
    more: first.id,
  }
}

export function inWhat(asking: Asking): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const relationships = relationshipsOf(country, asking.facts, asking.day)
  const byLabel = [...Map.groupBy(relationships, ({ label }) => label)].filter(
    ([label]) => !/^(Exercises|Operations|Arms sales|Signed)$/.test(label),
  )
  const current = byLabel.filter(([label]) => label !== 'Formerly').flatMap(([, some]) => some)
  const count = current.length
  return {
    asked: `What is ${the(country)} in?`,
    verdict:
      count === 0
        ? `Not stated. No source here names ${the(country)} in an alliance or partnership.`
        : `In ${count} alliance${count === 1 ? '' : 's'}, partnerships and other bodies that are named here.`.replace(
            '1 alliance, partnerships and other bodies that are',
            'one body that is',
          ),
    facts: current.slice(0, 6).flatMap(({ facts }) => facts.slice(0, 1)),
    lines: byLabel
      .map(([label, some]) => ({
        label,
        text:
          some
            .slice(0, 8)
            .map(({ entity }) => entity.name)
            .join(' · ') + (some.length > 8 ? ` · ${some.length - 8} more` : ''),
        facts: some.slice(0, 8).flatMap(({ facts }) => facts.slice(0, 1)),
      }))
      .slice(0, 6),
    more: country.id,
  }
}
