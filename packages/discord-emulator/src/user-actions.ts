// What a person may do at a place, as the interaction that Discord would make of it.
import type { InteractionDraft } from './dispatch-interaction.ts'
import { type ModalFields, modalSubmitComponents } from './modals.ts'
import type { Modal } from './validation/modals.ts'
import type { StoredMessage, Message } from './messages.ts'
import { mustBeEphemeral, authorizeCommand, integrationOwners } from './command-availability.ts'
import type { EmulatorContext } from './context.ts'
import { permission, userPermissions } from './permissions.ts'
import { findButton, findSelectMenu, resolveSelection } from './resolve-component.ts'
import type { Command } from './command-registry.ts'
import { emptyResolved, resolveChannel, resolveUser, resolvedData } from './resolve.ts'
import type { ParsedCommand } from './parse-command-line.ts'
import { type EmulatorUser, type EmulatorChannel, dmChannelOf, channelById } from './world.ts'

/** A message, as far as it takes to find it. */
export type MessageReference = Pick<Message, 'id' | 'channel_id'>

/** A form that an interaction opened. */
export interface OpenModal {
  interactionId: string
  modal: Modal
}

export interface UserActions {
  /** Where it is done: a place with the bot is each person's own direct message. */
  channel: EmulatorChannel
  /** The commands that exist here, offered to the person or not. */
  commands: () => Command[]
  /** Sends a command with its options. */
  runCommand(typed: ParsedCommand<Command>): InteractionDraft
  /** Asks for the choices of the option that is being typed into. */
  autocomplete(typed: ParsedCommand<Command>): InteractionDraft
  /** Presses a button, named by its label or custom id. */
  clickButton(on: MessageReference, button: string): InteractionDraft
  /** Chooses in a menu, by labels or values; `menu` names one of several. */
  select(on: MessageReference, picks: string[], menu?: string): InteractionDraft
  /** Sends a form, its inputs named by label or custom id. */
  submitModal(form: OpenModal, answers: ModalFields): InteractionDraft
  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, on: MessageReference): InteractionDraft
}

/** What one user does in one channel. Each throws an Error if Discord's client would not allow it. */
export function createUserActions(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
): UserActions {
  const { world, registry, messageStore, interactions } = context
  const channel = where.withBot ? dmChannelOf(user) : where
  const commands = () => registry.inGuild(channel.guild?.id)

  /** The message as it is now, if this person can see it. */
  function visible(on: MessageReference): { stored: StoredMessage; there: EmulatorChannel } {
    const there = channelById(world, on.channel_id)
    const stored = messageStore.get(on.channel_id, on.id)
    if (!there || !stored) throw new Error('The message is gone')
    if (stored.visibleTo !== undefined && stored.visibleTo !== user.id)
      throw new Error(`${user.name} cannot see this message`)
    if (!(userPermissions(user, there) & permission.viewChannel))
      throw new Error(`${user.name} cannot see ${there.name}`)
    return { stored, there }
  }

  function useCommand(
    command: Command,
    data: Record<string, unknown>,
    there: EmulatorChannel,
  ): InteractionDraft {
    const { owners, forcedEphemeral } = authorizeCommand(world, command, user, there)
    const { id, type, name, guild_id } = command
    return {
      kind: 'command',
      user,
      channel: there,
      owners,
      forcedEphemeral,
      name,
      commandType: type,
      data: { id, name, type, ...(guild_id === undefined ? {} : { guild_id }), ...data },
    }
  }

  function runCommand({ command, path, options }: ParsedCommand<Command>): InteractionDraft {
    const resolved = emptyResolved()
    const leaves = options.map(({ value, ...option }) => ({
      ...option,
      value:
        option.type === 6 || option.type === 9
          ? resolveUser(world, channel, String(value), resolved)
          : option.type === 7
            ? resolveChannel(world, channel, user, String(value), resolved)
            : value,
    }))
    let nested: unknown[] = leaves
    // From the innermost name out: the subcommand (1), then its group (2).
    path.toReversed().forEach((name, depth) => (nested = [{ type: depth + 1, name, options: nested }]))
    const draft = useCommand(command, { options: nested, ...resolvedData(resolved) }, channel)
    return { ...draft, name: [command.name, ...path].join(' ') }
  }

  function useComponent(
    { stored, there }: ReturnType<typeof visible>,
    data: Record<string, unknown>,
  ): InteractionDraft {
    const { message } = stored
    if (message.author.id !== world.application.id) throw new Error('The message is not the app’s')
    const owners =
      message.interaction_metadata?.authorizing_integration_owners ?? integrationOwners(world, user, there)
    return {
      kind: 'component',
      user,
      channel: there,
      owners,
      forcedEphemeral: mustBeEphemeral(owners, user, there),
      name: String(data['custom_id']),
      source: message,
      data,
    }
  }

  return {
    channel,
    commands,
    runCommand,
    autocomplete(typed) {
      if (!typed.lastOption?.autocomplete)
        throw new Error(`The option ${typed.lastOption?.name ?? ''} has no autocomplete`)
      return { ...runCommand(typed), kind: 'autocomplete', optionType: typed.lastOption.type }
    },
    clickButton(on, label) {
      const shown = visible(on)
      const button = findButton(shown.stored.message, label)
      return useComponent(shown, { component_type: 2, custom_id: button.custom_id, id: button.id })
    },
    select(on, picks, named) {
      const shown = visible(on)
      const menu = findSelectMenu(shown.stored.message, picks, named)
      const resolved = emptyResolved()
      const values = resolveSelection(menu, picks, { world, channel: shown.there, user }, resolved)
      const { type, custom_id, id } = menu
      return useComponent(shown, { component_type: type, custom_id, id, values, ...resolvedData(resolved) })
    },
    submitModal({ interactionId, modal }, answers) {
      const opener = interactions.byId(interactionId)
      if (!opener) throw new Error('The form was opened too long ago')
      if (opener.user.id !== user.id) throw new Error(`The form was opened to ${opener.user.name}`)
      const resolved = emptyResolved()
      const components = modalSubmitComponents(
        modal,
        answers,
        { world, channel: opener.channel, user },
        resolved,
      )
      return {
        kind: 'modal',
        user,
        channel: opener.channel,
        owners: opener.owners,
        forcedEphemeral: opener.forcedEphemeral,
        name: modal.custom_id,
        source: opener.source && messageStore.get(opener.channel.id, opener.source.id)?.message,
        openedBy: opener,
        data: { custom_id: modal.custom_id, components, ...resolvedData(resolved) },
      }
    },
    runMessageCommand(name, on) {
      const { stored, there } = visible(on)
      const menu = registry.inGuild(there.guild?.id).filter(({ type }) => type === 3)
      const command = menu.find((one) => one.name === name)
      if (!command)
        throw new Error(
          `There is no "${name}" in the menu. There are: ${menu.map((one) => one.name).join(', ') || 'none'}`,
        )
      const { id } = stored.message
      return useCommand(command, { target_id: id, resolved: { messages: { [id]: stored.message } } }, there)
    },
  }
}
