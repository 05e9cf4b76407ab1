// A card becomes a message: its text in the guild's date order, its image, and the row of buttons that every card has.
import { MessageFlags, messageLink, PermissionFlagsBits, type APIMessageTopLevelComponent } from 'discord.js'
import { dayFirstDates, formatImageDates, monthFirstDates } from '../cards/rendering/date-order.ts'
import { renderComponents } from '../cards/rendering/message-components.ts'
import { actionRow, type CardVisibility } from '../cards/shared/action-row.ts'
import { attributionLines, type MessageAttribution } from '../cards/shared/attribution.ts'
import type { Card, FormatDates } from '../core/card.ts'
import type { ChannelContext } from '../core/channel-context.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import type { ImageService, RenderedImage } from '../images/image-service.ts'

/** Why a card is ephemeral and cannot be shared. */
function cannotShareNotice(permission: string): string {
  return `-# Only you can see this, and you can't share it: you need the “${permission}” permission in this channel.`
}

const refusedImageNotice = '-# Discord rejected the image of this card.'

/** What a message depends on besides its card. */
export interface RenderContext {
  channel: ChannelContext
  images: Pick<ImageService, 'renderWithin'>
  postedCards: PostedCardCache
}

/** The flags of a message that is answered ephemerally must be added. */
export interface MessagePayload {
  flags: MessageFlags.IsComponentsV2
  components: APIMessageTopLevelComponent[]
  files: { name: string; data: Buffer; description?: string }[]
  pingedUserIds: string[]
  /** For a message that is sent many times, the body of the answer by its flags, once it was sent. */
  answerBodies?: Map<number, Buffer>
  /** The same message in case Discord refuses its image. */
  withoutImage?: MessagePayload
}

/** Renders a card as a message; its image is shown if it was requested or the guild wants images at once. */
export async function toMessagePayload(
  card: Card,
  visibility: Exclude<CardVisibility, 'unshareable'>,
  renderContext: Pick<RenderContext, 'channel' | 'images'>,
  attribution: MessageAttribution = {},
): Promise<MessagePayload> {
  const { channel, images } = renderContext
  const { missingPermission, settings, appHas, guildId, channelId } = channel
  const { image: spec, showImage = false, files = [] } = card
  const mayShowImage = settings.images !== 'never' && appHas(PermissionFlagsBits.AttachFiles)
  const isWanted = showImage || settings.images === 'at once'
  const rendered =
    spec && mayShowImage && isWanted
      ? await images.renderWithin(formatImageDates(spec, dateFormatter(channel)))
      : undefined
  const isUnshareable = missingPermission !== undefined && visibility !== 'shared'
  const linkTo = (messageId: string) =>
    guildId === undefined ? messageLink(channelId, messageId) : messageLink(channelId, messageId, guildId)
  const cardFiles = files.map(({ name, content }) => ({ name, data: Buffer.from(content) }))

  function payload(
    image: RenderedImage | undefined,
    notices: string[],
    hasImageButton: boolean,
  ): MessagePayload {
    const shareNotice = isUnshareable && card.viewState ? [cannotShareNotice(missingPermission)] : []
    const options = {
      formatDates: dateFormatter(channel),
      image,
      actions: actionRow(card, isUnshareable ? 'unshareable' : visibility, { hasImageButton, attribution }),
      before: attributionLines(attribution, linkTo),
      after: [...shareNotice, ...notices],
    }
    const isPlain = !image && options.before.length + options.after.length === 0
    const key = `${settings.dateOrder} ${visibility} ${hasImageButton}`
    const rendered = isPlain
      ? renderOnce(card, key, () => renderComponents(card, options))
      : { components: renderComponents(card, options) }
    return {
      flags: MessageFlags.IsComponentsV2,
      ...rendered,
      files: [
        ...cardFiles,
        ...(image ? [{ name: image.fileName, data: image.png, description: image.alt }] : []),
      ],
      pingedUserIds: [],
    }
  }

  if (rendered === undefined || rendered === 'timeout')
    return payload(undefined, [], mayShowImage && (!isWanted || rendered === 'timeout'))
  return {
    ...payload(rendered, [], false),
    withoutImage: payload(undefined, [refusedImageNotice], false),
  }
}

/** What cards that are built once per revision and sent many times are rendered as. */
const renderedCards = new WeakMap<Card, Map<string, Rendered>>()

type Rendered = Required<Pick<MessagePayload, 'components' | 'answerBodies'>>

function renderOnce(card: Card, key: string, render: () => APIMessageTopLevelComponent[]): Rendered {
  const byKey = renderedCards.get(card) ?? new Map<string, Rendered>()
  renderedCards.set(card, byKey)
  const rendered = byKey.get(key) ?? { components: render(), answerBodies: new Map() }
  byKey.set(key, rendered)
  return rendered
}

/** A message for everyone, which pings the user whom it mentions. */
export async function toPublicMessagePayload(
  card: Card,
  renderContext: RenderContext,
  attribution: MessageAttribution,
): Promise<MessagePayload> {
  const { mentionUserId } = attribution
  const pingedUserIds = mentionUserId === undefined ? [] : [mentionUserId]
  const message = await toMessagePayload(card, 'public', renderContext, attribution)
  const withUsers = (payload: MessagePayload): MessagePayload => ({
    ...payload,
    pingedUserIds,
    ...(payload.withoutImage && { withoutImage: withUsers(payload.withoutImage) }),
  })
  return withUsers(message)
}

/** Puts dates in the order of the guild. */
export function dateFormatter({ settings }: ChannelContext): FormatDates {
  return settings.dateOrder === 'month first' ? monthFirstDates : dayFirstDates
}
