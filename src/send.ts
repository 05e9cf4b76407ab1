// The only file that writes to Discord: a reply becomes an API call, and no message of ours ever pings.
import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
} from 'discord.js'
import type { Card } from './cards/card.ts'
import { cut, limits } from './cards/limits.ts'
import type { Choice, Reply } from './command.ts'

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction

const noPings = { parse: [], users: [] } as const

function messageOf({ content, embeds, rows }: Card) {
  return { content: cut(content, limits.content), embeds, components: rows, allowedMentions: noPings }
}

function plainLine(line: string) {
  return { content: line, embeds: [], components: [], allowedMentions: noPings }
}

/** Tells Discord that an answer will follow: to a command a private one, to a press in the place of its message. */
export async function defer(interaction: Answerable): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate()
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral })
}

export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  switch (reply.type) {
    case 'card': {
      const flags = reply.private && ({ flags: MessageFlags.Ephemeral } as const)
      if (!interaction.deferred) await interaction.reply({ ...messageOf(reply.card), ...flags })
      else if (interaction.isMessageComponent())
        await interaction.followUp({ ...messageOf(reply.card), ...flags })
      // Whether a deferred answer is private was settled when it was deferred.
      else await interaction.editReply(messageOf(reply.card))
      return
    }
    case 'replace':
      if (interaction.deferred) await interaction.editReply(messageOf(reply.card))
      else await component(interaction).update(messageOf(reply.card))
      return
    case 'replace-and-post':
      await component(interaction).update(plainLine(reply.line))
      await interaction.followUp(messageOf(reply.card))
      return
  }
}

function component(interaction: Answerable): MessageComponentInteraction {
  if (interaction.isMessageComponent()) return interaction
  throw new Error('only a press can replace its message')
}

/** One private line, whatever was answered before it. */
export async function sendPrivately(interaction: Answerable, line: string): Promise<void> {
  const message: InteractionReplyOptions = { ...plainLine(line), flags: MessageFlags.Ephemeral }
  if (interaction.deferred && !interaction.isMessageComponent()) await interaction.editReply(plainLine(line))
  else if (interaction.replied || interaction.deferred) await interaction.followUp(message)
  else await interaction.reply(message)
}

export async function sendChoices(interaction: AutocompleteInteraction, choices: Choice[]): Promise<void> {
  const fitting = choices
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: cut(name, limits.choiceName), value }))
  await interaction.respond(fitting)
}
