// Sends a card to a user as a direct message; Discord drops the same text within a few minutes.
import { DiscordAPIError, Routes, type APIDMChannel, type REST } from 'discord.js'
import { createHash } from 'node:crypto'
import type { Card } from '../core/card.ts'
import type { Delivery } from '../core/context.ts'
import { plainMessage } from '../cards/rendering/plain-message.ts'
import { isTransportError } from '../config/transport-errors.ts'

/** Never rejects for anything that Discord or the network does. */
export async function sendDirectMessage(rest: REST, userId: string, card: Card): Promise<Delivery> {
  const content = plainMessage(card)
  const message = { content, allowed_mentions: { parse: [] } }
  // With the same nonce, Discord accepts one message within a few minutes, so a resubmitted modal sends no second one.
  const nonce = createHash('sha256').update(`${userId} ${content}`).digest('base64url').slice(0, 25)
  try {
    const { id } = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: userId },
    })) as APIDMChannel
    await rest.post(Routes.channelMessages(id), { body: { ...message, nonce, enforce_nonce: true } })
    return 'delivered'
  } catch (error) {
    if (error instanceof DiscordAPIError) return 'refused'
    if (isTransportError(error)) return 'unconfirmed'
    throw error
  }
}
