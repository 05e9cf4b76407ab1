// /timeline: what happened when, of an entity, a country or all, with sources.
import { asOf, parsePartialDateOption, parseAsOf } from '../lookup/as-of-option.ts'
import { timelineCard } from '../cards/timeline/timeline-card.ts'
import { timelineDetailsCard } from '../cards/timeline/timeline-details-card.ts'
import { isBefore, buildTimeline } from '../cards/timeline/timeline-events.ts'
import { quoteUserInput } from '../cards/shared/format.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE, encodeDate, decodeDate } from '../core/custom-id.ts'
import {
  replyWithEntityOrAll,
  autocompleteName,
  requireEntity,
  findEntitiesByName,
} from '../lookup/entity-lookup.ts'
import { anyKind } from '../lookup/name-matches.ts'
import {
  mentionOption,
  optionalStringOption,
  ephemeralOption,
  type AutocompleteHandler,
} from '../core/options.ts'

/** Suggests the years in which something happened. */
const autocompleteYear: AutocompleteHandler = (input, context, { of }) => {
  const [entity] = typeof of === 'string' ? findEntitiesByName(of, context) : []
  const years = buildTimeline(entity, context.facts).map(({ date }) => date.slice(0, 4))
  return [...new Set(years)]
    .filter((year) => /^\d/.test(year) && year.startsWith(input.trim()))
    .map((year) => ({ name: year, value: year }))
}

export default defineCommand({
  name: 'timeline',
  description: 'What happened when, for an alliance, a country or anything else, or for all',
  options: {
    of: optionalStringOption('A name, such as NATO or Japan', {
      maxLength: 80,
      autocomplete: (query, context) => autocompleteName(query, anyKind, context),
    }),
    from: optionalStringOption('Nothing before this year, month or day', {
      maxLength: 40,
      autocomplete: autocompleteYear,
    }),
    to: optionalStringOption('Nothing after this year, month or day', {
      maxLength: 40,
      autocomplete: autocompleteYear,
    }),
    as_of: asOf(),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ of, from, to, as_of, private: isPrivate }, context) {
    const range = [
      parsePartialDateOption(from, context.now),
      parsePartialDateOption(to, context.now),
    ] as const
    if (range[1] !== '' && isBefore(range[1], range[0])) {
      throw new UserError(
        `The timeline would end (${quoteUserInput(to)}) before it begins (${quoteUserInput(from)}).`,
        'Swap “from” and “to”.',
      )
    }
    const args = ['0', encodeDate(parseAsOf(as_of, context.now)), ...range]
    const view = ['timeline', ...args, SELECTED_VALUE] as const
    const request = { query: of, filter: anyKind, isPrivate, view } as const
    return replyWithEntityOrAll(request, context, (entity) => render([...args, entity?.id ?? ''], context))
  },

  render,

  onComponent({ args }, context) {
    const card = render(args, context)
    // More opens beside the first answer, which others may be reading.
    return args[0] === '' ? { type: 'reply', card, ephemeral: true } : { type: 'update', card }
  },
})

/** Page 0 is the first answer; More has the others. */
function render(
  [pageText = '', day, begin = '', end = '', of = '']: string[],
  context: CommandContext,
): Card {
  const page = pageText === '' ? 1 : Number(pageText)
  const [from = '', to = ''] = [begin, end].map((date) => (/^\d{4}(-\d\d){0,2}$/.test(date) ? date : ''))
  const facts = context.facts.asOf(decodeDate(day))
  const entity = of === '' ? undefined : requireEntity(of, context)
  const key = `timeline ${of} ${page} ${from} ${to} ${context.now.toISOString().slice(0, 10)}`
  const options = { facts, now: context.now, from, to }
  return facts.memo(key, () =>
    page > 0 ? timelineDetailsCard(entity, page - 1, options) : timelineCard(entity, options),
  )
}
