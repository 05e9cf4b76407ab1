// What a person sees of an interaction: a closed union of plain data, in the order in which it appears.
import type { Message } from './messages.ts'
import type { Modal } from './validation/modals.ts'

export type FailureReason =
  /** A command, or a deferred reply, without an answer in its time. */
  | 'The application did not respond'
  /** A button or a menu without an answer in its time. */
  | 'This interaction failed'
  /** A form without an answer in its time. */
  | 'Something went wrong. Try again.'

export type InteractionResponse =
  | { type: 'message'; message: Message; ephemeral: boolean }
  | { type: 'updated'; message: Message; ephemeral: boolean }
  | { type: 'deleted'; message: Message; ephemeral: boolean }
  | { type: 'modal'; modal: Modal }
  /** Taken note of, and nothing to see. */
  | { type: 'none' }
  | { type: 'failed'; reason: FailureReason }

/** One sight, and where it stands: the n-th of its interaction, from 0. `next(seen)` gives the one after. */
export type ObservedResponse = InteractionResponse & { interactionId: string; index: number }
