// What a person can do: each verb sends what Discord would send and resolves to what the person would see.
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
import type { ObservedResponse } from './response.ts'
import { parseCommand, parsePartialCommand } from './parse-command-line.ts'
import type { EmulatorUser, UserKey, EmulatorChannel, ChannelKey } from './world.ts'

export interface UserClient {
  /** Types and sends a command: `/alliance name:NATO private:true`. */
  runCommand(typed: string): Promise<ObservedResponse>
  /** Types a command without sending it; resolves to the choices for its last option. */
  autocomplete(typed: string): Promise<Choice[]>
  /** Presses a button, named by its label or custom id. */
  clickButton(on: Message | ObservedResponse, button: string): Promise<ObservedResponse>
  /** Chooses in a menu, by labels or values (or names of people or channels); `menu` names one of several. */
  select(on: Message | ObservedResponse, picks: string | string[], menu?: string): Promise<ObservedResponse>
  /** Sends a form, its inputs named by label or custom id; what is left out keeps its preset value. */
  submitModal(form: ObservedResponse, answers: ModalFields): Promise<ObservedResponse>
  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, on: Message | ObservedResponse): Promise<ObservedResponse>
  /** Writes a message here. */
  sendMessage(text: string): Promise<Message>
  /** Writes a message that holds a poll here. */
  poll(question: string, answers: string[]): Promise<Message>
  /** Forwards a message to here. */
  forward(on: Message | ObservedResponse): Promise<Message>
  /** What this interaction shows next, such as a follow-up; `{ type: 'none' }` if nothing comes. */
  nextResponse(seen: ObservedResponse): Promise<ObservedResponse>
  /** The same verbs for another person. */
  as(user: UserKey | EmulatorUser): UserClient
  /** The same verbs at another place. */
  in(channel: ChannelKey | EmulatorChannel): UserClient
}

/** The verbs of one person at one place. Each throws an Error for what Discord's client would not let the person do. */
export function createUserClient(
  context: EmulatorContext,
  user: EmulatorUser,
  where: EmulatorChannel,
): UserClient {
  const { world, interactions } = context
  const actions = createUserActions(context, user, where)
  const { channel } = actions

  function messageOf(on: Message | ObservedResponse): Message {
    if ('id' in on) return on
    if ('message' in on) return on.message
    throw new Error(
      `There is no message: what ${user.name} saw of interaction ${on.interactionId} was "${on.type}"`,
    )
  }

  async function act(make: () => InteractionDraft): Promise<ObservedResponse> {
    return interactions.waitForResponse(dispatchInteraction(context, make()), 0)
  }

  return {
    runCommand: (typed) => act(() => actions.runCommand(parseCommand(typed, actions.commands()))),
    async autocomplete(typed) {
      const interaction = dispatchInteraction(
        context,
        actions.autocomplete(parsePartialCommand(typed, actions.commands())),
      )
      await interactions.waitForResponse(interaction, 0)
      if (!interaction.choices) throw new Error(`Loading options failed for interaction ${interaction.id}`)
      return interaction.choices
    },
    clickButton: (on, label) => act(() => actions.clickButton(messageOf(on), label)),
    select: (on, picks, named) =>
      act(() => actions.select(messageOf(on), typeof picks === 'string' ? [picks] : picks, named)),
    submitModal: (form, answers) =>
      act(() => {
        if (form.type !== 'modal') throw new Error(`There is no form: what was seen is "${form.type}"`)
        return actions.submitModal(form, answers)
      }),
    runMessageCommand: (name, on) => act(() => actions.runMessageCommand(name, messageOf(on))),
    async sendMessage(text) {
      return Promise.resolve(sendUserMessage(context, user, channel, text))
    },
    async poll(question, answers) {
      return Promise.resolve(write(context, user, channel, { poll: pollOf(question, answers) }))
    },
    async forward(on) {
      return Promise.resolve(write(context, user, channel, forwarded(messageOf(on))))
    },
    async nextResponse(seen) {
      const interaction = interactions.byId(seen.interactionId)
      if (!interaction) throw new Error('The interaction is too long ago')
      return interactions.waitForResponse(interaction, seen.index + 1)
    },
    as: (other) => createUserClient(context, typeof other === 'string' ? world.users[other] : other, where),
    in: (other) => createUserClient(context, user, typeof other === 'string' ? world.channels[other] : other),
  }
}

/** Writes a person's message. @throws Error where the person may not write */
export function sendUserMessage(
  context: EmulatorContext,
  user: EmulatorUser,
  channel: EmulatorChannel,
  text: string,
): Message {
  return write(context, user, channel, {}, readDraft({ content: text }, new Map()))
}

function write(
  context: EmulatorContext,
  user: EmulatorUser,
  channel: EmulatorChannel,
  extra: Partial<Envelope>,
  draft: MessageDraft = { payload: { content: '' }, files: new Map() },
): Message {
  const needed = permission.viewChannel | sendPermission(channel)
  if ((userPermissions(user, channel) & needed) !== needed)
    throw new Error(`${user.name} cannot send messages in ${channel.name}`)
  return createMessage(context, channel, { type: 0, author: toApiUser(user), flags: 0, ...extra }, draft)
    .message
}
