// /alliance: what kind of tie an alliance or partnership is, its members, purpose and obligations, with sources.
import { defineCommand, packCustomId, text, UserError, yesNo, type Context, type Reply } from '../command.ts'
import { entityCard } from '../cards/entity-card.ts'
import { nameMenu } from '../cards/name-menu.ts'
import { quoteTyped } from '../cards/text.ts'
import type { Entity } from '../data/shapes.ts'

const name = 'alliance'

const offered = new Set([
  'alliance',
  'treaty',
  'pact',
  'partnership',
  'security-partnership',
  'coalition',
  'group',
])

function isOffered(entity: Entity, { facts }: Context): boolean {
  return facts
    .kindsOf(entity.id)
    .values()
    .some((kind) => offered.has(kind))
}

/** The entities that have a name starting with the text: those this command is for, then, once typed, all others. */
function nearest(typed: string, context: Context): Entity[] {
  const { facts } = context
  const found = facts.names.startingWith(typed).flatMap(({ entity }) => facts.entity(entity) ?? [])
  const [offered, others] = [true, false].map((wanted) =>
    found.filter((item) => isOffered(item, context) === wanted),
  )
  return [...(offered ?? []), ...(typed.trim() === '' ? [] : (others ?? []))]
}

function card(entity: Entity, page: number, { facts, now }: Context) {
  return entityCard(entity, { facts, now, page, pageId: (to) => packCustomId(name, 'page', entity.id, to) })
}

function known(id: string | undefined, { facts }: Context): Entity {
  const entity = id === undefined ? undefined : facts.entity(id)
  if (!entity)
    throw new UserError('The facts behind this are no longer there.', `Type /${name} to ask again.`)
  return entity
}

export default defineCommand({
  name,
  description: 'What an alliance or partnership is, who is in it and what it obliges to',
  options: {
    name: text('A name or acronym, such as NATO or AUKUS', {
      complete: (typed, context) =>
        nearest(typed, context).map((entity) => ({ name: entity.name, value: entity.id })),
    }),
    private: yesNo('Show the card only to you'),
  },

  run({ name: typed, private: isPrivate }, context): Reply {
    const { facts } = context
    const exact = facts.entity(typed) ? [typed] : facts.names.exact(typed)
    const entities = exact.flatMap((id) => facts.entity(id) ?? [])
    const [entity] = entities
    if (entity && entities.length === 1)
      return { type: 'card', card: card(entity, 0, context), private: isPrivate }
    const near = entity ? entities : nearest(typed, context)
    const offer = near.length > 0 ? near : nearest('', context)
    const sentence = entity
      ? `${quoteTyped(typed)} is the name of several things. Which do you mean?`
      : `I know nothing named ${quoteTyped(typed)}. ${near.length > 0 ? 'Did you mean one of these?' : 'These I do know:'}`
    const menu = nameMenu(
      sentence,
      offer,
      facts,
      packCustomId(name, 'pick', isPrivate ? 'private' : 'public'),
    )
    return { type: 'card', card: menu, private: true }
  },

  press({ parts: [action, first, second], values: [value], byAsker }, context): Reply {
    if (action === 'pick') {
      const picked = card(known(value, context), 0, context)
      if (first === 'private') return { type: 'replace', card: picked }
      return { type: 'replace-and-post', line: 'Posted.', card: picked }
    }
    const turned = card(known(first, context), Number(second), context)
    return byAsker ? { type: 'replace', card: turned } : { type: 'card', card: turned, private: true }
  },
})
