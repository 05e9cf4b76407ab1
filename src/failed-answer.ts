// What users get where an answer fails: one calm private line, with the code by which operators find its log lines.
import { RESTJSONErrorCodes, type Interaction } from 'discord.js'
import type { Logger } from 'pino'
import { sendPlainly } from './send.ts'

export function calmLine(interactionId: string): string {
  return `Something went wrong on my side. If it happens again, report code ${interactionId}.`
}

/** Logs the error and says so to whoever asked, where Discord still takes an answer; never rejects. */
export async function sendFailure(
  interaction: Interaction,
  error: unknown,
  log: Logger,
): Promise<'failed' | 'too late'> {
  const { id } = interaction
  let unsent = error
  if (!isPast(error) && !interaction.isAutocomplete()) {
    log.error({ id, err: error }, 'the command failed')
    try {
      await sendPlainly(interaction, calmLine(id))
      return 'failed'
    } catch (problem) {
      unsent = problem
    }
  }
  log[isPast(unsent) ? 'warn' : 'error']({ id, err: unsent }, 'the answer could not be sent')
  return isPast(unsent) ? 'too late' : 'failed'
}

/** The interaction is over: it was answered already, or Discord has given up waiting. */
export function isPast(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  )
}
