// What a command or interaction handler returns; the responder turns it into calls to Discord.
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Card } from './card.ts'

export type Reply =
  | { type: 'reply'; card: Card; ephemeral: boolean; mentionUserId?: MentionedUserId; later?: LaterUpdate }
  /** Replaces the message that holds the component. */
  | { type: 'update'; card: Card; byAnyone?: boolean; later?: LaterUpdate }
  /** Replaces the message that holds the component with one card, and posts another for everyone. */
  | { type: 'update-and-follow-up'; update: Card; card: Card; mentionUserId?: MentionedUserId }
  /** Replaces the message that holds the component with one card, and posts another in reply to a message. */
  | { type: 'update-and-reply-to'; update: Card; card: Card; messageId: string }
  /** Posts the card for everyone; the ephemeral one stays, with its Share button disabled. */
  | { type: 'share'; card: Card }
  /** Deletes the message that holds the component. */
  | { type: 'delete' }
  /** Opens a modal, which is submitted to the command or interaction handler that its custom id names. */
  | { type: 'modal'; modal: APIModalInteractionResponseCallbackData }
  /** Acknowledges the interaction and changes nothing. */
  | { type: 'acknowledge' }

/** Replaces the message again after a while, unless a restart comes first. */
export interface LaterUpdate {
  afterMs: number
  /** Of a button that the message must still hold then. */
  customId: string
  /** Undefined to leave the message as it is. */
  card: (messageId: string) => Promise<Card | undefined>
}

/** The id of the one user whom a posted card pings; undefined for nobody. */
export type MentionedUserId = string | undefined
