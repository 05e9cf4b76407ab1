// /fact: one fact by chance, of all or about something; in a channel never twice the same in a row.
import { factCard } from '../cards/facts/fact-card.ts'
import { defineCommand, UserError, type CommandContext } from '../core/command.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { replyWithEntityOrAll, anyKind, autocompleteName, requireEntity } from '../lookup/entity-lookup.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

/** One of so many facts, and another where that is the one that was shown last in the channel. */
function randomFact(
  count: number,
  nth: (number: number) => Fact | undefined,
  context: CommandContext,
): Fact | undefined {
  const { recentlyShown, random, channel } = context
  const shownAt = `fact ${channel.channelId}`
  const number = Math.floor(random() * count)
  const first = nth(number)
  const isRepeated = count > 1 && first?.id === recentlyShown.get(shownAt)
  const fact = isRepeated ? nth((number + 1 + Math.floor(random() * (count - 1))) % count) : first
  if (fact) recentlyShown.set(shownAt, fact.id)
  return fact
}

/** Fewer facts than this about a thing itself are soon all told, so those that name it come in. */
const minOwnFacts = 5

function factPool({ id }: Entity, { facts }: CommandContext): Fact[] {
  const own = facts.factsAbout(id).flatMap((group) => group.facts)
  return own.length < minOwnFacts ? [...own, ...facts.factsMentioning(id)] : own
}

function pickFact(about: string, context: CommandContext): Fact {
  const { facts } = context
  const entity = about === '' ? undefined : requireEntity(about, context)
  const told = entity && factPool(entity, context)
  const fact = told
    ? randomFact(told.length, (number) => told[number], context)
    : randomFact(facts.count, facts.nth, context)
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
    about: optionalStringOption('A name, such as NATO or Japan', {
      maxLength: 80,
      complete: (typed, context) => autocompleteName(typed, anyKind, context),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ about, private: isPrivate }, context) {
    const asking = { typed: about, filter: anyKind, isPrivate, view: ['fact', SELECTED_VALUE] } as const
    return replyWithEntityOrAll(asking, context, (entity) => {
      const id = entity?.id ?? ''
      return factCard(pickFact(id, context), id, context)
    })
  },

  render([about = '', id], context) {
    const fact = id === undefined ? pickFact(about, context) : context.facts.getFact(id)
    if (fact) return factCard(fact, about, context)
    throw new UserError('That fact is no longer there.', 'Type /fact for another one.')
  },
})
