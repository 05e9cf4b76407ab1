// The card: what a look-up shows, as plain data that the sender turns into a message.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js'

export interface Card {
  /** The answer in one plain line, for people who hide embeds. */
  content: string
  embeds: APIEmbed[]
  rows: APIActionRowComponent<APIComponentInMessageActionRow>[]
}
