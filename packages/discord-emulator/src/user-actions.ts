// A user's actions in a channel, as the interactions that Discord would create.
import type { InteractionDraft } from './dispatch-interaction.ts'
import { type ModalFields, modalSubmitComponents } from './modals.ts'
import type { Modal } from './validation/modals.ts'
import type { StoredMessage, Message } from './messages.ts'
import { mustBeEphemeral, authorizeCommand, integrationOwners } from './command-availability.ts'
import type { EmulatorContext } from './context.ts'
import { permission, userPermissions } from './permissions.ts'
import { findButton, findSelectMenu, resolveSelection } from './resolve-component.ts'
import type { Command } from './command-registry.ts'
import type { Upload } from './body.ts'
import { emptyResolved, resolveAttachment, resolveChannel, resolveUser, resolvedData } from './resolve.ts'
import type { ParsedCommand } from './parse-command-line.ts'
import { type EmulatorUser, type EmulatorChannel, dmChannelOf, channelById } from './world.ts'

/** The ids by which a message is found. */
export type MessageReference = Pick<Message, 'id' | 'channel_id'>

/** A modal that an interaction opened. */
export interface OpenModal {
  interactionId: string
  modal: Modal
}

export interface UserActions {
  /** The channel of the actions; a channel with the bot becomes the user's own direct message. */
  channel: EmulatorChannel
  /** The commands that exist here, whether or not the user can run them. */
  commands: () => Command[]
  /** Runs a command with its options; the value of an option for a file is a key of `uploads`. */
  runCommand(input: ParsedCommand<Command>, uploads?: ReadonlyMap<string, Upload>): InteractionDraft
  /** Requests the choices of the focused option. */
  autocomplete(input: ParsedCommand<Command>): InteractionDraft
  /** Clicks a button, found by its label or custom id. */
  clickButton(target: MessageReference, button: string): InteractionDraft
  /** Chooses in a menu, by labels or values; `menu` selects one of several by placeholder or custom id. */
  select(target: MessageReference, picks: string[], menu?: string): InteractionDraft
  /** Submits a modal, its fields by label or custom id. */
  submitModal(modal: OpenModal, fields: ModalFields): InteractionDraft
  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, target: MessageReference): InteractionDraft
}

/** What one user does in one channel. Each throws an Error if Discord's client would not allow it. */
export function createUserActions(
  context: EmulatorContext,
  user: EmulatorUser,
  currentChannel: EmulatorChannel,
): UserActions {
  const { world, registry, messageStore, interactions } = context
  const channel = currentChannel.withBot ? dmChannelOf(user) : currentChannel
  const commands = () => registry.inGuild(channel.guild?.id)

  /** The message as it is now. @throws Error if the user cannot see it */
  function visibleMessage(target: MessageReference): { stored: StoredMessage; channel: EmulatorChannel } {
    const messageChannel = channelById(world, target.channel_id)
    const stored = messageStore.get(target.channel_id, target.id)
    if (!messageChannel || !stored) throw new Error('The message is gone')
    if (stored.visibleTo !== undefined && stored.visibleTo !== user.id)
      throw new Error(`${user.name} cannot see this message`)
    if (!(userPermissions(user, messageChannel) & permission.viewChannel))
      throw new Error(`${user.name} cannot see ${messageChannel.name}`)
    return { stored, channel: messageChannel }
  }

  function useCommand(
    command: Command,
    data: Record<string, unknown>,
    commandChannel: EmulatorChannel,
  ): InteractionDraft {
    const { owners, forcedEphemeral } = authorizeCommand(world, command, user, commandChannel)
    const { id, type, name, guild_id } = command
    return {
      kind: 'command',
      user,
      channel: commandChannel,
      owners,
      forcedEphemeral,
      name,
      commandType: type,
      data: { id, name, type, ...(guild_id === undefined ? {} : { guild_id }), ...data },
    }
  }

  function runCommand(
    { command, path, options }: ParsedCommand<Command>,
    uploads: ReadonlyMap<string, Upload> = new Map(),
  ): InteractionDraft {
    const resolved = emptyResolved()
    const leaves = options.map(({ value, ...option }) => ({
      ...option,
      value:
        option.type === 6 || option.type === 9
          ? resolveUser(world, channel, String(value), resolved)
          : option.type === 7
            ? resolveChannel(world, channel, user, String(value), resolved)
            : option.type === 11
              ? resolveAttachment(context, channel, String(value), uploads, resolved)
              : value,
    }))
    let nested: unknown[] = leaves
    // From the innermost name out: the subcommand (1), then its group (2).
    path.toReversed().forEach((name, depth) => (nested = [{ type: depth + 1, name, options: nested }]))
    const draft = useCommand(command, { options: nested, ...resolvedData(resolved) }, channel)
    return { ...draft, name: [command.name, ...path].join(' ') }
  }

  function useComponent(
    { stored, channel: messageChannel }: ReturnType<typeof visibleMessage>,
    data: Record<string, unknown>,
  ): InteractionDraft {
    const { message } = stored
    if (message.author.id !== world.application.id) throw new Error('The app did not send this message')
    const owners =
      message.interaction_metadata?.authorizing_integration_owners ??
      integrationOwners(world, user, messageChannel)
    return {
      kind: 'component',
      user,
      channel: messageChannel,
      owners,
      forcedEphemeral: mustBeEphemeral(owners, user, messageChannel),
      name: String(data['custom_id']),
      source: message,
      data,
    }
  }

  return {
    channel,
    commands,
    runCommand,
    autocomplete(input) {
      if (!input.lastOption?.autocomplete)
        throw new Error(`The option ${input.lastOption?.name ?? ''} has no autocomplete`)
      // Files are uploaded when the command is sent.
      const options = input.options.filter(({ type }) => type !== 11)
      const draft = runCommand({ ...input, options })
      return { ...draft, kind: 'autocomplete', optionType: input.lastOption.type }
    },
    clickButton(target, label) {
      const visible = visibleMessage(target)
      const button = findButton(visible.stored.message, label)
      return useComponent(visible, { component_type: 2, custom_id: button.custom_id, id: button.id })
    },
    select(target, picks, name) {
      const visible = visibleMessage(target)
      const menu = findSelectMenu(visible.stored.message, picks, name)
      const resolved = emptyResolved()
      const values = resolveSelection(menu, picks, { world, channel: visible.channel, user }, resolved)
      const { type, custom_id, id } = menu
      return useComponent(visible, { component_type: type, custom_id, id, values, ...resolvedData(resolved) })
    },
    submitModal({ interactionId, modal }, fields) {
      const opener = interactions.byId(interactionId)
      if (!opener) throw new Error('The modal was opened too long ago')
      if (opener.user.id !== user.id) throw new Error(`The modal was opened by ${opener.user.name}`)
      const resolved = emptyResolved()
      const components = modalSubmitComponents(
        modal,
        fields,
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
    runMessageCommand(name, target) {
      const { stored, channel: messageChannel } = visibleMessage(target)
      const menu = registry.inGuild(messageChannel.guild?.id).filter(({ type }) => type === 3)
      const command = menu.find((item) => item.name === name)
      if (!command)
        throw new Error(
          `There is no "${name}" in the menu. There are: ${menu.map((item) => item.name).join(', ') || 'none'}`,
        )
      const { id } = stored.message
      return useCommand(
        command,
        { target_id: id, resolved: { messages: { [id]: stored.message } } },
        messageChannel,
      )
    },
  }
}
