// What every look-up does with a name: the card of what it names, or privately a menu of what it might mean.
import { asOf, dayOf } from './as-of-option.ts'
import type { Card, View } from '../core/card.ts'
import { entityCard } from '../cards/entity/entity-card.ts'
import { eventKinds, tieKinds } from '../data/model/kinds.ts'
import { nameMenu } from '../cards/shared/entity-menu.ts'
import { list, quoteTyped } from '../cards/shared/format.ts'
import { unmentionedCard } from '../cards/entity/unmentioned-country-card.ts'
import {
  defineCommand,
  UserError,
  type Choice,
  type Command,
  type Context,
  type Reply,
} from '../core/command.ts'
import { asked, packCustomId, packDay } from '../core/custom-id.ts'
import type { Entity } from '../data/build/schema.ts'
import type { Facts } from '../data/query/fact-store.ts'
import { addressee, privately, text } from '../core/options.ts'

/** The kinds, and words of classification, that a command is for. */
export type Offered = (kind: string) => boolean

/** For commands that are for things of these kinds. */
export function ofKinds(...kinds: string[]): Offered {
  const wanted = new Set(kinds)
  return (kind) => wanted.has(kind)
}

/** For commands that are for all things: one for them all, since choices are kept by it. */
export const anything: Offered = () => true

/** Ties by their kinds, and by the words for them. */
export const offeredAsTies = ofKinds(...tieKinds, 'pact', 'security-partnership', 'group')

export const offeredAsEvents = ofKinds(...eventKinds)

/** The entities that a text names exactly, by id, name, acronym or alias; or else countries that no article mentions. */
export function named(typed: string, { facts }: Context): Entity[] {
  const within = ({ entity, names }: Facts) =>
    (entity(typed) ? [typed] : names.exact(typed)).flatMap((id) => entity(id) ?? [])
  const found = within(facts)
  return found.length > 0 ? found : within(facts.world())
}

/** The entities whose names come nearest, each with the name that matched. */
function nearest(typed: string, offered: Offered, { facts }: Context): { entity: Entity; matched: string }[] {
  const exact = new Set(facts.names.exact(typed))
  const found = facts.names.search(typed).flatMap(({ entity: id, name }) => {
    const entity = facts.entity(id)
    return entity ? [{ entity, matched: name }] : []
  })
  const isOffered = ({ id }: Entity) => [...facts.kindsOf(id)].some(offered)
  const rank = ({ entity }: { entity: Entity }) => (exact.has(entity.id) ? 0 : isOffered(entity) ? 1 : 2)
  const shown = typed.trim() === '' ? found.filter(({ entity }) => isOffered(entity)) : found
  return shown.toSorted((a, b) => rank(a) - rank(b))
}

/** What autocomplete offers for a name; where an alias matched it says so: "ROK → South Korea". */
export function completeName(typed: string, offered: Offered, context: Context): Choice[] {
  const kept = context.facts.keep(`choices ${typed}`, () => new Map<Offered, Choice[]>())
  const choices =
    kept.get(offered) ??
    nearest(typed, offered, context).map(({ entity, matched }) => {
      const name = matched === entity.name ? matched : `${matched} → ${entity.name}`
      const isMentioned = context.facts.entities.includes(entity)
      return { name: isMentioned ? name : `${name} (in no article)`, value: entity.id }
    })
  kept.set(offered, choices)
  return choices
}

/** The entity that a press names; facts may have changed since its button was made. */
export function knownEntity(id: string | undefined, { facts }: Context): Entity {
  const entity = id === undefined ? undefined : (facts.entity(id) ?? facts.world().entity(id))
  if (!entity) throw new UserError('The facts behind this are no longer there.', 'Ask again by its name.')
  return entity
}

/** A page of an entity's card; the same all day for as long as the revision is live. */
export function openCard(entity: Entity, context: Context, { page = 0, day = '' } = {}): Card {
  const { facts, now } = context
  if (!facts.entities.includes(entity)) {
    const countries = nearest('', ofKinds('country'), { ...context, facts: facts.world() })
    return unmentionedCard(
      entity,
      countries.map(({ entity: one }) => one),
      facts,
    )
  }
  const then = facts.asOf(day)
  const key = `${entity.id} ${page} ${now.toISOString().slice(0, 10)}`
  return then.keep(key, () => entityCard(entity, { facts: then, now, page }))
}

interface Asking {
  typed: string
  offered: Offered
  isPrivate: boolean
  /** Opens what is chosen where the name is not clear. */
  view: View
}

/** What `open` gives for the one thing that is named, or else a private menu whose choice is shown as was asked for. */
export function answerNamed(asking: Asking, context: Context, open: (entity: Entity) => Card): Reply {
  const { typed, offered, isPrivate } = asking
  const entities = named(typed, context)
  const [entity] = entities
  if (entity && entities.length === 1) return { type: 'card', card: open(entity), private: isPrivate }
  return { type: 'card', card: whichOne(typed, entities, offered, context, asking), private: true }
}

/** The same for a name that may be left out. */
export function answerNamedOrAll(asking: Asking, context: Context, open: (entity?: Entity) => Card): Reply {
  if (asking.typed.trim() !== '') return answerNamed(asking, context, open)
  return { type: 'card', card: open(), private: asking.isPrivate }
}

/** How many of the best known things are shown for a name that comes near to nothing. */
const bestKnown = 10

/** The custom id of a private menu whose choice opens a view, for those for whom it was asked. */
export function pickId(view: View, isPrivate: boolean, { addressee }: Context): string {
  return packCustomId('pick', isPrivate ? 'private' : (addressee ?? 'public'), ...view)
}

/** The menu for a name that means several things, or nothing that is known; `view` opens what is chosen. */
export function whichOne(
  typed: string,
  entities: Entity[],
  offered: Offered,
  context: Context,
  { isPrivate, view }: { isPrivate: boolean; view: View },
): Card {
  const customId = pickId(view, isPrivate, context)
  if (entities.length > 0) {
    const sentence = `${quoteTyped(typed)} is the name of several things. Which do you mean?`
    return nameMenu(sentence, entities, context.facts, customId)
  }
  context.miss(typed)
  const near = nearest(typed, offered, context)
  const names = list([...new Set(near.map(({ entity }) => entity.name))].slice(0, 3), 'or')
  const question = near.length > 0 ? `Did you mean ${names}?` : 'These are the best known:'
  const offers = near.length > 0 ? near : nearest('', offered, context).slice(0, bestKnown)
  const sentence = `I know nothing named ${quoteTyped(typed)}. ${question}`
  return nameMenu(
    sentence,
    offers.map(({ entity }) => entity),
    context.facts,
    customId,
    new Map(offers.map(({ entity, matched }) => [entity.id, matched])),
  )
}

/** A command that looks up one name: what it is called, what it is for, and the kinds it offers. */
export function defineLookUp(about: {
  name: string
  description: string
  hint: string
  offered: Offered
  /** Whether it knows the countries that no article mentions as well as those that one does. */
  everyCountry?: boolean
}): Command {
  const { name, description, hint, offered, everyCountry = false } = about
  const widened = (context: Context) =>
    everyCountry ? { ...context, facts: context.facts.world() } : context
  return defineCommand({
    name,
    description,
    options: {
      name: text(hint, { complete: (typed, context) => completeName(typed, offered, widened(context)) }),
      as_of: asOf(),
      private: privately(),
      for: addressee(),
    },
    run({ name: typed, as_of, private: isPrivate }, given) {
      const context = widened(given)
      const day = dayOf(as_of, context.now)
      const asking = { typed, offered, isPrivate, view: ['open', packDay(day), asked] } as const
      return answerNamed(asking, context, (entity) => openCard(entity, context, { day }))
    },
  })
}
