// What is done with each interaction, whichever way it comes: passed on once, or reported if it cannot be read.
import type { Interaction } from 'discord.js'
import type { ConnectionOptions } from './connection.ts'
import { createIdempotencyKeys } from './idempotency-keys.ts'
import { isInThread, type JsonObject } from './interaction-payload.ts'
import { createUnreadableHandler, type OnUnreadable } from './unreadable-payload.ts'

export interface IncomingInteractions {
  /** Passes an interaction on, with its reduced payload. */
  accept: (interaction: Interaction, payload: JsonObject) => void
  onUnreadable: OnUnreadable
}

export function createIncomingInteractions({
  client,
  handleInteraction,
  metrics,
  log,
}: ConnectionOptions): IncomingInteractions {
  const received = createIdempotencyKeys(() => 0)
  return {
    accept(interaction, payload) {
      // Discord may deliver an interaction twice; the duplicate has no effect and is not a failure.
      if (received.claim(interaction.id)) {
        metrics.recordReceived(interaction.id)
        void handleInteraction(interaction, isInThread(payload))
      } else log.info({ id: interaction.id, outcome: 'duplicate' }, 'interaction')
    },
    onUnreadable: createUnreadableHandler({ rest: client.rest, received, metrics, log }),
  }
}
