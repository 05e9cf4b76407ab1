// /compare: two or three alliances, or other things of like kind, attribute by attribute, with sources.
import { defineCommand, UserError, type Context, type Reply } from '../core/command.ts'
import { asOf, dayOf } from '../lookup/as-of-option.ts'
import { compareCard } from '../cards/compare/compare-card.ts'
import { list, quoteTyped, withArticle } from '../cards/shared/format.ts'
import { asked, packDay, parseDay } from '../core/custom-id.ts'
import type { Entity } from '../data/build/schema.ts'
import { addressee, optionalText, privately, text, type Complete } from '../core/options.ts'
import {
  completeName,
  knownEntity,
  named,
  offeredAsEvents,
  offeredAsTies,
  whichOne,
  type Offered,
} from '../lookup/entity-lookup.ts'

const offered: Offered = (kind) => offeredAsTies(kind) || offeredAsEvents(kind)

/** The families that a thing belongs to: things of one family can be lined up. */
function familiesOf(entity: Entity, { facts }: Context): string[] {
  const kinds = [...facts.kindsOf(entity.id)]
  return kinds.map((kind) => (offeredAsTies(kind) ? 'tie' : offeredAsEvents(kind) ? 'event' : kind))
}

/** What is chosen already is not offered again. */
const complete: Complete = (typed, context, given) => {
  const chosen = ['first', 'second', 'third']
    .map((option) => given[option])
    .filter((value) => typeof value === 'string' && value !== typed)
    .flatMap((value) => named(String(value), context).map(({ id }) => id))
  return completeName(typed, offered, context).filter(({ value }) => !chosen.includes(value))
}

function compare(entities: Entity[], page: number, day: string, context: Context) {
  const repeated = entities.find((entity, index) => entities.indexOf(entity) < index)
  if (repeated) {
    throw new UserError(`That compares ${repeated.name} with itself.`, 'Choose different names.')
  }
  const unmentioned = entities.filter((entity) => !context.facts.entities.includes(entity))
  if (unmentioned.length > 0) {
    const names = list(
      unmentioned.map(({ name }) => name),
      'or',
    )
    throw new UserError(`No article here mentions ${names}.`, 'Choose other names.')
  }
  const [first = [], ...others] = entities.map((entity) => familiesOf(entity, context))
  const shared = first.filter((family) => others.every((other) => other.includes(family)))
  if (shared.length === 0) {
    const kinds = entities.map(
      (entity) => `${entity.name} is ${withArticle(context.facts.kindLabel(entity))}`,
    )
    throw new UserError(
      `These cannot be lined up: ${list(kinds)}.`,
      'Compare alliances and partnerships with each other, or exercises with exercises.',
    )
  }
  if (entities.every(({ id }) => context.facts.about(id).length === 0)) {
    throw new UserError(
      `There is nothing to line up: ${list(entities.map(({ name }) => name))} are spoken of only in facts about others.`,
      'Look each of them up with /about, or compare the ties that they are in.',
    )
  }
  const family = shared.includes('tie') ? 'tie' : shared.includes('event') ? 'event' : 'other'
  const facts = context.facts.asOf(day)
  const key = `compare ${entities.map(({ id }) => id).join(' ')} ${page} ${context.now.toISOString().slice(0, 10)}`
  return facts.keep(key, () => compareCard(entities, { facts, now: context.now, family, page }))
}

export default defineCommand({
  name: 'compare',
  description: 'Two or three alliances, partnerships or exercises side by side',
  options: {
    first: text('A name, such as NATO', { maxLength: 80, complete }),
    second: text('A name to compare it with, such as AUKUS', { maxLength: 80, complete }),
    third: optionalText('One more name', { maxLength: 80, complete }),
    as_of: asOf(),
    private: privately(),
    for: addressee(),
  },

  run({ first, second, third, as_of, private: isPrivate }, context): Reply {
    const day = dayOf(as_of, context.now)
    const typed = [first, second, ...(third.trim() === '' ? [] : [third])]
    const found = typed.map((name) => named(name, context))
    const unclear = found.flatMap((entities, index) => (entities.length === 1 ? [] : [index]))
    const [open] = unclear
    if (open === undefined) {
      return { type: 'card', card: compare(found.flat(), 0, day, context), private: isPrivate }
    }
    if (unclear.length > 1) {
      const names = unclear.map((index) => quoteTyped(typed[index] ?? ''))
      throw new UserError(
        `I do not know for sure what ${list(names)} are.`,
        'Type /compare again and choose each name from the list that opens as you type.',
      )
    }
    const ids = found.map(([entity], index) => (index === open || !entity ? asked : entity.id))
    const card = whichOne(typed[open] ?? '', found[open] ?? [], offered, context, {
      isPrivate,
      view: ['compare', 0, packDay(day), ...ids],
    })
    return { type: 'card', card, private: true }
  },

  open([page, day, ...ids], context) {
    if (ids.length < 2)
      throw new UserError('There is nothing to compare here.', 'Type /compare to ask again.')
    const entities = ids.map((id) => knownEntity(id, context))
    return compare(entities, Number(page), parseDay(day), context)
  },
})
