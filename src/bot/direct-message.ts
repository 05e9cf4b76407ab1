// A card to a person's direct messages, once for the same words within a few minutes.
import { DiscordAPIError, Routes, type APIDMChannel, type REST } from 'discord.js'
import { createHash } from 'node:crypto'
import type { Card } from '../core/card.ts'
import { truncate, limits } from '../cards/shared/discord-limits.ts'
import { isTransportError } from '../config/transport-errors.ts'

/** `unconfirmed`: the connection was lost, so that it may or may not have arrived. */
export type Delivery = 'delivered' | 'refused' | 'unconfirmed'

/** Never rejects for what Discord or the network does. */
export async function sendDirectMessage(
  rest: REST,
  userId: string,
  { content, embeds }: Card,
): Promise<Delivery> {
  const message = { content: truncate(content, limits.content), embeds, allowed_mentions: { parse: [] } }
  // Of the same message Discord takes one within a few minutes, also when a form is sent again.
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
