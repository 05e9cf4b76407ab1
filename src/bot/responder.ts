// Turns replies into calls to Discord; only the user whom a card mentions is pinged.
import {
  MessageFlags,
  Routes,
  type APIApplicationCommandOptionChoice,
  type AutocompleteInteraction,
  type MessageComponentInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { parseAttribution, type MessageAttribution } from '../cards/shared/attribution.ts'
import type { Card } from '../core/card.ts'
import type { Reply } from '../core/reply.ts'
import { parseCustomId } from '../core/custom-id.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import { customIdsIn } from './interaction-input.ts'
import type { LaterUpdates } from './later-updates.ts'
import { toMessagePayload, toPublicMessagePayload, type RenderContext } from './message-payload.ts'
import { choicesRequest, interactionBody } from './message-body.ts'
import { assertComponentInteraction, createMessageSender, isUnknownMessage } from './message-sender.ts'

/** Tells Discord that an answer will follow: an ephemeral one, or for a component an update of its message. */
export async function defer(interaction: RepliableInteraction): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

/** @throws UserError if Discord accepts the answer but rejects the card to be posted after it */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  renderContext: RenderContext,
  log: Logger,
  laterUpdates: LaterUpdates,
): Promise<void> {
  const { channel } = renderContext
  const sender = createMessageSender(interaction, renderContext, log)
  const isUnshareable = channel.missingPermission !== undefined
  const ephemeral = (card: Card) => toMessagePayload(card, 'ephemeral', renderContext)
  const attribution: MessageAttribution = { attribution: { verb: 'Asked', userId: interaction.user.id } }

  if (isUnshareable && hasFollowUp(reply)) {
    await sender.updateMessage(await ephemeral(reply.card))
    return
  }
  if ('later' in reply) {
    laterUpdates.schedule(interaction, reply.later, async (message, card) =>
      interaction.editReply(interactionBody(interaction, await payloadLike(message, card, renderContext))),
    )
  }
  switch (reply.type) {
    case 'reply': {
      const { card, mentionUserId } = reply
      const message = reply.ephemeral
        ? await ephemeral(card)
        : await toPublicMessagePayload(card, renderContext, { mentionUserId })
      await sender.answer(message, reply.ephemeral || isUnshareable)
      return
    }
    case 'update':
      await sender.updateMessage(await toUpdatePayload(interaction, reply.card, renderContext))
      return
    case 'share':
      await sender.updateMessage(await toMessagePayload(reply.card, 'shared', renderContext))
      await sender.followUp(
        { ...reply.card, ...reply.card.shared },
        { attribution: { verb: 'Shared', userId: interaction.user.id } },
      )
      return
    case 'update-and-follow-up':
      await sender.updateMessage(await ephemeral(reply.update))
      await sender.followUp(reply.card, { ...attribution, mentionUserId: reply.mentionUserId })
      return
    case 'update-and-reply-to':
      await sender.updateMessage(await ephemeral(reply.update))
      await sender.replyToMessage(reply.card, reply.messageId, attribution)
      return
    case 'delete':
      await deleteMessage(assertComponentInteraction(interaction))
      return
    case 'modal':
      if (interaction.isModalSubmit())
        throw new Error('a modal submission cannot be answered with another modal')
      await interaction.showModal(reply.modal)
      return
    case 'acknowledge':
      await assertComponentInteraction(interaction).deferUpdate()
  }
}

/** A card that replaces the message of the interaction and keeps that message's attribution. */
async function toUpdatePayload(interaction: RepliableInteraction, card: Card, renderContext: RenderContext) {
  const message = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null
  return message
    ? payloadLike(message, card, renderContext)
    : toMessagePayload(card, 'ephemeral', renderContext)
}

/** A card as private or public as a message, with the same attribution. */
async function payloadLike(
  message: Pick<MessageComponentInteraction['message'], 'flags' | 'components'>,
  card: Card,
  renderContext: RenderContext,
) {
  if (message.flags.has(MessageFlags.Ephemeral)) return toMessagePayload(card, 'ephemeral', renderContext)
  return toMessagePayload(card, 'public', renderContext, attributionOf(message))
}

async function deleteMessage(interaction: MessageComponentInteraction): Promise<void> {
  await interaction.deferUpdate()
  await interaction.deleteReply().catch((error: unknown) => {
    // Another click, or an attempt of this one that got no response, has deleted it already.
    if (!isUnknownMessage(error)) throw error
  })
}

/** Whether a reply posts a card next to the message that holds the component. */
function hasFollowUp(reply: Reply): reply is Extract<Reply, { update: Card } | { type: 'share' }> {
  return 'update' in reply || reply.type === 'share'
}

/** The attribution of one of Entente's messages, from its Delete button. */
function attributionOf({
  components,
}: Pick<MessageComponentInteraction['message'], 'components'>): MessageAttribution {
  const [deleteButton] = customIdsIn(components).flatMap((customId) => {
    const parsed = parseCustomId(customId)
    return parsed?.handler === 'delete-card' ? [parsed] : []
  })
  return parseAttribution(deleteButton?.args ?? [])
}

/** The user id of whoever asked for a message of Entente: Discord has it for responses, the database for other posts. */
export async function requesterOf(
  { id, interactionMetadata }: MessageComponentInteraction['message'],
  postedCards: Pick<PostedCardCache, 'userOf'>,
): Promise<string | undefined> {
  return interactionMetadata?.user.id ?? postedCards.userOf(id)
}

/** One ephemeral line, whatever was answered before it; plain content, since rendering a card might fail too. */
export async function replyEphemeral(interaction: RepliableInteraction, content: string): Promise<void> {
  const message = { content, allowedMentions: { parse: [] } }
  const ephemeral = { ...message, flags: MessageFlags.Ephemeral } as const
  if (interaction.deferred && !interaction.isMessageComponent()) await interaction.editReply(message)
  else if (interaction.replied || interaction.deferred) await interaction.followUp(ephemeral)
  else await interaction.reply(ephemeral)
}

export async function respondAutocomplete(
  { client, id, token }: AutocompleteInteraction,
  choices: readonly APIApplicationCommandOptionChoice<string>[],
): Promise<void> {
  await client.rest.post(Routes.interactionCallback(id, token), choicesRequest(choices))
}
