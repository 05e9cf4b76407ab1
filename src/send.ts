// The only file that writes to Discord: a reply becomes API calls, and nobody is pinged but whom a card is posted for.
import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
  type APIDMChannel,
  type APIMessage,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type REST,
} from 'discord.js'
import { lineCard, type Card } from './cards/card.ts'
import { dayFirstChoices, dayFirstForm } from './cards/day-first.ts'
import type { Standing } from './cards/deed-row.ts'
import { frameOf, type Frame } from './cards/frame.ts'
import { cut, limits } from './cards/limits.ts'
import { UserError, type Choice, type Context, type Reply } from './command.ts'
import { inOrderOfDates, messageOf, postOf, type Around } from './message.ts'
import type { Place } from './place.ts'

export type Answerable =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction
  | MessageContextMenuCommandInteraction

/** Tells Discord that an answer will follow: to a command a private one, to a press in the place of its message. */
export async function defer(interaction: Answerable): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

/** Throws a UserError where Discord takes the answer but not what was to be posted after it. */
export async function send(interaction: Answerable, reply: Reply, around: Around): Promise<void> {
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
      if (!interaction.deferred) await interaction.reply({ ...message, ...flags })
      else if (interaction.isMessageComponent()) await interaction.followUp({ ...message, ...flags })
      // Whether a deferred answer is private was settled when it was deferred.
      else await interaction.editReply(message)
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
      await interaction.deleteReply()
      return
    case 'form':
      if (interaction.isModalSubmit()) throw new Error('a form cannot be answered with a form')
      await interaction.showModal(inOrderOfDates(reply.form, around, dayFirstForm))
      return
    case 'nothing':
      await component(interaction).deferUpdate()
  }

  async function replace(made: ReturnType<typeof messageOf>): Promise<void> {
    const message = await made
    if (interaction.deferred) await interaction.editReply(message)
    else if (interaction.isModalSubmit() && interaction.isFromMessage()) await interaction.update(message)
    else await component(interaction).update(message)
  }

  /** A reply to a message where Entente may write as a member, else a follow-up that says which message is meant. */
  async function answerMessage(card: Card, to: string): Promise<void> {
    const { user, client, id } = interaction
    const by = { deed: 'Asked', person: user.id } as const
    try {
      if (mayReply(place)) {
        const { content, embeds, components, files } = await messageOf(card, posted, around, { by })
        const body = {
          ...{ content, embeds, components },
          attachments: files.map(({ description }, id) => ({ id, description })),
          allowed_mentions: { parse: [], replied_user: false },
          message_reference: { message_id: to, fail_if_not_exists: false },
          // Sent twice by a retry, it is posted once.
          ...{ nonce: id, enforce_nonce: true },
        }
        const sent = (await client.rest.post(Routes.channelMessages(place.channelId), {
          body,
          files: files.map(({ attachment: data, name }) => ({ data, name })),
        })) as APIMessage
        around.postedCards.add(sent.id, user.id)
        return
      }
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error
    }
    const about = `https://discord.com/channels/${place.serverId ?? '@me'}/${place.channelId}/${to}`
    await post(card, { by, about })
  }

  /** One follow-up a press: of those Discord takes five from an app that only its user has installed. */
  async function post(card: Card, frame: Frame): Promise<void> {
    try {
      await interaction.followUp(await postOf(card, posted, around, frame))
    } catch (error) {
      if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) throw error
      // The card stays with its asker, who may share it again.
      await interaction.editReply(await messageOf(card, privately, around)).catch(() => undefined)
      throw notPosted(error, place)
    }
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

/** What a message needs in a channel, by the names that Discord gives to permissions. */
const needed = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
}

function notPosted(cause: DiscordAPIError | HTTPError, { installed, botMay }: Place): UserError {
  if (cause.status !== 403) {
    return new UserError('Discord did not take the card.', 'If it is not here, press Share.', { cause })
  }
  const missing = Object.entries(needed).flatMap(([name, bit]) =>
    installed && !botMay(bit) ? [`“${name}”`] : [],
  )
  const why = missing.length > 0 ? `: I lack the permission ${missing.join(' and ')}` : ''
  return new UserError(
    `Discord does not let me post in this channel${why}.`,
    'Ask a moderator to allow it, then press Share.',
  )
}

/** Who asked for a message of ours, by user id: Discord says it of answers, the state database of all else. */
export function askerOf(
  { id, interactionMetadata }: MessageComponentInteraction['message'],
  postedCards: Context['postedCards'],
): string | undefined {
  return interactionMetadata?.user.id ?? postedCards.userOf(id)
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
  const message = await messageOf(lineCard(line), 'private', around)
  const flags = { flags: MessageFlags.Ephemeral } as const
  if (interaction.deferred && !interaction.isMessageComponent()) await interaction.editReply(message)
  else if (interaction.replied || interaction.deferred) await interaction.followUp({ ...message, ...flags })
  else await interaction.reply({ ...message, ...flags })
}

/** Sends a card to a person's direct messages; false where Discord lets none through. */
export async function tell(rest: REST, userId: string, { content, embeds }: Card): Promise<boolean> {
  const body = { content: cut(content, limits.content), embeds, allowed_mentions: { parse: [] } }
  try {
    const { id } = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: userId },
    })) as APIDMChannel
    await rest.post(Routes.channelMessages(id), { body })
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError) return false
    throw error
  }
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
