// A card becomes a message: its words as the server writes them, its picture, and the row of deeds.
import { PermissionFlagsBits } from 'discord.js'
import type { Card } from '../core/card.ts'
import { applyDateOrder } from '../cards/shared/date-order.ts'
import { actionRow, type CardVisibility } from '../cards/shared/action-row.ts'
import { withAttribution, type MessageAttribution } from '../cards/shared/attribution.ts'
import type { CommandContext } from '../core/command.ts'
import type { RenderedImage } from '../images/image-service.ts'

/** Why a card is private and cannot be shared. */
function cannotShareNotice(lacks: string): string {
  return `\n-# Only you see this, and you cannot share it: in this channel you lack the permission “${lacks}”.`
}

/** Discord hides the embeds of apps that may not show them. */
const embedsBlockedNotice =
  '\n-# No card here? Entente lacks the permission “Embed Links” in this channel: a moderator can grant it.'

/** What a picture in a message needs. */
const imagePermissions = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles

/** What a message depends on besides its card. */
export type RenderContext = Pick<CommandContext, 'channel' | 'facts' | 'images' | 'postedCards'>

/** With its picture where it is ready soon, and else with a button that shows it. */
export async function toMessagePayload(
  written: Card,
  standing: CardVisibility,
  around: RenderContext,
  frame: MessageAttribution = {},
) {
  const { channel, images } = around
  const card = inGuildDateOrder(written, around, applyDateOrder)
  const { content, components, files = [], image } = card
  const mayShow = channel.settings.showImages && channel.appHas(imagePermissions)
  const rendered = image && mayShow ? await images.renderWithin(image) : undefined
  const isImageLate = rendered === 'timeout'
  const shown = isImageLate ? undefined : rendered
  const embeds = shown ? withPicture(card.embeds, shown) : card.embeds
  const why =
    (standing === 'unshareable' && channel.missingPermission !== undefined && card.viewState
      ? cannotShareNotice(channel.missingPermission)
      : '') +
    (embeds.length > 0 && !channel.appHas(PermissionFlagsBits.EmbedLinks) ? embedsBlockedNotice : '')
  return {
    content: withAttribution(content, frame, why),
    embeds,
    components: [...components, ...actionRow(card, standing, { isLate: isImageLate })],
    // What an update does not list as attached would stay attached.
    attachments: [],
    files: [
      ...files.map(({ name, text }): SentFile => ({ name, attachment: Buffer.from(text) })),
      ...(shown ? [{ name: shown.fileName, attachment: shown.png, description: shown.alt }] : []),
    ],
    allowedMentions: { parse: [], users: [] as string[] },
  }
}

/** What is written with the month first, as the server wants its dates. */
export function inGuildDateOrder<Written>(
  written: Written,
  { channel, facts }: Pick<RenderContext, 'channel' | 'facts'>,
  rewrite: (written: Written, titles: readonly string[]) => Written,
): Written {
  if (channel.settings.dateOrder === 'month first') return written
  return rewrite(
    written,
    facts.articles.map(({ title }) => title),
  )
}

interface SentFile {
  name: string
  attachment: Buffer
  description?: string
}

/** The picture stands in the first embed, and so below the facts. */
function withPicture([first, ...rest]: Card['embeds'], { fileName, alt }: RenderedImage): Card['embeds'] {
  return [{ ...first, image: { url: `attachment://${fileName}`, description: alt } }, ...rest]
}

/** A message before everyone, which pings whom it is for. */
export async function toPublicMessagePayload(
  card: Card,
  standing: CardVisibility,
  around: RenderContext,
  frame: MessageAttribution,
) {
  const users = frame.mentionUserId === undefined ? [] : [frame.mentionUserId]
  return { ...(await toMessagePayload(card, standing, around, frame)), allowedMentions: { parse: [], users } }
}
