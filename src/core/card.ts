// The card: what a look-up shows, as plain data that the sender turns into a message.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js'
import type { Fact } from '../data/model/types.ts'
import type { ImageSpec } from '../images/image-spec.ts'

export interface Card {
  /** The answer in one plain line, for people who hide embeds. */
  content: string
  embeds: APIEmbed[]
  components: APIActionRowComponent<APIComponentInMessageActionRow>[]
  /** What opens this very card again; cards of facts have it. */
  viewState?: ViewState
  /** What hangs on the message as files of text. */
  files?: readonly { name: string; text: string }[]
  /** The facts that the card shows, each once. */
  facts?: readonly Fact[]
  /** What is shown below it where there is time to draw it; the card is whole without. */
  image?: ImageSpec | undefined
}

/** A command or action, and the parts that its `open` takes: what stands in a custom id. */
export type ViewState = readonly [target: string, ...parts: (string | number)[]]

/** A card of one line. */
export function textCard(content: string): Card {
  return { content, embeds: [], components: [] }
}
