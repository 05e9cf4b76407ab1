// An error that the user can act on.

/**
 * Something that cannot be answered. The message says what is wrong and the tip what to do; both are shown only
 * to the requester. A `cause` is logged.
 */
export class UserError extends Error {
  readonly tip: string
  constructor(message: string, tip: string, options?: ErrorOptions) {
    super(message, options)
    this.tip = tip
  }
}
