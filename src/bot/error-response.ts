// What users get where an answer fails: one calm private line, with the code by which operators find its log lines.
import { RESTJSONErrorCodes, type Interaction } from 'discord.js'
import type { Logger } from 'pino'
import { sendPlainly } from './responder.ts'

export function errorMessage(interactionId: string): string {
  return `Something went wrong on my side. If it happens again, report code ${interactionId}.`
}

/** Logs the error and says so to whoever asked, where Discord still takes an answer; never rejects. */
export async function sendErrorResponse(
  interaction: Interaction,
  error: unknown,
  log: Logger,
): Promise<'error' | SettledOutcome> {
  const { id } = interaction
  let unsent = error
  if (!settledOutcome(error) && !interaction.isAutocomplete()) {
    log.error({ id, err: error }, 'unhandled error in handler')
    try {
      await sendPlainly(interaction, errorMessage(id))
      return 'error'
    } catch (problem) {
      unsent = problem
    }
  }
  const outcome = settledOutcome(unsent) ?? 'error'
  log[outcome === 'duplicate' ? 'warn' : 'error']({ id, err: unsent }, 'failed to send response')
  return outcome
}

/** `too late`: Discord has given up waiting; `duplicate`: it has an answer already, so the user has one too. */
export type SettledOutcome = 'expired' | 'duplicate'

/** How an interaction ended that takes no answer any more; undefined for any other error. */
export function settledOutcome(error: unknown): SettledOutcome | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  if (code === RESTJSONErrorCodes.UnknownInteraction) return 'expired'
  return code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged ? 'duplicate' : undefined
}
