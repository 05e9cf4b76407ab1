// The responses to an interaction as the user sees them, as plain data.
import type { Message } from './messages.ts'
import type { Modal } from './validation/modals.ts'

export type FailureReason =
  /** A command or a deferred response without a response in time. */
  | 'The application did not respond'
  /** A button or a menu without a response in time. */
  | 'This interaction failed'
  /** A modal without a response in time. */
  | 'Something went wrong. Try again.'

export type InteractionResponse =
  | { type: 'message'; message: Message; ephemeral: boolean }
  | { type: 'updated'; message: Message; ephemeral: boolean }
  | { type: 'deleted'; message: Message; ephemeral: boolean }
  | { type: 'modal'; modal: Modal }
  /** Acknowledged, with nothing to see. */
  | { type: 'none' }
  | { type: 'failed'; reason: FailureReason }

/** A response with its index among those of its interaction, from 0; `nextResponse(response)` waits for the next. */
export type ObservedResponse = InteractionResponse & { interactionId: string; index: number }
