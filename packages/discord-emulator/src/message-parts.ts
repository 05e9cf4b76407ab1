// Parts of a message besides its content: a poll, a reply, a forward.
import type { Message } from './messages.ts'

/** https://discord.com/developers/docs/resources/poll#poll-object */
export interface Poll {
  question: { text: string }
  answers: { answer_id: number; poll_media: { text: string } }[]
  expiry: string | null
  allow_multiselect: boolean
  layout_type: number
}

/** A poll that closes after a day. */
export function pollOf(question: string, answers: readonly string[]): Poll {
  return {
    question: { text: question },
    answers: answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
    expiry: new Date(Date.now() + 24 * 60 * 60_000).toISOString(),
    allow_multiselect: false,
    layout_type: 1,
  }
}

/** The fields of a reply; the referenced message's own reference is omitted, as on Discord. */
export function replyTo(message: Message, guildId: string | undefined) {
  return {
    message_reference: {
      type: 0,
      message_id: message.id,
      channel_id: message.channel_id,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: { ...message, referenced_message: undefined },
  }
}

/** The fields of a message that forwards another; Discord omits the original author. */
export function forwarded(message: Message) {
  const { type, content, timestamp, edited_timestamp, flags, attachments, embeds, components, poll } = message
  const { mentions, mention_roles } = message
  const snapshot = { type, content, timestamp, edited_timestamp, flags, mentions, mention_roles }
  return {
    message_reference: { type: 1, message_id: message.id, channel_id: message.channel_id },
    message_snapshots: [{ message: { ...snapshot, attachments, embeds, components, poll } }],
  }
}
