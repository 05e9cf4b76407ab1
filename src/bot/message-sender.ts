// The calls that send a card to Discord: an answer, an update, a follow-up, or a reply to someone's message.
import {
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIMessage,
  type MessageComponentInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import type { MessageAttribution } from '../cards/shared/attribution.ts'
import type { Card } from '../core/card.ts'
import type { ChannelContext } from '../core/channel-context.ts'
import { UserError } from '../core/user-error.ts'
import {
  toMessagePayload,
  toPublicMessagePayload,
  type MessagePayload,
  type RenderContext,
} from './message-payload.ts'
import { explainPostFailure } from './post-failure.ts'
import { answerRequest, interactionBody, postBody } from './message-body.ts'
import { sendWithoutRefusedImage } from './refused-image.ts'

export interface MessageSender {
  /** Answers the interaction with a new message, or fills the answer that was deferred. */
  answer: (message: MessagePayload, ephemeral: boolean) => Promise<void>
  /**
   * Replaces the message that holds the component.
   * @throws UserError if that message is gone
   */
  updateMessage: (message: MessagePayload) => Promise<void>
  /**
   * Posts another card for everyone.
   * @throws UserError if Discord rejects it; the requester then keeps it, to share it
   */
  followUp: (card: Card, attribution: MessageAttribution) => Promise<void>
  /** Posts a card in reply to a message if Entente may do so as a bot, else as a follow-up that links to it. */
  replyToMessage: (card: Card, messageId: string, attribution: MessageAttribution) => Promise<void>
}

export function createMessageSender(
  interaction: RepliableInteraction,
  renderContext: RenderContext,
  log: Logger,
): MessageSender {
  const { channel, postedCards } = renderContext

  function send<Sent>(
    message: MessagePayload,
    call: (message: MessagePayload) => Promise<Sent>,
  ): Promise<Sent> {
    return sendWithoutRefusedImage(message, call, (err) =>
      log.warn({ id: interaction.id, err }, 'Discord rejected an image; sending the card without it'),
    )
  }

  async function answer(message: MessagePayload, ephemeral: boolean): Promise<void> {
    await send<unknown>(message, (payload) => {
      // Whether a deferred answer is ephemeral was settled when it was deferred.
      if (interaction.deferred && !interaction.isMessageComponent())
        return interaction.editReply(interactionBody(interaction, payload))
      const flags = ephemeral ? MessageFlags.Ephemeral : 0
      return interaction.deferred
        ? interaction.followUp(interactionBody(interaction, payload, flags))
        : reply(interaction, payload, flags)
    })
  }

  async function updateMessage(message: MessagePayload): Promise<void> {
    try {
      await send<unknown>(message, (payload) => {
        const body = interactionBody(interaction, payload)
        if (interaction.deferred) return interaction.editReply(body)
        if (interaction.isModalSubmit() && interaction.isFromMessage()) return interaction.update(body)
        return assertComponentInteraction(interaction).update(body)
      })
    } catch (error) {
      if (!isUnknownMessage(error)) throw error
      throw new UserError('This card has been deleted.', 'Ask again by name.')
    }
  }

  /** One per interaction: Discord accepts five from an app that only its user has installed. */
  async function followUp(card: Card, attribution: MessageAttribution): Promise<void> {
    try {
      await send(await toPublicMessagePayload(card, renderContext, attribution), (message) =>
        interaction.followUp(interactionBody(interaction, message)),
      )
    } catch (error) {
      await returnCard(card, error)
    }
  }

  async function replyToMessage(
    card: Card,
    messageId: string,
    attribution: MessageAttribution,
  ): Promise<void> {
    const { user, client, id } = interaction
    const { channelId } = channel
    try {
      if (canReplyAsBot(channel)) {
        const posted = await send(
          await toMessagePayload(card, 'public', renderContext, attribution),
          (message) => client.rest.post(Routes.channelMessages(channelId), replyBody(messageId, message, id)),
        )
        postedCards.add((posted as APIMessage).id, user.id)
        return
      }
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) await returnCard(card, error)
    }
    await followUp(card, { ...attribution, aboutMessageId: messageId })
  }

  /** A card that was not posted, or may not have been, stays with the requester, who may share it. */
  async function returnCard(card: Card, error: unknown): Promise<never> {
    const message = await toMessagePayload(card, 'ephemeral', renderContext)
    await interaction.editReply(interactionBody(interaction, message)).catch(() => undefined)
    throw explainPostFailure(error, channel)
  }

  return { answer, updateMessage, followUp, replyToMessage }
}

/** What `reply` of discord.js does, with a body of our own. */
async function reply(
  interaction: RepliableInteraction,
  message: MessagePayload,
  flags: number,
): Promise<void> {
  const { client, id, token } = interaction
  await client.rest.post(Routes.interactionCallback(id, token), answerRequest(message, flags))
  interaction.replied = true
  interaction.ephemeral = flags !== 0
}

/** The body of a reply to a message; sent twice with the same nonce, it is posted once. */
function replyBody(messageId: string, message: MessagePayload, nonce: string) {
  const { body, files } = postBody(message, nonce)
  const reference = { message_id: messageId, fail_if_not_exists: false }
  return {
    body: {
      ...body,
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: reference,
    },
    files,
  }
}

/** Whether Entente may reply to a message as a member of the guild. */
function canReplyAsBot({ guildId, isGuildInstalled, isThread, appHas }: ChannelContext): boolean {
  const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads } = PermissionFlagsBits
  const send = isThread ? SendMessagesInThreads : SendMessages
  return guildId !== undefined && isGuildInstalled && appHas(ViewChannel | ReadMessageHistory | send)
}

export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage
}

export function assertComponentInteraction(interaction: RepliableInteraction): MessageComponentInteraction {
  if (interaction.isMessageComponent()) return interaction
  throw new Error('only a component interaction can change its message')
}
