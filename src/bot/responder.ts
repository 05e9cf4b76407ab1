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
import { lineCard, type Card } from '../core/card.ts'
import { dayFirstChoices, dayFirstForm } from '../cards/shared/date-order.ts'
import type { Standing } from '../cards/shared/action-row.ts'
import { frameOf, type Frame } from '../cards/shared/attribution.ts'
import { cut, limits } from '../cards/shared/discord-limits.ts'
import { UserError, type Choice, type Context, type Reply } from '../core/command.ts'
import { inOrderOfDates, messageOf, postOf, type Around } from './message-payload.ts'
import type { Place } from './channel-context.ts'
import { explainNotPosted } from './post-failure.ts'
import { sendDroppingPicture } from './refused-image.ts'

export type Answerable = Exclude<Interaction, AutocompleteInteraction>

/** Tells Discord that an answer will follow: to a command a private one, to a press in the place of its message. */
export async function defer(interaction: Answerable): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

/** Throws a UserError where Discord takes the answer but not what was to be posted after it. */
export async function send(
  interaction: Answerable,
  reply: Reply,
  around: Around,
  log: Logger,
): Promise<void> {
  const { place } = around
  const privately: Standing = place.lacks === undefined ? 'private' : 'not to be shared'
  const posted: Standing = place.lacks === undefined ? 'public' : 'not to be shared'

  if (place.lacks !== undefined && posts(reply)) {
    await replace(messageOf(reply.card, privately, around))
    return
  }
  switch (reply.type) {
    case 'card': {
      const isHidden = reply.private || place.lacks !== undefined
      const flags = isHidden && ({ flags: MessageFlags.Ephemeral } as const)
      const message = reply.private
        ? await messageOf(reply.card, privately, around)
        : await postOf(reply.card, posted, around, { addressee: reply.for })
      await write<unknown>(message, (written) => {
        if (!interaction.deferred) return interaction.reply({ ...written, ...flags })
        if (interaction.isMessageComponent()) return interaction.followUp({ ...written, ...flags })
        // Whether a deferred answer is private was settled when it was deferred.
        return interaction.editReply(written)
      })
      return
    }
    case 'replace': {
      const holder =
        interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null
      if (!holder || isPrivate(holder)) await replace(messageOf(reply.card, privately, around))
      else await replace(messageOf(reply.card, posted, around, frameOf(holder.content)))
      return
    }
    case 'share':
      await replace(messageOf(reply.card, 'shared', around))
      await post(reply.card, { by: { deed: 'Shared', person: interaction.user.id } })
      return
    case 'replace-and-post':
      await replace(messageOf(reply.instead, privately, around))
      await post(reply.card, { addressee: reply.for, by: { deed: 'Asked', person: interaction.user.id } })
      return
    case 'replace-and-answer':
      await replace(messageOf(reply.instead, privately, around))
      await answerMessage(reply.card, reply.to)
      return
    case 'remove':
      await component(interaction).deferUpdate()
      await interaction.deleteReply().catch((error: unknown) => {
        // It is gone, as was asked for: by another press, or by an attempt of this one that got no answer.
        if (!isGone(error)) throw error
      })
      return
    case 'form':
      if (interaction.isModalSubmit()) throw new Error('a form cannot be answered with a form')
      await interaction.showModal(inOrderOfDates(reply.form, around, dayFirstForm))
      return
    case 'nothing':
      await component(interaction).deferUpdate()
  }

  function write<Sent>(
    message: Awaited<ReturnType<typeof messageOf>>,
    call: (message: Awaited<ReturnType<typeof messageOf>>) => Promise<Sent>,
  ): Promise<Sent> {
    return sendDroppingPicture(message, call, (err) =>
      log.warn({ id: interaction.id, err }, 'Discord refused a picture: the card was sent without it'),
    )
  }

  async function replace(made: ReturnType<typeof messageOf>): Promise<void> {
    try {
      await write<unknown>(await made, (message) => {
        if (interaction.deferred) return interaction.editReply(message)
        if (interaction.isModalSubmit() && interaction.isFromMessage()) return interaction.update(message)
        return component(interaction).update(message)
      })
    } catch (error) {
      if (!isGone(error)) throw error
      throw new UserError('This card was deleted meanwhile.', 'Ask again by its name.')
    }
  }

  /** A reply to a message where Entente may write as a member, else a follow-up that says which message is meant. */
  async function answerMessage(card: Card, to: string): Promise<void> {
    const { user, client, id } = interaction
    const by = { deed: 'Asked', person: user.id } as const
    try {
      if (mayReply(place)) {
        const sent = await write(await messageOf(card, posted, around, { by }), (message) =>
          client.rest.post(Routes.channelMessages(place.channelId), replyTo(to, message, id)),
        )
        around.postedCards.add((sent as APIMessage).id, user.id)
        return
      }
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) await giveBack(card, error)
    }
    const about = `https://discord.com/channels/${place.serverId ?? '@me'}/${place.channelId}/${to}`
    await post(card, { by, about })
  }

  /** One follow-up a press: of those Discord takes five from an app that only its user has installed. */
  async function post(card: Card, frame: Frame): Promise<void> {
    try {
      await write(await postOf(card, posted, around, frame), (message) => interaction.followUp(message))
    } catch (error) {
      await giveBack(card, error)
    }
  }

  /** A card that was not posted, or may not have been, stays with its asker, who may share it. */
  async function giveBack(card: Card, error: unknown): Promise<never> {
    await interaction.editReply(await messageOf(card, privately, around)).catch(() => undefined)
    throw explainNotPosted(error, place)
  }
}

/** The body of a reply to a message; sent twice with the same nonce, it is posted once. */
function replyTo(to: string, message: Awaited<ReturnType<typeof messageOf>>, nonce: string) {
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
function posts(reply: Reply): reply is Extract<Reply, { instead: Card } | { type: 'share' }> {
  return 'instead' in reply || reply.type === 'share'
}

/** Whether Entente may reply to a message as a member of the server. */
function mayReply({ serverId, installed, inThread, botMay }: Place): boolean {
  const { ViewChannel, EmbedLinks, ReadMessageHistory, SendMessages, SendMessagesInThreads } =
    PermissionFlagsBits
  const send = inThread ? SendMessagesInThreads : SendMessages
  return serverId !== undefined && installed && botMay(ViewChannel | EmbedLinks | ReadMessageHistory | send)
}

/** Who asked for a message of ours, by user id: Discord says it of answers, the state database of all else. */
export function askerOf(
  { id, interactionMetadata }: MessageComponentInteraction['message'],
  postedCards: Context['postedCards'],
): string | undefined {
  return interactionMetadata?.user.id ?? postedCards.userOf(id)
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage
}

function isPrivate({ flags }: MessageComponentInteraction['message']): boolean {
  return flags.has(MessageFlags.Ephemeral)
}

function component(interaction: Answerable): MessageComponentInteraction {
  if (interaction.isMessageComponent()) return interaction
  throw new Error('only a press can change its message')
}

/** One private line, whatever was answered before it. */
export async function sendPrivately(interaction: Answerable, line: string, around: Around): Promise<void> {
  await sendEphemeral(interaction, await messageOf(lineCard(line), 'private', around))
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

export async function sendChoices(
  interaction: AutocompleteInteraction,
  choices: Choice[],
  around: Pick<Around, 'place' | 'facts'>,
): Promise<void> {
  const fitting = inOrderOfDates(choices.slice(0, limits.choices), around, dayFirstChoices).map(
    ({ name, value }) => ({ name: cut(name, limits.choiceName), value }),
  )
  await interaction.respond(fitting)
}

/** Ends the wait for choices, where there are none for want of what they need. */
export async function sendNoChoices(interaction: AutocompleteInteraction): Promise<void> {
  await interaction.respond([])
}
