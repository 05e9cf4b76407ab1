// A user of the emulator: each method sends what Discord would send and resolves to what the user would see.
import { createUserActions } from './user-actions.ts'
import { type InteractionDraft, dispatchInteraction } from './dispatch-interaction.ts'
import type { ModalFields } from './modals.ts'
import type { Choice } from './validation/choices.ts'
import { type MessageDraft, readDraft, createMessage } from './message-events.ts'
import { forwarded, pollOf } from './message-parts.ts'
import type { Envelope, Message } from './messages.ts'
import { toApiUser } from './to-api.ts'
import type { EmulatorContext } from './context.ts'
import { permission, userPermissions, sendPermission } from './permissions.ts'
import type { Upload } from './body.ts'
import type { ObservedResponse } from './response.ts'
import { parseCommand, parsePartialCommand } from './parse-command-line.ts'
import type { EmulatorUser, UserKey, EmulatorChannel, ChannelKey } from './world.ts'

/** A file that a user attaches to a command. */
export interface UserFile {
  name: string
  content: string | Uint8Array
}

export interface UserClient {
  /** Runs a command line: `/alliance name:NATO private:true`; an option for a file names one of `files`. */
  runCommand(input: string, files?: readonly UserFile[]): Promise<ObservedResponse>
  /** Enters a command line without running it; resolves to the choices for its last option. */
  autocomplete(input: string): Promise<Choice[]>
  /** Clicks a button, found by its label or custom id. */
  clickButton(target: Message | ObservedResponse, button: string): Promise<ObservedResponse>
  /**
   * Chooses in a menu, by labels, values, or names of users or channels; `menu` selects one of several by placeholder or
   * custom id.
   */
  select(
    target: Message | ObservedResponse,
    picks: string | string[],
    menu?: string,
  ): Promise<ObservedResponse>
  /** Submits a modal, its fields by label or custom id; omitted fields keep their default values. */
  submitModal(modal: ObservedResponse, fields: ModalFields): Promise<ObservedResponse>
  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, target: Message | ObservedResponse): Promise<ObservedResponse>
  /** Sends a message in the channel. */
  sendMessage(text: string): Promise<Message>
  /** Sends a message with a poll in the channel. */
  poll(question: string, answers: string[]): Promise<Message>
  /** Forwards a message to the channel. */
  forward(target: Message | ObservedResponse): Promise<Message>
  /** The next response to the same interaction, such as a follow-up; `{ type: 'none' }` if none comes. */
  nextResponse(response: ObservedResponse): Promise<ObservedResponse>
  /** The same client as another user. */
  as(user: UserKey | EmulatorUser): UserClient
  /** The same client in another channel. */
  in(channel: ChannelKey | EmulatorChannel): UserClient
}

/** A user in a channel. Each method throws an Error if Discord's client would not allow the action. */
export function createUserClient(
  context: EmulatorContext,
  user: EmulatorUser,
  currentChannel: EmulatorChannel,
): UserClient {
  const { world, interactions } = context
  const actions = createUserActions(context, user, currentChannel)
  const { channel } = actions

  function messageOf(target: Message | ObservedResponse): Message {
    if ('id' in target) return target
    if ('message' in target) return target.message
    throw new Error(
      `There is no message: the response to interaction ${target.interactionId} was of type "${target.type}"`,
    )
  }

  async function act(make: () => InteractionDraft): Promise<ObservedResponse> {
    return interactions.waitForResponse(dispatchInteraction(context, make()), 0)
  }

  return {
    runCommand: (input, files = []) =>
      act(() => actions.runCommand(parseCommand(input, actions.commands()), uploadsOf(files))),
    async autocomplete(input) {
      const interaction = dispatchInteraction(
        context,
        actions.autocomplete(parsePartialCommand(input, actions.commands())),
      )
      await interactions.waitForResponse(interaction, 0)
      if (!interaction.choices) throw new Error(`Loading options failed for interaction ${interaction.id}`)
      return interaction.choices
    },
    clickButton: (target, label) => act(() => actions.clickButton(messageOf(target), label)),
    select: (target, picks, menu) =>
      act(() => actions.select(messageOf(target), typeof picks === 'string' ? [picks] : picks, menu)),
    submitModal: (modal, fields) =>
      act(() => {
        if (modal.type !== 'modal')
          throw new Error(`There is no modal: the response was of type "${modal.type}"`)
        return actions.submitModal(modal, fields)
      }),
    runMessageCommand: (name, target) => act(() => actions.runMessageCommand(name, messageOf(target))),
    async sendMessage(text) {
      return Promise.resolve(sendUserMessage(context, user, channel, text))
    },
    async poll(question, answers) {
      return Promise.resolve(createUserMessage(context, user, channel, { poll: pollOf(question, answers) }))
    },
    async forward(target) {
      return Promise.resolve(createUserMessage(context, user, channel, forwarded(messageOf(target))))
    },
    async nextResponse(response) {
      const interaction = interactions.byId(response.interactionId)
      if (!interaction) throw new Error('The interaction is too old')
      return interactions.waitForResponse(interaction, response.index + 1)
    },
    as: (other) =>
      createUserClient(context, typeof other === 'string' ? world.users[other] : other, currentChannel),
    in: (other) => createUserClient(context, user, typeof other === 'string' ? world.channels[other] : other),
  }
}

/** Sends a user's message. @throws Error if the user cannot send messages in the channel */
export function sendUserMessage(
  context: EmulatorContext,
  user: EmulatorUser,
  channel: EmulatorChannel,
  text: string,
): Message {
  return createUserMessage(context, user, channel, {}, readDraft({ content: text }, new Map()))
}

function createUserMessage(
  context: EmulatorContext,
  user: EmulatorUser,
  channel: EmulatorChannel,
  extra: Partial<Envelope>,
  draft: MessageDraft = { payload: { content: '' }, files: new Map() },
): Message {
  const required = permission.viewChannel | sendPermission(channel)
  if ((userPermissions(user, channel) & required) !== required)
    throw new Error(`${user.name} cannot send messages in ${channel.name}`)
  return createMessage(context, channel, { type: 0, author: toApiUser(user), flags: 0, ...extra }, draft)
    .message
}

function uploadsOf(files: readonly UserFile[]): Map<string, Upload> {
  const type = 'application/octet-stream'
  return new Map(files.map(({ name, content }) => [name, { name, type, bytes: Buffer.from(content) }]))
}
