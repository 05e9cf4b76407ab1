// /compare: two or three alliances, or other things of like kind, attribute by attribute, with sources.
import { defineCommand, UserError, type CommandContext, type Reply } from '../core/command.ts'
import { asOf, parseAsOf } from '../lookup/as-of-option.ts'
import { compareCard } from '../cards/compare/compare-card.ts'
import { formatList, quoteUserInput, withIndefiniteArticle } from '../cards/shared/format.ts'
import { SELECTED_VALUE, encodeDate, decodeDate } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import {
  mentionOption,
  optionalStringOption,
  ephemeralOption,
  stringOption,
  type AutocompleteHandler,
} from '../core/options.ts'
import {
  autocompleteName,
  requireEntity,
  findEntitiesByName,
  isEventKind,
  isRelationshipKind,
  disambiguationCard,
  type KindFilter,
} from '../lookup/entity-lookup.ts'

const offered: KindFilter = (kind) => isRelationshipKind(kind) || isEventKind(kind)

/** The families that a thing belongs to: things of one family can be lined up. */
function comparisonGroups(entity: Entity, { facts }: CommandContext): string[] {
  const kinds = [...facts.kindsOf(entity.id)]
  return kinds.map((kind) => (isRelationshipKind(kind) ? 'tie' : isEventKind(kind) ? 'event' : kind))
}

/** What is chosen already is not offered again. */
const complete: AutocompleteHandler = (typed, context, given) => {
  const chosen = ['first', 'second', 'third']
    .map((option) => given[option])
    .filter((value) => typeof value === 'string' && value !== typed)
    .flatMap((value) => findEntitiesByName(String(value), context).map(({ id }) => id))
  return autocompleteName(typed, offered, context).filter(({ value }) => !chosen.includes(value))
}

function compare(entities: Entity[], page: number, day: string, context: CommandContext) {
  const repeated = entities.find((entity, index) => entities.indexOf(entity) < index)
  if (repeated) {
    throw new UserError(`That compares ${repeated.name} with itself.`, 'Choose different names.')
  }
  const unmentioned = entities.filter((entity) => !context.facts.entities.includes(entity))
  if (unmentioned.length > 0) {
    const names = formatList(
      unmentioned.map(({ name }) => name),
      'or',
    )
    throw new UserError(`No article here mentions ${names}.`, 'Choose other names.')
  }
  const [first = [], ...others] = entities.map((entity) => comparisonGroups(entity, context))
  const shared = first.filter((family) => others.every((other) => other.includes(family)))
  if (shared.length === 0) {
    const kinds = entities.map(
      (entity) => `${entity.name} is ${withIndefiniteArticle(context.facts.kindLabel(entity))}`,
    )
    throw new UserError(
      `These cannot be lined up: ${formatList(kinds)}.`,
      'Compare alliances and partnerships with each other, or exercises with exercises.',
    )
  }
  if (entities.every(({ id }) => context.facts.factsAbout(id).length === 0)) {
    throw new UserError(
      `There is nothing to line up: ${formatList(entities.map(({ name }) => name))} are spoken of only in facts about others.`,
      'Look each of them up with /about, or compare the ties that they are in.',
    )
  }
  const family = shared.includes('tie') ? 'tie' : shared.includes('event') ? 'event' : 'other'
  const facts = context.facts.asOf(day)
  const key = `compare ${entities.map(({ id }) => id).join(' ')} ${page} ${context.now.toISOString().slice(0, 10)}`
  return facts.memo(key, () => compareCard(entities, { facts, now: context.now, family, page }))
}

export default defineCommand({
  name: 'compare',
  description: 'Two or three alliances, partnerships or exercises side by side',
  options: {
    first: stringOption('A name, such as NATO', { maxLength: 80, complete }),
    second: stringOption('A name to compare it with, such as AUKUS', { maxLength: 80, complete }),
    third: optionalStringOption('One more name', { maxLength: 80, complete }),
    as_of: asOf(),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ first, second, third, as_of, private: isPrivate }, context): Reply {
    const day = parseAsOf(as_of, context.now)
    const typed = [first, second, ...(third.trim() === '' ? [] : [third])]
    const found = typed.map((name) => findEntitiesByName(name, context))
    const unclear = found.flatMap((entities, index) => (entities.length === 1 ? [] : [index]))
    const [open] = unclear
    if (open === undefined) {
      return { type: 'reply', card: compare(found.flat(), 0, day, context), ephemeral: isPrivate }
    }
    if (unclear.length > 1) {
      const names = unclear.map((index) => quoteUserInput(typed[index] ?? ''))
      throw new UserError(
        `I do not know for sure what ${formatList(names)} are.`,
        'Type /compare again and choose each name from the list that opens as you type.',
      )
    }
    const ids = found.map(([entity], index) => (index === open || !entity ? SELECTED_VALUE : entity.id))
    const card = disambiguationCard(typed[open] ?? '', found[open] ?? [], offered, context, {
      isPrivate,
      view: ['compare', 0, encodeDate(day), ...ids],
    })
    return { type: 'reply', card, ephemeral: true }
  },

  render([page, day, ...ids], context) {
    if (ids.length < 2)
      throw new UserError('There is nothing to compare here.', 'Type /compare to ask again.')
    const entities = ids.map((id) => requireEntity(id, context))
    return compare(entities, Number(page), decodeDate(day), context)
  },
})
