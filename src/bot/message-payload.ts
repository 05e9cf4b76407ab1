// A card becomes a message: its text in the guild's date order, its image, and the row of buttons that every card has.
import { PermissionFlagsBits, type AttachmentPayload } from 'discord.js'
import { actionRow, type CardVisibility } from '../cards/shared/action-row.ts'
import { withAttribution, type MessageAttribution } from '../cards/shared/attribution.ts'
import { applyDateOrder } from '../cards/shared/date-order.ts'
import type { Card } from '../core/card.ts'
import type { ChannelContext } from '../core/channel-context.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import type { ImageService, RenderedImage } from '../images/image-service.ts'

/** Why a card is ephemeral and cannot be shared. */
function cannotShareNotice(permission: string): string {
  return `\n-# Only you can see this, and you can't share it: you need the “${permission}” permission in this channel.`
}

/** Discord hides the embeds of apps without the permission. */
const embedsBlockedNotice =
  '\n-# No card here? Entente needs the “Embed Links” permission in this channel. A moderator can grant it.'

const imagePermissions = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles

/** What a message depends on besides its card. */
export interface RenderContext {
  channel: ChannelContext
  facts: FactSnapshot
  images: Pick<ImageService, 'renderWithin'>
  postedCards: PostedCardCache
}

export type MessagePayload = Awaited<ReturnType<typeof toMessagePayload>>

/** discord.js's attachment, narrowed to what its REST client also accepts. */
type SentFile = AttachmentPayload & { name: string; attachment: Buffer }

/** Renders a card as a message, with its image if that is ready in time, else with a button that shows it. */
export async function toMessagePayload(
  source: Card,
  visibility: Exclude<CardVisibility, 'unshareable'>,
  renderContext: RenderContext,
  attribution: MessageAttribution = {},
) {
  const { channel, images } = renderContext
  const { missingPermission, settings, appHas } = channel
  const card = inGuildDateOrder(source, renderContext, applyDateOrder)
  const { content, components, files = [], image: spec } = card
  const mayShowImage = settings.showImages && appHas(imagePermissions)
  const rendered = spec && mayShowImage ? await images.renderWithin(spec) : undefined
  const isLate = rendered === 'timeout'
  const image = isLate ? undefined : rendered
  const embeds = image ? withImage(card.embeds, image) : card.embeds
  const isUnshareable = missingPermission !== undefined && visibility !== 'shared'
  const notices = [
    ...(isUnshareable && card.viewState ? [cannotShareNotice(missingPermission)] : []),
    ...(embeds.length > 0 && !appHas(PermissionFlagsBits.EmbedLinks) ? [embedsBlockedNotice] : []),
  ]
  const buttons = actionRow(card, isUnshareable ? 'unshareable' : visibility, { isLate })
  return {
    content: withAttribution(content, attribution, notices.join('')),
    embeds,
    components: [...components, ...buttons],
    // Without this list, an update would keep the previous attachments.
    attachments: [],
    files: [
      ...files.map(({ name, text }): SentFile => ({ name, attachment: Buffer.from(text) })),
      ...(image ? [{ name: image.fileName, attachment: image.png, description: image.alt }] : []),
    ],
    allowedMentions: { parse: [], users: [] as string[] },
  }
}

/** A message for everyone, which pings the user whom it mentions. */
export async function toPublicMessagePayload(
  card: Card,
  renderContext: RenderContext,
  attribution: MessageAttribution,
) {
  const { mentionUserId } = attribution
  const users = mentionUserId === undefined ? [] : [mentionUserId]
  const message = await toMessagePayload(card, 'public', renderContext, attribution)
  return { ...message, allowedMentions: { parse: [], users } }
}

/** Text with the month first, rewritten in the date order of the guild. */
export function inGuildDateOrder<Text>(
  text: Text,
  { channel, facts }: Pick<RenderContext, 'channel' | 'facts'>,
  rewrite: (text: Text, titles: readonly string[]) => Text,
): Text {
  if (channel.settings.dateOrder === 'month first') return text
  return rewrite(
    text,
    facts.articles.map(({ title }) => title),
  )
}

/** The image is in the first embed, and so below the facts. */
function withImage([first, ...rest]: Card['embeds'], { fileName, alt }: RenderedImage): Card['embeds'] {
  return [{ ...first, image: { url: `attachment://${fileName}`, description: alt } }, ...rest]
}
