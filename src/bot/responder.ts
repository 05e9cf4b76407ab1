// Answers to interactions: a reply becomes API calls, and nobody is pinged but whom a card is posted for.
import {
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIMessage,
  type AutocompleteInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { textCard, type Card } from '../core/card.ts'
import { applyDateOrderToChoices, applyDateOrderToModal } from '../cards/shared/date-order.ts'
import type { CardVisibility } from '../cards/shared/action-row.ts'
import { parseAttribution, type MessageAttribution } from '../cards/shared/attribution.ts'
import { truncate, limits } from '../cards/shared/discord-limits.ts'
import { UserError, type Choice, type CommandContext, type Reply } from '../core/command.ts'
import {
  inGuildDateOrder,
  toMessagePayload,
  toPublicMessagePayload,
  type RenderContext,
} from './message-payload.ts'
import type { ChannelContext } from './channel-context.ts'
import { explainPostFailure } from './post-failure.ts'
import { sendWithoutRefusedImage } from './refused-image.ts'

export type Answerable = Exclude<Interaction, AutocompleteInteraction>

/** Tells Discord that an answer will follow: to a command a private one, to a press in the place of its message. */
export async function defer(interaction: Answerable): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

/** Throws a UserError where Discord takes the answer but not what was to be posted after it. */
export async function respond(
  interaction: Answerable,
  reply: Reply,
  around: RenderContext,
  log: Logger,
): Promise<void> {
  const { channel } = around
  const privately: CardVisibility = channel.missingPermission === undefined ? 'ephemeral' : 'unshareable'
  const posted: CardVisibility = channel.missingPermission === undefined ? 'public' : 'unshareable'

  if (channel.missingPermission !== undefined && hasFollowUp(reply)) {
    await updateMessage(toMessagePayload(reply.card, privately, around))
    return
  }
  switch (reply.type) {
    case 'reply': {
      const isHidden = reply.ephemeral || channel.missingPermission !== undefined
      const flags = isHidden && ({ flags: MessageFlags.Ephemeral } as const)
      const message = reply.ephemeral
        ? await toMessagePayload(reply.card, privately, around)
        : await toPublicMessagePayload(reply.card, posted, around, { mentionUserId: reply.mentionUserId })
      await write<unknown>(message, (written) => {
        if (!interaction.deferred) return interaction.reply({ ...written, ...flags })
        if (interaction.isMessageComponent()) return interaction.followUp({ ...written, ...flags })
        // Whether a deferred answer is private was settled when it was deferred.
        return interaction.editReply(written)
      })
      return
    }
    case 'update': {
      const holder =
        interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null
      if (!holder || isPrivate(holder)) await updateMessage(toMessagePayload(reply.card, privately, around))
      else await updateMessage(toMessagePayload(reply.card, posted, around, parseAttribution(holder.content)))
      return
    }
    case 'share':
      await updateMessage(toMessagePayload(reply.card, 'shared', around))
      await followUp(reply.card, { attribution: { verb: 'Shared', userId: interaction.user.id } })
      return
    case 'update-and-follow-up':
      await updateMessage(toMessagePayload(reply.update, privately, around))
      await followUp(reply.card, {
        mentionUserId: reply.mentionUserId,
        attribution: { verb: 'Asked', userId: interaction.user.id },
      })
      return
    case 'update-and-reply-to':
      await updateMessage(toMessagePayload(reply.update, privately, around))
      await replyToMessage(reply.card, reply.messageId)
      return
    case 'delete':
      await assertComponentInteraction(interaction).deferUpdate()
      await interaction.deleteReply().catch((error: unknown) => {
        // It is gone, as was asked for: by another press, or by an attempt of this one that got no answer.
        if (!isGone(error)) throw error
      })
      return
    case 'modal':
      if (interaction.isModalSubmit())
        throw new Error('a modal submission cannot be answered with another modal')
      await interaction.showModal(inGuildDateOrder(reply.modal, around, applyDateOrderToModal))
      return
    case 'acknowledge':
      await assertComponentInteraction(interaction).deferUpdate()
  }

  function write<Sent>(
    message: Awaited<ReturnType<typeof toMessagePayload>>,
    call: (message: Awaited<ReturnType<typeof toMessagePayload>>) => Promise<Sent>,
  ): Promise<Sent> {
    return sendWithoutRefusedImage(message, call, (err) =>
      log.warn({ id: interaction.id, err }, 'Discord refused a picture: the card was sent without it'),
    )
  }

  async function updateMessage(made: ReturnType<typeof toMessagePayload>): Promise<void> {
    try {
      await write<unknown>(await made, (message) => {
        if (interaction.deferred) return interaction.editReply(message)
        if (interaction.isModalSubmit() && interaction.isFromMessage()) return interaction.update(message)
        return assertComponentInteraction(interaction).update(message)
      })
    } catch (error) {
      if (!isGone(error)) throw error
      throw new UserError('This card has been deleted.', 'Ask again by name.')
    }
  }

  /** A reply to a message where Entente may write as a member, else a follow-up that says which message is meant. */
  async function replyToMessage(card: Card, to: string): Promise<void> {
    const { user, client, id } = interaction
    const attribution = { verb: 'Asked', userId: user.id } as const
    try {
      if (canReplyAsBot(channel)) {
        const sent = await write(await toMessagePayload(card, posted, around, { attribution }), (message) =>
          client.rest.post(Routes.channelMessages(channel.channelId), replyTo(to, message, id)),
        )
        around.postedCards.add((sent as APIMessage).id, user.id)
        return
      }
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) await giveBack(card, error)
    }
    const replyUrl = `https://discord.com/channels/${channel.guildId ?? '@me'}/${channel.channelId}/${to}`
    await followUp(card, { attribution, replyUrl })
  }

  /** One follow-up a press: of those Discord takes five from an app that only its user has installed. */
  async function followUp(card: Card, frame: MessageAttribution): Promise<void> {
    try {
      await write(await toPublicMessagePayload(card, posted, around, frame), (message) =>
        interaction.followUp(message),
      )
    } catch (error) {
      await giveBack(card, error)
    }
  }

  /** A card that was not posted, or may not have been, stays with its asker, who may share it. */
  async function giveBack(card: Card, error: unknown): Promise<never> {
    await interaction.editReply(await toMessagePayload(card, privately, around)).catch(() => undefined)
    throw explainPostFailure(error, channel)
  }
}

/** The body of a reply to a message; sent twice with the same nonce, it is posted once. */
function replyTo(to: string, message: Awaited<ReturnType<typeof toMessagePayload>>, nonce: string) {
  const { content, embeds, components, files } = message
  return {
    body: {
      ...{ content, embeds, components },
      attachments: files.map(({ description }, id) => ({ id, description })),
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: to, fail_if_not_exists: false },
      ...{ nonce, enforce_nonce: true },
    },
    files: files.map(({ attachment: data, name }) => ({ data, name })),
  }
}

/** Whether a reply posts a card beside the message that was pressed. */
function hasFollowUp(reply: Reply): reply is Extract<Reply, { update: Card } | { type: 'share' }> {
  return 'update' in reply || reply.type === 'share'
}

/** Whether Entente may reply to a message as a member of the server. */
function canReplyAsBot({ guildId, isGuildInstalled, isThread, appHas }: ChannelContext): boolean {
  const { ViewChannel, EmbedLinks, ReadMessageHistory, SendMessages, SendMessagesInThreads } =
    PermissionFlagsBits
  const send = isThread ? SendMessagesInThreads : SendMessages
  return (
    guildId !== undefined && isGuildInstalled && appHas(ViewChannel | EmbedLinks | ReadMessageHistory | send)
  )
}

/** Who asked for a message of ours, by user id: Discord says it of answers, the state database of all else. */
export function requesterOf(
  { id, interactionMetadata }: MessageComponentInteraction['message'],
  postedCards: CommandContext['postedCards'],
): string | undefined {
  return interactionMetadata?.user.id ?? postedCards.userOf(id)
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage
}

function isPrivate({ flags }: MessageComponentInteraction['message']): boolean {
  return flags.has(MessageFlags.Ephemeral)
}

function assertComponentInteraction(interaction: Answerable): MessageComponentInteraction {
  if (interaction.isMessageComponent()) return interaction
  throw new Error('only a press can change its message')
}

/** One private line, whatever was answered before it. */
export async function replyEphemeral(
  interaction: Answerable,
  line: string,
  around: RenderContext,
): Promise<void> {
  await sendEphemeral(interaction, await toMessagePayload(textCard(line), 'ephemeral', around))
}

/** The same for what went wrong: it opens and reads nothing, which might go wrong too. */
export async function sendPlainly(interaction: Answerable, content: string): Promise<void> {
  await sendEphemeral(interaction, { content, allowedMentions: { parse: [] } })
}

type Message = Omit<InteractionReplyOptions, 'flags'>

async function sendEphemeral(interaction: Answerable, message: Message): Promise<void> {
  const flags = { flags: MessageFlags.Ephemeral } as const
  if (interaction.deferred && !interaction.isMessageComponent()) await interaction.editReply(message)
  else if (interaction.replied || interaction.deferred) await interaction.followUp({ ...message, ...flags })
  else await interaction.reply({ ...message, ...flags })
}

export async function respondAutocomplete(
  interaction: AutocompleteInteraction,
  choices: Choice[],
  around: Pick<RenderContext, 'channel' | 'facts'>,
): Promise<void> {
  const fitting = inGuildDateOrder(choices.slice(0, limits.choices), around, applyDateOrderToChoices).map(
    ({ name, value }) => ({ name: truncate(name, limits.choiceName), value }),
  )
  await interaction.respond(fitting)
}

/** Ends the wait for choices, where there are none for want of what they need. */
export async function sendNoChoices(interaction: AutocompleteInteraction): Promise<void> {
  await interaction.respond([])
}
