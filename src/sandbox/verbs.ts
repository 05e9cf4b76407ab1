// What a person can do: each verb sends what Discord would send and resolves to what the person would see.
import { type Deed, deliver } from './deliver.ts'
import { type Answers, formData } from './forms.ts'
import type { Interaction } from './interactions.ts'
import type { Choice } from './limits/choices.ts'
import { readDraft, publish } from './publish.ts'
import type { KeptMessage, Message } from './messages.ts'
import { userOf } from './objects.ts'
import { isForcedPrivate, offer, ownersAt } from './offered.ts'
import type { Parts } from './parts.ts'
import { permission, personPermissions, sending } from './permissions.ts'
import { buttonNamed, menuWith, picksFor } from './pick.ts'
import type { Command } from './registry.ts'
import { nothingResolved, resolveChannel, resolvePerson, resolvedData } from './resolve.ts'
import type { Seen } from './seen.ts'
import { type Typed, readTyped, readUnfinished } from './typed.ts'
import { type Person, type PersonName, type Place, type PlaceName, dmOf, placeById } from './world.ts'

export interface Verbs {
  /** Types and sends a command: `/alliance name:NATO private:true`. */
  run(typed: string): Promise<Seen>
  /** Types a command without sending it; resolves to the choices for its last option. */
  complete(typed: string): Promise<Choice[]>
  /** Presses a button, named by its label or custom id. */
  click(on: Message | Seen, button: string): Promise<Seen>
  /** Chooses in a menu, by labels or values (or names of people or channels); `menu` names one of several. */
  choose(on: Message | Seen, picks: string | string[], menu?: string): Promise<Seen>
  /** Sends a form, its inputs named by label or custom id; what is left out keeps its preset value. */
  submit(form: Seen, answers: Answers): Promise<Seen>
  /** Uses a command of a message's Apps menu. */
  messageMenu(name: string, on: Message | Seen): Promise<Seen>
  /** Writes a message here. */
  say(text: string): Promise<Message>
  /** What this interaction shows next, such as a follow-up; `{ type: 'nothing' }` if nothing comes. */
  next(seen: Seen): Promise<Seen>
  /** The same verbs for another person. */
  as(person: PersonName | Person): Verbs
  /** The same verbs at another place. */
  at(place: PlaceName | Place): Verbs
}

/** The verbs of one person at one place. Each throws an Error for what Discord's client would not let the person do. */
export function createVerbs(parts: Parts, person: Person, where: Place): Verbs {
  const { world, registry, history, interactions } = parts
  // Everyone has a direct message of their own with the bot.
  const place = where.withBot ? dmOf(person) : where

  const see = (interaction: Interaction) => interactions.see(interaction, 0)

  /** The message as it is now, if this person can see it. */
  function visible(on: Message | Seen): { kept: KeptMessage; there: Place } {
    const message = 'id' in on ? on : 'message' in on ? on.message : undefined
    if (!message) throw new Error(`There is no message: what ${person.name} saw was "${on.type}"`)
    const there = placeById(world, message.channel_id)
    const kept = history.get(message.channel_id, message.id)
    if (!there || !kept) throw new Error('The message is gone')
    if (kept.viewerId !== undefined && kept.viewerId !== person.id)
      throw new Error(`${person.name} cannot see this message`)
    if (!(personPermissions(person, there) & permission.viewChannel))
      throw new Error(`${person.name} cannot see ${there.name}`)
    return { kept, there }
  }

  function useCommand(command: Command, data: Record<string, unknown>, there: Place): Deed {
    const { owners, forcedPrivate } = offer(world, command, person, there)
    const { id, type, name, guild_id } = command
    return {
      kind: 'command',
      person,
      place: there,
      owners,
      forcedPrivate,
      name,
      commandType: type,
      data: { id, name, type, ...(guild_id === undefined ? {} : { guild_id }), ...data },
    }
  }

  function typedDeed({ command, path, options }: Typed<Command>): Deed {
    const resolved = nothingResolved()
    const leaves = options.map(({ value, ...option }) => ({
      ...option,
      value:
        option.type === 6 || option.type === 9
          ? resolvePerson(world, place, String(value), resolved)
          : option.type === 7
            ? resolveChannel(world, place, person, String(value), resolved)
            : value,
    }))
    let nested: unknown[] = leaves
    // From the innermost name out: the subcommand (1), then its group (2).
    path.toReversed().forEach((name, depth) => (nested = [{ type: depth + 1, name, options: nested }]))
    const deed = useCommand(command, { options: nested, ...resolvedData(resolved) }, place)
    return { ...deed, name: [command.name, ...path].join(' ') }
  }

  function componentDeed({ kept, there }: ReturnType<typeof visible>, data: Record<string, unknown>): Deed {
    const { message } = kept
    if (message.author.id !== world.application.id) throw new Error('The message is not the app’s')
    const owners =
      message.interaction_metadata?.authorizing_integration_owners ?? ownersAt(world, person, there)
    return {
      kind: 'component',
      person,
      place: there,
      owners,
      forcedPrivate: isForcedPrivate(owners, person, there),
      name: String(data['custom_id']),
      source: message,
      data,
    }
  }

  async function act(make: () => Deed): Promise<Seen> {
    return see(deliver(parts, make()))
  }

  return {
    run: (typed) => act(() => typedDeed(readTyped(typed, registry.inServer(place.server?.id)))),
    async complete(typed) {
      const read = readUnfinished(typed, registry.inServer(place.server?.id))
      if (!read.last?.autocomplete) throw new Error(`The option ${read.last?.name ?? ''} has no autocomplete`)
      const interaction = deliver(parts, {
        ...typedDeed(read),
        kind: 'autocomplete',
        optionType: read.last.type,
      })
      await see(interaction)
      if (!interaction.choices) throw new Error('Loading options failed')
      return interaction.choices
    },
    click: (on, label) =>
      act(() => {
        const shown = visible(on)
        const button = buttonNamed(shown.kept.message, label)
        return componentDeed(shown, { component_type: 2, custom_id: button.custom_id, id: button.id })
      }),
    choose: (on, picks, named) =>
      act(() => {
        const shown = visible(on)
        const wanted = typeof picks === 'string' ? [picks] : picks
        const menu = menuWith(shown.kept.message, wanted, named)
        const resolved = nothingResolved()
        const values = picksFor(menu, wanted, { world, place: shown.there, person }, resolved)
        const { type, custom_id, id } = menu
        return componentDeed(shown, {
          component_type: type,
          custom_id,
          id,
          values,
          ...resolvedData(resolved),
        })
      }),
    submit: (form, answers) =>
      act(() => {
        const opener = interactions.byId(form.interactionId)
        if (form.type !== 'modal' || !opener)
          throw new Error(`There is no form: what was seen is "${form.type}"`)
        if (opener.person.id !== person.id) throw new Error(`The form was opened to ${opener.person.name}`)
        const resolved = nothingResolved()
        const components = formData(form.modal, answers, { world, place: opener.place, person }, resolved)
        return {
          kind: 'modal',
          person,
          place: opener.place,
          owners: opener.owners,
          forcedPrivate: opener.forcedPrivate,
          name: form.modal.custom_id,
          source: opener.source && history.get(opener.place.id, opener.source.id)?.message,
          openedBy: opener,
          data: { custom_id: form.modal.custom_id, components, ...resolvedData(resolved) },
        }
      }),
    messageMenu: (name, on) =>
      act(() => {
        const { kept, there } = visible(on)
        const menu = registry.inServer(there.server?.id).filter(({ type }) => type === 3)
        const command = menu.find((one) => one.name === name)
        if (!command)
          throw new Error(
            `There is no "${name}" in the menu. There are: ${menu.map((one) => one.name).join(', ') || 'none'}`,
          )
        const { id } = kept.message
        return useCommand(command, { target_id: id, resolved: { messages: { [id]: kept.message } } }, there)
      }),
    async say(text) {
      const needed = permission.viewChannel | sending(place)
      if ((personPermissions(person, place) & needed) !== needed)
        throw new Error(`${person.name} may not write in ${place.name}`)
      const draft = readDraft({ content: text }, new Map())
      return Promise.resolve(
        publish(parts, place, { type: 0, author: userOf(person), flags: 0 }, draft).message,
      )
    },
    async next(seen) {
      const interaction = interactions.byId(seen.interactionId)
      if (!interaction) throw new Error('The interaction is too long ago')
      return interactions.see(interaction, seen.nth + 1)
    },
    as: (other) => createVerbs(parts, typeof other === 'string' ? world.people[other] : other, where),
    at: (other) => createVerbs(parts, person, typeof other === 'string' ? world.places[other] : other),
  }
}
