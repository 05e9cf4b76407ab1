// /fact: one fact by chance, of all or about something; in a channel never twice the same in a row.
import { factCard } from '../cards/facts/fact-card.ts'
import { defineCommand, UserError, type Context } from '../core/command.ts'
import { asked } from '../core/custom-id.ts'
import type { Entity, Fact } from '../data/build/schema.ts'
import { answerNamedOrAll, anything, completeName, knownEntity } from '../lookup/entity-lookup.ts'
import { addressee, optionalText, privately } from '../core/options.ts'

/** One of so many facts, and another where that is the one that was shown last in the channel. */
function byChance(
  count: number,
  nth: (number: number) => Fact | undefined,
  context: Context,
): Fact | undefined {
  const { lastShown, random, place } = context
  const shownAt = `fact ${place.channelId}`
  const number = Math.floor(random() * count)
  const first = nth(number)
  const isRepeated = count > 1 && first?.id === lastShown.get(shownAt)
  const fact = isRepeated ? nth((number + 1 + Math.floor(random() * (count - 1))) % count) : first
  if (fact) lastShown.set(shownAt, fact.id)
  return fact
}

/** Fewer facts than this about a thing itself are soon all told, so those that name it come in. */
const few = 5

function toldOf({ id }: Entity, { facts }: Context): Fact[] {
  const own = facts.about(id).flatMap((group) => group.facts)
  return own.length < few ? [...own, ...facts.naming(id)] : own
}

function anyFact(about: string, context: Context): Fact {
  const { facts } = context
  const entity = about === '' ? undefined : knownEntity(about, context)
  const told = entity && toldOf(entity, context)
  const fact = told
    ? byChance(told.length, (number) => told[number], context)
    : byChance(facts.count, facts.nth, context)
  if (fact) return fact
  throw new UserError(
    `No article says anything of ${entity?.name ?? 'this'}.`,
    'Ask for a fact about something else.',
  )
}

export default defineCommand({
  name: 'fact',
  description: 'One fact with its source: any, or one about something',
  options: {
    about: optionalText('A name, such as NATO or Japan', {
      maxLength: 80,
      complete: (typed, context) => completeName(typed, anything, context),
    }),
    private: privately(),
    for: addressee(),
  },

  run({ about, private: isPrivate }, context) {
    const asking = { typed: about, offered: anything, isPrivate, view: ['fact', asked] } as const
    return answerNamedOrAll(asking, context, (entity) => {
      const id = entity?.id ?? ''
      return factCard(anyFact(id, context), id, context)
    })
  },

  open([about = '', id], context) {
    const fact = id === undefined ? anyFact(about, context) : context.facts.fact(id)
    if (fact) return factCard(fact, about, context)
    throw new UserError('That fact is no longer there.', 'Type /fact for another one.')
  },
})
