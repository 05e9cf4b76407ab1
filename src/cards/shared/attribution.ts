// The lines around a posted card: whom it is for, and who asked for it or shared it; they outlive a turn of its pages.
import { truncate, limits } from './discord-limits.ts'

export interface MessageAttribution {
  /** The id of the person whom the card is for. */
  mentionUserId?: string | undefined
  /** Who posted it from a card or menu of their own, by id, and how; Discord itself says who used a command. */
  attribution?: { deed: 'Asked' | 'Shared'; person: string } | undefined
  /** The address of the message that the card answers, where it cannot be a reply to it. */
  replyUrl?: string | undefined
}

/** A content within its lines, cut where it must be so that they and `after` fit. */
export function withAttribution(
  content: string,
  { mentionUserId, attribution, replyUrl }: MessageAttribution,
  after = '',
): string {
  const before = mentionUserId === undefined ? '' : `For <@${mentionUserId}>:\n`
  const end =
    (attribution ? `\n-# ${attribution.deed} by <@${attribution.person}>` : '') +
    (replyUrl ? `\n-# About ${replyUrl}` : '') +
    after
  return before + truncate(withoutPreviews(content), limits.content - before.length - end.length) + end
}

/** An address that a fact tells stands in angle brackets, or Discord would show a preview of it below the card. */
function withoutPreviews(content: string): string {
  return content.replace(/(?<!<)https?:\/\/[^\s<>]*[^\s<>.,;:)]/g, '<$&>')
}

/** The frame that a message of ours bears. */
export function parseAttribution(content: string): MessageAttribution {
  const [, deed, person] = /\n-# (Asked|Shared) by <@(\d+)>(?:\n|$)/.exec(content) ?? []
  return {
    mentionUserId: /^For <@(\d+)>:\n/.exec(content)?.[1],
    replyUrl: /\n-# About (https:\S+)(?:\n|$)/.exec(content)?.[1],
    attribution: (deed === 'Asked' || deed === 'Shared') && person ? { deed, person } : undefined,
  }
}
