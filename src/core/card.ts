// The card: what a look-up shows, as plain data that the sender turns into a message.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js'
import type { Fact } from '../data/build/schema.ts'
import type { Picture } from '../images/image-spec.ts'

export interface Card {
  /** The answer in one plain line, for people who hide embeds. */
  content: string
  embeds: APIEmbed[]
  rows: APIActionRowComponent<APIComponentInMessageActionRow>[]
  /** What opens this very card again; cards of facts have it. */
  view?: View
  /** What hangs on the message as files of text. */
  files?: readonly { name: string; text: string }[]
  /** The facts that the card shows, each once. */
  facts?: readonly Fact[]
  /** What is shown below it where there is time to draw it; the card is whole without. */
  picture?: Picture | undefined
}

/** A command or action, and the parts that its `open` takes: what stands in a custom id. */
export type View = readonly [target: string, ...parts: (string | number)[]]

/** A card of one line. */
export function lineCard(content: string): Card {
  return { content, embeds: [], rows: [] }
}
