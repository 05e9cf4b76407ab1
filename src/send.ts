// The only file that writes to Discord: a reply becomes an API call, and no message of ours ever pings.
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import { lineCard, type Card } from './cards/card.ts'
import { deedRow, type Standing } from './cards/deed-row.ts'
import { cut, limits } from './cards/limits.ts'
import type { Choice, Reply } from './command.ts'
import { placeOf } from './place.ts'

export type Answerable =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction
  | MessageContextMenuCommandInteraction

const noPings = { parse: [], users: [] } as const

/** Why a card that was asked for publicly is private, and cannot be shared. */
const notHere =
  '-# Only you see this: members of this server may not post with apps that they have brought themselves.'

function messageOf(card: Card, standing: Standing) {
  const { content, embeds, rows } = card
  const why = standing === 'not to be shared' && card.view ? `\n${notHere}` : ''
  return {
    content: cut(content, limits.content - why.length) + why,
    embeds,
    components: [...rows, ...deedRow(card, standing)],
    allowedMentions: noPings,
  }
}

/** Tells Discord that an answer will follow: to a command a private one, to a press in the place of its message. */
export async function defer(interaction: Answerable): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  const { mayPost } = placeOf(interaction)
  const privately: Standing = mayPost ? 'private' : 'not to be shared'
  const posted: Standing = mayPost ? 'public' : 'not to be shared'

  switch (reply.type) {
    case 'card': {
      const flags = reply.private && ({ flags: MessageFlags.Ephemeral } as const)
      const message = messageOf(reply.card, reply.private ? privately : posted)
      if (!interaction.deferred) await interaction.reply({ ...message, ...flags })
      else if (interaction.isMessageComponent()) await interaction.followUp({ ...message, ...flags })
      // Whether a deferred answer is private was settled when it was deferred.
      else await interaction.editReply(message)
      return
    }
    case 'replace':
      await replace(reply.card, isPrivate() ? privately : posted)
      return
    case 'share':
      await replace(reply.card, 'shared')
      await interaction.followUp(messageOf(sharedBy(interaction.user.id, reply.card), posted))
      return
    case 'replace-and-post':
      await replace(reply.instead, privately)
      await interaction.followUp(messageOf(reply.card, posted))
      return
    case 'remove':
      await component(interaction).deferUpdate()
      await interaction.deleteReply()
      return
    case 'form':
      if (interaction.isModalSubmit()) throw new Error('a form cannot be answered with a form')
      await interaction.showModal(reply.form)
      return
    case 'nothing':
      await component(interaction).deferUpdate()
  }

  async function replace(card: Card, standing: Standing): Promise<void> {
    const message = messageOf(card, standing)
    if (interaction.deferred) await interaction.editReply(message)
    else if (interaction.isModalSubmit() && interaction.isFromMessage()) await interaction.update(message)
    else await component(interaction).update(message)
  }

  function isPrivate(): boolean {
    const holder =
      interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null
    return holder?.flags.has(MessageFlags.Ephemeral) ?? true
  }
}

function sharedBy(userId: string, card: Card): Card {
  return { ...card, content: `${card.content}\n-# Shared by <@${userId}>` }
}

function component(interaction: Answerable): MessageComponentInteraction {
  if (interaction.isMessageComponent()) return interaction
  throw new Error('only a press can change its message')
}

/** One private line, whatever was answered before it. */
export async function sendPrivately(interaction: Answerable, line: string): Promise<void> {
  const message = messageOf(lineCard(line), 'private')
  const flags = { flags: MessageFlags.Ephemeral } as const
  if (interaction.deferred && !interaction.isMessageComponent()) await interaction.editReply(message)
  else if (interaction.replied || interaction.deferred) await interaction.followUp({ ...message, ...flags })
  else await interaction.reply({ ...message, ...flags })
}

export async function sendChoices(interaction: AutocompleteInteraction, choices: Choice[]): Promise<void> {
  const fitting = choices
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: cut(name, limits.choiceName), value }))
  await interaction.respond(fitting)
}
