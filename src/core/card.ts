// The card: the answer to a command, as plain data that the responder turns into a message.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js'
import type { Fact } from '../data/model/types.ts'
import type { ImageSpec } from '../images/image-spec.ts'

export interface Card {
  /** The answer in one plain line, for people who hide embeds. */
  content: string
  embeds: APIEmbed[]
  components: APIActionRowComponent<APIComponentInMessageActionRow>[]
  /** Opens the same card again; set on cards of facts. */
  viewState?: ViewState
  /** Attached text files. */
  files?: readonly { name: string; text: string }[]
  /** The facts that the card shows, each once. */
  facts?: readonly Fact[]
  /** Shown below the card if it is rendered in time; the card is complete without it. */
  image?: ImageSpec | undefined
}

/** The name of a command or handler and the arguments of its `render`, as packed in a custom id. */
export type ViewState = readonly [target: string, ...parts: (string | number)[]]

/** A card of one line. */
export function textCard(content: string): Card {
  return { content, embeds: [], components: [] }
}
