// /timeline: what happened when, of an entity, a country or all, with sources.
import { asOf, dateTyped, dayOf } from '../lookup/as-of-option.ts'
import { timelineCard } from '../cards/timeline/timeline-card.ts'
import { isBefore, timelineOf } from '../cards/timeline/timeline-events.ts'
import { quoteTyped } from '../cards/shared/format.ts'
import { defineCommand, UserError } from '../core/command.ts'
import { asked, packDay, parseDay } from '../core/custom-id.ts'
import { answerNamedOrAll, anything, completeName, knownEntity, named } from '../lookup/entity-lookup.ts'
import { addressee, optionalText, privately, type Complete } from '../core/options.ts'

/** The years of which something is told. */
const completeYear: Complete = (typed, context, { of }) => {
  const [entity] = typeof of === 'string' ? named(of, context) : []
  const years = timelineOf(entity, context.facts).map(({ date }) => date.slice(0, 4))
  return [...new Set(years)]
    .filter((year) => /^\d/.test(year) && year.startsWith(typed.trim()))
    .map((year) => ({ name: year, value: year }))
}

export default defineCommand({
  name: 'timeline',
  description: 'What happened when: of an alliance, a country or anything else, or of all',
  options: {
    of: optionalText('A name, such as NATO or Japan', {
      maxLength: 80,
      complete: (typed, context) => completeName(typed, anything, context),
    }),
    from: optionalText('Nothing before this year, month or day', { maxLength: 40, complete: completeYear }),
    to: optionalText('Nothing after this year, month or day', { maxLength: 40, complete: completeYear }),
    as_of: asOf(),
    private: privately(),
    for: addressee(),
  },

  run({ of, from, to, as_of, private: isPrivate }, context) {
    const range = [dateTyped(from, context.now), dateTyped(to, context.now)] as const
    if (range[1] !== '' && isBefore(range[1], range[0])) {
      throw new UserError(
        `The timeline would end (${quoteTyped(to)}) before it begins (${quoteTyped(from)}).`,
        'Swap “from” and “to”.',
      )
    }
    const view = ['timeline', '0', packDay(dayOf(as_of, context.now)), ...range] as const
    const asking = { typed: of, offered: anything, isPrivate, view: [...view, asked] } as const
    return answerNamedOrAll(asking, context, (entity) => context.open([...view, entity?.id ?? '']))
  },

  open([page, day, begin = '', end = '', of = ''], context) {
    const [from = '', to = ''] = [begin, end].map((date) => (/^\d{4}(-\d\d){0,2}$/.test(date) ? date : ''))
    const facts = context.facts.asOf(parseDay(day))
    const entity = of === '' ? undefined : knownEntity(of, context)
    const key = `timeline ${of} ${page} ${from} ${to} ${context.now.toISOString().slice(0, 10)}`
    return facts.keep(key, () =>
      timelineCard(entity, { facts, now: context.now, page: Number(page), from, to }),
    )
  },
})
