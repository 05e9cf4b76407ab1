// Discord's error responses: an HTTP status, an error code and, for a malformed body, the path of each invalid field.

export interface FieldError {
  /** Where in the body, e.g. `['embeds', 0, 'title']`; empty for the body as a whole. */
  path: readonly PropertyKey[]
  code: string
  message: string
}

/**
 * Thrown by a route and sent as Discord sends it.
 * Statuses and codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes
 */
export class DiscordApiError extends Error {
  readonly status: number
  readonly code: number
  readonly fieldErrors: readonly FieldError[]

  constructor(status: number, code: number, message: string, fieldErrors: readonly FieldError[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.fieldErrors = fieldErrors
  }
}

export const unauthorized = () => new DiscordApiError(401, 0, '401: Unauthorized')
export const notFound = () => new DiscordApiError(404, 0, '404: Not Found')
export const unknownChannel = () => new DiscordApiError(404, 10003, 'Unknown Channel')
export const unknownGuild = () => new DiscordApiError(404, 10004, 'Unknown Guild')
export const unknownMessage = () => new DiscordApiError(404, 10008, 'Unknown Message')
export const unknownUser = () => new DiscordApiError(404, 10013, 'Unknown User')
export const unknownWebhook = () => new DiscordApiError(404, 10015, 'Unknown Webhook')
export const unknownInteraction = () => new DiscordApiError(404, 10062, 'Unknown interaction')
export const unknownCommand = () => new DiscordApiError(404, 10063, 'Unknown application command')
export const notYourApplication = () =>
  new DiscordApiError(403, 20012, 'You are not authorized to perform this action on this application')
export const tooManyCommands = (max: number) =>
  new DiscordApiError(400, 30032, `Maximum number of application commands reached (${max})`)
export const bodyTooLarge = () => new DiscordApiError(413, 40005, 'Request entity too large')
export const alreadyAcknowledged = () =>
  new DiscordApiError(400, 40060, 'Interaction has already been acknowledged.')
export const tooManyFollowups = () =>
  new DiscordApiError(400, 40094, 'This interaction has reached the maximum number of follow-up messages')
export const missingAccess = () => new DiscordApiError(403, 50001, 'Missing Access')
export const notInDirectMessages = () =>
  new DiscordApiError(403, 50003, 'Cannot execute action on a DM channel')
export const invalidRecipient = () => new DiscordApiError(400, 50033, 'Invalid Recipient(s)')
export const notYourMessage = () =>
  new DiscordApiError(403, 50005, 'Cannot edit a message authored by another user')
export const emptyMessage = () => new DiscordApiError(400, 50006, 'Cannot send an empty message')
export const cannotMessageUser = () => new DiscordApiError(403, 50007, 'Cannot send messages to this user')
export const missingPermissions = () => new DiscordApiError(403, 50013, 'Missing Permissions')
export const invalidWebhookToken = () => new DiscordApiError(401, 50027, 'Invalid Webhook Token')
export const invalidFormBody = (fieldErrors: readonly FieldError[]) =>
  new DiscordApiError(400, 50035, 'Invalid Form Body', fieldErrors)
export const invalidApiVersion = () => new DiscordApiError(400, 50041, 'Invalid API version provided')
export const threadLocked = () => new DiscordApiError(400, 160005, 'This thread is locked')
export const invalidJson = () => new DiscordApiError(400, 50109, 'The request body contains invalid JSON.')

interface ErrorTree {
  _errors?: { code: string; message: string }[]
  [field: string]: unknown
}

/** The response body of an error, with its field errors nested by path under `errors` as Discord nests them. */
export function errorBody(error: DiscordApiError): Record<string, unknown> {
  const body: Record<string, unknown> = { message: error.message, code: error.code }
  if (error.fieldErrors.length === 0) return body
  const errors: ErrorTree = {}
  for (const { path, code, message } of error.fieldErrors) {
    let node = errors
    for (const key of path) node = (node[String(key)] ??= {}) as ErrorTree
    ;(node._errors ??= []).push({ code, message })
  }
  return { ...body, errors }
}
