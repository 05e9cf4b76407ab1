// Whom a posted card mentions, and who asked for it or shared it: small lines above it, kept in its Delete button.
import { userMention } from 'discord.js'

export interface MessageAttribution {
  /** The mentioned user's id. */
  mentionUserId?: string | undefined
  /** Who posted it from a card or menu, and how; Discord itself shows who used a command. */
  attribution?: { verb: 'Asked' | 'Shared'; userId: string } | undefined
  /** The id of the message that the card answers, if it cannot be a reply to it. */
  aboutMessageId?: string | undefined
}

/** The lines above a card; `linkTo` makes the URL of a message in this channel. */
export function attributionLines(
  { mentionUserId, attribution, aboutMessageId }: MessageAttribution,
  linkTo: (messageId: string) => string,
): string[] {
  return [
    ...(mentionUserId === undefined ? [] : [`-# For ${userMention(mentionUserId)}`]),
    ...(attribution ? [`-# ${attribution.verb} by ${userMention(attribution.userId)}`] : []),
    ...(aboutMessageId === undefined ? [] : [`-# About ${linkTo(aboutMessageId)}`]),
  ]
}

/** The attribution as arguments of a custom id, at most 45 characters together with their separators. */
export function packAttribution({
  mentionUserId,
  attribution,
  aboutMessageId,
}: MessageAttribution): string[] {
  const parts = [
    packId(mentionUserId),
    attribution ? attribution.verb.charAt(0) + packId(attribution.userId) : '',
    packId(aboutMessageId),
  ]
  return parts.some((part) => part !== '') ? parts : []
}

/** The attribution that the arguments of a custom id hold; invalid ones count as missing. */
export function parseAttribution([mention, asked = '', about]: readonly string[]): MessageAttribution {
  const userId = parseId(asked.slice(1))
  const verb = (['Asked', 'Shared'] as const).find((name) => name.startsWith(asked.charAt(0)))
  return {
    mentionUserId: parseId(mention),
    attribution: userId !== undefined && verb ? { verb, userId } : undefined,
    aboutMessageId: parseId(about),
  }
}

function packId(id: string | undefined): string {
  return id === undefined ? '' : BigInt(id).toString(36)
}

/** A snowflake from base 36: 17 to 20 decimal digits. */
function parseId(packed = ''): string | undefined {
  if (!/^[0-9a-z]{10,13}$/.test(packed)) return undefined
  const id = packed
    .split('')
    .reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n)
    .toString()
  return /^\d{17,20}$/.test(id) ? id : undefined
}
