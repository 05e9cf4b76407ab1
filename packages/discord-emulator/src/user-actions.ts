// What a person may do at a place, as the interaction that Discord would make of it.
import type { InteractionDraft } from './dispatch-interaction.ts'
import { type Answers, formData } from './modals.ts'
import type { Modal } from './validation/modals.ts'
import type { StoredMessage, Message } from './messages.ts'
import { mustBeEphemeral, authorizeCommand, integrationOwners } from './command-availability.ts'
import type { EmulatorContext } from './context.ts'
import { permission, personPermissions } from './permissions.ts'
import { findButton, findSelectMenu, resolveSelection } from './resolve-component.ts'
import type { Command } from './command-registry.ts'
import { nothingResolved, resolveChannel, resolvePerson, resolvedData } from './resolve.ts'
import type { Typed } from './parse-command-line.ts'
import { type EmulatorUser, type EmulatorChannel, dmChannelOf, placeById } from './world.ts'

/** A message, as far as it takes to find it. */
export type MessageAt = Pick<Message, 'id' | 'channel_id'>

/** A form that an interaction opened. */
export interface OpenForm {
  interactionId: string
  modal: Modal
}

export interface UserActions {
  /** Where it is done: a place with the bot is each person's own direct message. */
  place: EmulatorChannel
  /** The commands that exist here, offered to the person or not. */
  commands: () => Command[]
  /** Sends a command with its options. */
  use(typed: Typed<Command>): InteractionDraft
  /** Asks for the choices of the option that is being typed into. */
  autocomplete(typed: Typed<Command>): InteractionDraft
  /** Presses a button, named by its label or custom id. */
  clickButton(on: MessageAt, button: string): InteractionDraft
  /** Chooses in a menu, by labels or values; `menu` names one of several. */
  select(on: MessageAt, picks: string[], menu?: string): InteractionDraft
  /** Sends a form, its inputs named by label or custom id. */
  submitModal(form: OpenForm, answers: Answers): InteractionDraft
  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, on: MessageAt): InteractionDraft
}

/** The deeds of one person at one place. Each throws an Error for what Discord's client would not let the person do. */
export function createUserActions(
  parts: EmulatorContext,
  person: EmulatorUser,
  where: EmulatorChannel,
): UserActions {
  const { world, registry, history, interactions } = parts
  const place = where.withBot ? dmChannelOf(person) : where
  const commands = () => registry.inServer(place.server?.id)

  /** The message as it is now, if this person can see it. */
  function visible(on: MessageAt): { kept: StoredMessage; there: EmulatorChannel } {
    const there = placeById(world, on.channel_id)
    const kept = history.get(on.channel_id, on.id)
    if (!there || !kept) throw new Error('The message is gone')
    if (kept.visibleTo !== undefined && kept.visibleTo !== person.id)
      throw new Error(`${person.name} cannot see this message`)
    if (!(personPermissions(person, there) & permission.viewChannel))
      throw new Error(`${person.name} cannot see ${there.name}`)
    return { kept, there }
  }

  function useCommand(
    command: Command,
    data: Record<string, unknown>,
    there: EmulatorChannel,
  ): InteractionDraft {
    const { owners, forcedPrivate } = authorizeCommand(world, command, person, there)
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

  function use({ command, path, options }: Typed<Command>): InteractionDraft {
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

  function useComponent(
    { kept, there }: ReturnType<typeof visible>,
    data: Record<string, unknown>,
  ): InteractionDraft {
    const { message } = kept
    if (message.author.id !== world.application.id) throw new Error('The message is not the app’s')
    const owners =
      message.interaction_metadata?.authorizing_integration_owners ?? integrationOwners(world, person, there)
    return {
      kind: 'component',
      person,
      place: there,
      owners,
      forcedPrivate: mustBeEphemeral(owners, person, there),
      name: String(data['custom_id']),
      source: message,
      data,
    }
  }

  return {
    place,
    commands,
    use,
    autocomplete(typed) {
      if (!typed.last?.autocomplete)
        throw new Error(`The option ${typed.last?.name ?? ''} has no autocomplete`)
      return { ...use(typed), kind: 'autocomplete', optionType: typed.last.type }
    },
    clickButton(on, label) {
      const shown = visible(on)
      const button = findButton(shown.kept.message, label)
      return useComponent(shown, { component_type: 2, custom_id: button.custom_id, id: button.id })
    },
    select(on, picks, named) {
      const shown = visible(on)
      const menu = findSelectMenu(shown.kept.message, picks, named)
      const resolved = nothingResolved()
      const values = resolveSelection(menu, picks, { world, place: shown.there, person }, resolved)
      const { type, custom_id, id } = menu
      return useComponent(shown, { component_type: type, custom_id, id, values, ...resolvedData(resolved) })
    },
    submitModal({ interactionId, modal }, answers) {
      const opener = interactions.byId(interactionId)
      if (!opener) throw new Error('The form was opened too long ago')
      if (opener.person.id !== person.id) throw new Error(`The form was opened to ${opener.person.name}`)
      const resolved = nothingResolved()
      const components = formData(modal, answers, { world, place: opener.place, person }, resolved)
      return {
        kind: 'modal',
        person,
        place: opener.place,
        owners: opener.owners,
        forcedPrivate: opener.forcedPrivate,
        name: modal.custom_id,
        source: opener.source && history.get(opener.place.id, opener.source.id)?.message,
        openedBy: opener,
        data: { custom_id: modal.custom_id, components, ...resolvedData(resolved) },
      }
    },
    runMessageCommand(name, on) {
      const { kept, there } = visible(on)
      const menu = registry.inServer(there.server?.id).filter(({ type }) => type === 3)
      const command = menu.find((one) => one.name === name)
      if (!command)
        throw new Error(
          `There is no "${name}" in the menu. There are: ${menu.map((one) => one.name).join(', ') || 'none'}`,
        )
      const { id } = kept.message
      return useCommand(command, { target_id: id, resolved: { messages: { [id]: kept.message } } }, there)
    },
  }
}
