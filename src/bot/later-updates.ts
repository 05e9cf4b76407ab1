// Messages that change once more by themselves, such as a question whose time is up; a restart forgets them.
import type { RepliableInteraction } from 'discord.js'
import type { Logger } from 'pino'
import type { Card } from '../core/card.ts'
import type { LaterUpdate } from '../core/reply.ts'
import { customIdsIn } from './interaction-input.ts'

type Message = Awaited<ReturnType<RepliableInteraction['fetchReply']>>

export interface LaterUpdates {
  /** `update` replaces the message of the interaction by a card. */
  schedule: (
    interaction: RepliableInteraction,
    later: LaterUpdate,
    update: (message: Message, card: Card) => Promise<unknown>,
  ) => void
  /** Drops what has not been updated yet. */
  close: () => void
}

export function createLaterUpdates(log: Logger): LaterUpdates {
  const timers = new Set<NodeJS.Timeout>()
  return {
    schedule(interaction, { afterMs, customId, card }, update) {
      const run = async () => {
        timers.delete(timer)
        try {
          const message = await interaction.fetchReply()
          if (!customIdsIn(message.components).includes(customId)) return
          const next = await card(message.id)
          if (next) await update(message, next)
        } catch (err) {
          // Deleted, or no longer to be reached: a press of a button can still update it.
          log.info({ id: interaction.id, err }, 'failed to update a message later')
        }
      }
      const timer = setTimeout(() => void run(), afterMs).unref()
      timers.add(timer)
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
