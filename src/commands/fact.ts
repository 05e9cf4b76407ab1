// /fact: a random fact, optionally about one entity; never the same twice in a row in a channel.
import { factCard } from '../cards/facts/fact-card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { replyWithEntityOrAll, autocompleteName, requireEntity } from '../lookup/entity-lookup.ts'
import { anyKind } from '../lookup/name-matches.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

/** A random one of `count` facts; not the one shown last in the channel. */
function randomFact(
  count: number,
  factAt: (index: number) => Fact | undefined,
  context: CommandContext,
): Fact | undefined {
  const { recentlyShown, random, channel } = context
  const key = `fact ${channel.channelId}`
  const index = Math.floor(random() * count)
  const first = factAt(index)
  const isRepeated = count > 1 && first?.id === recentlyShown.get(key)?.at(-1)
  const fact = isRepeated ? factAt((index + 1 + Math.floor(random() * (count - 1))) % count) : first
  if (fact) recentlyShown.set(key, [fact.id])
  return fact
}

/** With fewer facts than this about the entity itself, facts that mention it are included. */
const minOwnFacts = 5

function factPool({ id }: Entity, { facts }: CommandContext): Fact[] {
  const own = facts.factsAbout(id).flatMap((group) => group.facts)
  return own.length < minOwnFacts ? [...own, ...facts.factsMentioning(id)] : own
}

function pickFact(about: string, context: CommandContext): Fact {
  const { facts } = context
  const entity = about === '' ? undefined : requireEntity(about, context)
  const pool = entity && factPool(entity, context)
  const fact = pool
    ? randomFact(pool.length, (index) => pool[index], context)
    : randomFact(facts.count, facts.factAt, context)
  if (fact) return fact
  throw new UserError(
    `No article says anything about ${entity?.name ?? 'this'}.`,
    'Ask for a fact about something else.',
  )
}

export default defineCommand({
  name: 'fact',
  description: 'One fact with its source: any, or one about something',
  options: {
    about: optionalStringOption('A name, such as NATO or Japan', {
      maxLength: 80,
      autocomplete: (query, context) => autocompleteName(query, anyKind, context),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ about, private: isPrivate }, context) {
    const request = { query: about, filter: anyKind, isPrivate, view: ['fact', SELECTED_VALUE] } as const
    return replyWithEntityOrAll(request, context, (entity) => {
      const id = entity?.id ?? ''
      return factCard(pickFact(id, context), id, context)
    })
  },

  render([about = '', id], context) {
    const fact = id === undefined ? pickFact(about, context) : context.facts.getFact(id)
    if (fact) return factCard(fact, about, context)
    throw new UserError('That fact no longer exists.', 'Type /fact for another one.')
  },
})
