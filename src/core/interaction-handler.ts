// What handles buttons, menus and modals.
import type { Card } from './card.ts'
import type { CommandContext } from './context.ts'
import type { Reply } from './reply.ts'

/** A click on a button, or a choice in a select menu. */
export interface ComponentPress {
  /** The parts of the custom id after the handler's name. */
  args: string[]
  /** The values chosen in a select menu. */
  values: string[]
  /** Whether the user is the one who asked for the card. */
  isRequester: boolean
  /** Whether nobody is known to have asked for the card, as for the fact of the day. */
  isUnrequested: boolean
  /** Whether the message is visible only to the user. */
  isEphemeral: boolean
  /** The message that holds the component. */
  messageId: string
}

export interface ModalSubmission {
  /** The parts of the custom id after the handler's name. */
  args: string[]
  /** What was entered or chosen, by the custom id of each input. */
  fields: Record<string, string | readonly string[]>
}

/**
 * Handles the components and modals whose custom id names it, with at least one of `render`, `onComponent` and
 * `onModalSubmit`.
 */
export interface HandlerBase<Context extends CommandContext> {
  name: string
  /** The card of a view, from the live revision; without `onComponent` it handles components too. */
  render?: ((args: string[], context: CommandContext) => Card | Promise<Card>) | undefined
  onComponent?: ((press: ComponentPress, context: Context) => Reply | Promise<Reply>) | undefined
  onModalSubmit?: ((submission: ModalSubmission, context: Context) => Reply | Promise<Reply>) | undefined
  /**
   * It may take over a second, so the interaction is deferred: at once, or only if it is slow. A deferred command is
   * answered ephemerally.
   */
  defer?: 'at once' | 'when slow'
  /** For actions that tidy up rather than answer. */
  skipRateLimit?: boolean
}

/** A handler that every user may use; those that many cards share have a file each in interaction-handlers/. */
export interface InteractionHandler extends HandlerBase<CommandContext> {
  operatorsOnly?: false
}

/**
 * A handler that only operators may use, and only in guilds; if ADMIN_GUILD_ID is set, only in that guild. Its context
 * holds the operators' services, which the router gives to no other handler.
 */
export interface OperatorHandler<Context extends CommandContext> extends HandlerBase<Context> {
  operatorsOnly: true
}
