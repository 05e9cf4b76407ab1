// Sends a message again without its image if Discord refuses the image.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { MessagePayload } from './message-payload.ts'

/** Sends a message, and again without its image if Discord refuses it; `onRefused` receives the refusal. */
export async function sendWithoutRefusedImage<Sent>(
  { withoutImage, ...message }: MessagePayload,
  send: (message: MessagePayload) => Promise<Sent>,
  onRefused: (error: DiscordAPIError) => void,
): Promise<Sent> {
  try {
    return await send(message)
  } catch (error) {
    if (!withoutImage || !mayConcernFile(error)) throw error
    onRefused(error)
    return send(withoutImage)
  }
}

/** 413: too large for Discord or a proxy in front of it; 400: an invalid body, in which a file may be the invalid part. */
function mayConcernFile(error: unknown): error is DiscordAPIError {
  if (!(error instanceof DiscordAPIError)) return false
  const { status, code } = error
  return (
    status === 413 || (status === 400 && code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  )
}
