// Logs an error once, not again at every interaction.
import type { Logger } from 'pino'

/** Logs an error under the sentence, unless the one before had the same message. */
export function logOncePerMessage(log: Logger, sentence: string): (error: unknown) => void {
  let lastMessage = ''
  return (error) => {
    const message = error instanceof Error ? error.message : String(error)
    if (message !== lastMessage) log.error({ err: error }, sentence)
    lastMessage = message
  }
}
