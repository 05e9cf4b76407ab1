// The lines around a posted card: whom it is for, and who asked for it or shared it; they outlive a turn of its pages.
import { cut, limits } from './discord-limits.ts'

export interface Frame {
  /** The id of the person whom the card is for. */
  addressee?: string | undefined
  /** Who posted it from a card or menu of their own, by id, and how; Discord itself says who used a command. */
  by?: { deed: 'Asked' | 'Shared'; person: string } | undefined
  /** The address of the message that the card answers, where it cannot be a reply to it. */
  about?: string | undefined
}

/** A content within its lines, cut where it must be so that they and `after` fit. */
export function framed(content: string, { addressee, by, about }: Frame, after = ''): string {
  const before = addressee === undefined ? '' : `For <@${addressee}>:\n`
  const end = (by ? `\n-# ${by.deed} by <@${by.person}>` : '') + (about ? `\n-# About ${about}` : '') + after
  return before + cut(withoutPreviews(content), limits.content - before.length - end.length) + end
}

/** An address that a fact tells stands in angle brackets, or Discord would show a preview of it below the card. */
function withoutPreviews(content: string): string {
  return content.replace(/(?<!<)https?:\/\/[^\s<>]*[^\s<>.,;:)]/g, '<$&>')
}

/** The frame that a message of ours bears. */
export function frameOf(content: string): Frame {
  const [, deed, person] = /\n-# (Asked|Shared) by <@(\d+)>(?:\n|$)/.exec(content) ?? []
  return {
    addressee: /^For <@(\d+)>:\n/.exec(content)?.[1],
    about: /\n-# About (https:\S+)(?:\n|$)/.exec(content)?.[1],
    by: (deed === 'Asked' || deed === 'Shared') && person ? { deed, person } : undefined,
  }
}
