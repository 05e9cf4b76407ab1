// The lines around a posted card: whom it mentions, and who asked for it or shared it. Page turns keep them.
import { userMention } from 'discord.js'
import { truncate, limits } from './discord-limits.ts'

export interface MessageAttribution {
  /** The mentioned user's id. */
  mentionUserId?: string | undefined
  /** Who posted it from a card or menu, and how; Discord itself shows who used a command. */
  attribution?: { verb: 'Asked' | 'Shared'; userId: string } | undefined
  /** The URL of the message that the card answers, if it cannot be a reply to it. */
  replyUrl?: string | undefined
}

/** The content with its attribution lines, truncated if needed so that these and `after` fit. */
export function withAttribution(
  content: string,
  { mentionUserId, attribution, replyUrl }: MessageAttribution,
  after = '',
): string {
  const before = mentionUserId === undefined ? '' : `For ${userMention(mentionUserId)}:\n`
  const end =
    (attribution ? `\n-# ${attribution.verb} by ${userMention(attribution.userId)}` : '') +
    (replyUrl ? `\n-# About ${replyUrl}` : '') +
    after
  return before + truncate(withoutPreviews(content), limits.content - before.length - end.length) + end
}

/** Puts URLs in angle brackets, so that Discord shows no preview below the card. */
function withoutPreviews(content: string): string {
  return content.replace(/(?<!<)https?:\/\/[^\s<>]*[^\s<>.,;:)]/g, '<$&>')
}

/** The attribution of one of our messages. */
export function parseAttribution(content: string): MessageAttribution {
  const [, verb, userId] = /\n-# (Asked|Shared) by <@(\d+)>(?:\n|$)/.exec(content) ?? []
  return {
    mentionUserId: /^For <@(\d+)>:\n/.exec(content)?.[1],
    replyUrl: /\n-# About (https:\S+)(?:\n|$)/.exec(content)?.[1],
    attribution: (verb === 'Asked' || verb === 'Shared') && userId ? { verb, userId } : undefined,
  }
}
