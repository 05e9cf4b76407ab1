// Tells users that their interaction failed: one ephemeral line, with the code by which operators find its log lines.
import { RESTJSONErrorCodes, type Interaction } from 'discord.js'
import type { Logger } from 'pino'
import { replyEphemeral } from './responder.ts'

export function errorMessage(interactionId: string): string {
  return `Something went wrong on my side. If it happens again, report it with code ${interactionId}.`
}

/** The state is in PostgreSQL, and that cannot be used for now. */
export const databaseAwayMessage =
  "That can't be saved or looked up at the moment. Facts still can; try this again in a few minutes."

/** Logs the error and tells the user, if Discord still accepts a response; never rejects. */
export async function sendErrorResponse(
  interaction: Interaction,
  error: unknown,
  log: Logger,
): Promise<'error' | SettledOutcome> {
  const { id } = interaction
  let sendFailure = error
  if (!settledOutcome(error) && !interaction.isAutocomplete()) {
    log.error({ id, err: error }, 'unhandled error in handler')
    try {
      await replyEphemeral(interaction, errorMessage(id))
      return 'error'
    } catch (sendError) {
      sendFailure = sendError
    }
  }
  const outcome = settledOutcome(sendFailure) ?? 'error'
  log[outcome === 'duplicate' ? 'warn' : 'error']({ id, err: sendFailure }, 'failed to send response')
  return outcome
}

/** `expired`: Discord has stopped waiting; `duplicate`: it has a response already, so the user has one too. */
export type SettledOutcome = 'expired' | 'duplicate'

/** The outcome of an interaction that accepts no response any more; undefined for any other error. */
export function settledOutcome(error: unknown): SettledOutcome | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  if (code === RESTJSONErrorCodes.UnknownInteraction) return 'expired'
  return code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged ? 'duplicate' : undefined
}
