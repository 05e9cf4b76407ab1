// /compare: two or three alliances, countries or other entities of one kind, or a country beside a body, with sources.
import { kindLabel } from '../data/model/kinds.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import type { Card } from '../core/card.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { asOf, parseAsOf } from '../lookup/as-of-option.ts'
import { compareCard } from '../cards/compare/compare-card.ts'
import {
  compareCountriesCard,
  countryDetailsCard,
  countryInBodyCard,
} from '../cards/compare/country-compare-card.ts'
import { compareDetailsCard } from '../cards/compare/compare-details-card.ts'
import { formatList, quoteUserInput, withIndefiniteArticle } from '../cards/shared/format.ts'
import { SELECTED_VALUE, encodeDate, decodeDate } from '../core/custom-id.ts'
import { toIsoDate } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
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
  disambiguationCard,
} from '../lookup/entity-lookup.ts'
import { isEventKind, isRelationshipKind, type KindFilter } from '../lookup/name-matches.ts'

const comparableKinds: KindFilter = (kind) =>
  isRelationshipKind(kind) || isEventKind(kind) || kind === 'country'

/** Whether countries can be in it. */
function isBody({ id, kind }: Entity, { facts }: CommandContext): boolean {
  const hasMembers = facts.factsAbout(id).some(({ attribute }) => attribute === 'member')
  return kind !== 'country' && (isRelationshipKind(kind) || hasMembers)
}

/** Entities that share a group can be compared. */
function comparisonGroups(entity: Entity, { facts }: CommandContext): string[] {
  const kinds = [...facts.kindsOf(entity.id)]
  return kinds.map((kind) => (isRelationshipKind(kind) ? 'tie' : isEventKind(kind) ? 'event' : kind))
}

/** Leaves out what another option names already. */
const autocomplete: AutocompleteHandler = (query, context, otherOptions) => {
  const chosen = ['first', 'second', 'third']
    .map((option) => otherOptions[option])
    .filter((value): value is string => typeof value === 'string' && value !== query)
    .flatMap((value) => findEntitiesByName(value, context).map(({ id }) => id))
  return autocompleteName(query, comparableKinds, context).filter(({ value }) => !chosen.includes(value))
}

/** Page 0 is the first answer; More has the others. Memoized per revision and day. */
function compare(entities: Entity[], page: number, day: string, context: CommandContext) {
  const facts = context.facts.asOf(day)
  const key = `compare ${entities.map(({ id }) => id).join(' ')} ${page} ${toIsoDate(context.now)}`
  return facts.memo(key, () => renderComparison(entities, page, facts, context))
}

/** @throws UserError if they cannot be compared */
function renderComparison(entities: Entity[], page: number, facts: FactSnapshot, context: CommandContext) {
  const { now } = context
  const repeated = entities.find((entity, index) => entities.indexOf(entity) < index)
  if (repeated) {
    throw new UserError(`That compares ${repeated.name} with itself.`, 'Choose different names.')
  }
  const unmentioned = entities.filter(({ id }) => !context.facts.hasFacts(id))
  if (unmentioned.length > 0) {
    const names = formatList(
      unmentioned.map(({ name }) => name),
      'or',
    )
    throw new UserError(`No source here mentions ${names}.`, 'Choose other names.')
  }
  const countries = entities.filter(({ kind }) => kind === 'country')
  if (countries.length === entities.length)
    return page > 0
      ? countryDetailsCard(entities, page - 1, { facts, now })
      : compareCountriesCard(entities, { facts, now })
  if (countries.length === 1 && entities.length === 2 && entities.some((entity) => isBody(entity, context)))
    return countryInBodyCard(entities, { facts, now })
  const [first = [], ...others] = entities.map((entity) => comparisonGroups(entity, context))
  const shared = first.filter((group) => others.every((other) => other.includes(group)))
  if (shared.length === 0) {
    const kinds = entities.map((entity) => `${entity.name} is ${withIndefiniteArticle(kindLabel(entity))}`)
    throw new UserError(
      `These can't be compared: ${formatList(kinds)}.`,
      'Compare alliances and partnerships with each other or with one country, countries with countries, or exercises with exercises.',
    )
  }
  if (entities.every(({ id }) => context.facts.factsAbout(id).length === 0)) {
    throw new UserError(
      `There is nothing to compare: ${formatList(entities.map(({ name }) => name))} are only mentioned in facts about others.`,
      'Look each of them up with /about, or compare the alliances and partnerships they are in.',
    )
  }
  const group = shared.includes('tie') ? 'tie' : shared.includes('event') ? 'event' : 'other'
  const options = { facts, now, group } as const
  return page > 0 ? compareDetailsCard(entities, page - 1, options) : compareCard(entities, options)
}

export default defineCommand({
  name: 'compare',
  description: 'Two or three alliances, countries or exercises side by side, or a country and an alliance',
  options: {
    first: stringOption('A name, such as NATO', { maxLength: 80, autocomplete }),
    second: stringOption('A name to compare it with, such as AUKUS', { maxLength: 80, autocomplete }),
    third: optionalStringOption('One more name', { maxLength: 80, autocomplete }),
    as_of: asOf(),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ first, second, third, as_of, private: isPrivate }, context): Reply {
    const day = parseAsOf(as_of, context.now)
    const names = [first, second, ...(third.trim() === '' ? [] : [third])]
    const matches = names.map((name) => findEntitiesByName(name, context))
    const ambiguous = matches.flatMap((entities, index) => (entities.length === 1 ? [] : [index]))
    const [index] = ambiguous
    if (index === undefined) {
      return { type: 'reply', card: compare(matches.flat(), 0, day, context), ephemeral: isPrivate }
    }
    if (ambiguous.length > 1) {
      const quoted = ambiguous.map((position) => quoteUserInput(names[position] ?? ''))
      throw new UserError(
        `I'm not sure what you mean by ${formatList(quoted)}.`,
        'Type /compare again and choose each name from the list that opens as you type.',
      )
    }
    const ids = matches.map(([entity], position) =>
      position === index || !entity ? SELECTED_VALUE : entity.id,
    )
    const card = disambiguationCard(names[index] ?? '', matches[index] ?? [], comparableKinds, context, {
      isPrivate,
      view: ['compare', 0, encodeDate(day), ...ids],
    })
    return { type: 'reply', card, ephemeral: true }
  },

  render,

  onComponent({ args }, context) {
    const card = render(args, context)
    // More opens beside the first answer, which others may be reading.
    return args[0] === '' ? { type: 'reply', card, ephemeral: true } : { type: 'update', card }
  },
})

function render([page = '', day, ...ids]: string[], context: CommandContext): Card {
  if (ids.length < 2) throw new UserError('There is nothing to compare here.', 'Type /compare to ask again.')
  const entities = ids.map((id) => requireEntity(id, context))
  return compare(entities, page === '' ? 1 : Number(page), decodeDate(day), context)
}
