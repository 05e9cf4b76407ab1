// A message whose picture Discord refuses goes without it.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { limits } from '../cards/shared/discord-limits.ts'
import type { toMessagePayload } from './message-payload.ts'

type Message = Awaited<ReturnType<typeof toMessagePayload>>

const note = '\n-# Discord did not take the picture of this card.'

/** Sends a message, and once more without its picture where Discord refuses that; `refused` is given the refusal. */
export async function sendWithoutRefusedImage<Sent>(
  message: Message,
  send: (message: Message) => Promise<Sent>,
  refused: (error: DiscordAPIError) => void,
): Promise<Sent> {
  try {
    return await send(message)
  } catch (error) {
    const bare = withoutImage(message)
    if (!bare || !mayConcernFile(error)) throw error
    refused(error)
    return send(bare)
  }
}

/** Too large for Discord or for a proxy before it (413), or a bad form (400), of which a file may be the bad part. */
function mayConcernFile(error: unknown): error is DiscordAPIError {
  if (!(error instanceof DiscordAPIError)) return false
  const { status, code } = error
  return (
    status === 413 || (status === 400 && code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  )
}

/** Undefined for a message that has none. */
function withoutImage(message: Message): Message | undefined {
  const { content, embeds, files } = message
  const shown = new Set(embeds.flatMap(({ image }) => image?.url.replace('attachment://', '') ?? []))
  const left = files.filter(({ name }) => !shown.has(name))
  if (left.length === files.length) return undefined
  return {
    ...message,
    content: content.length + note.length <= limits.content ? content + note : content,
    embeds: embeds.map((embed) => {
      const bare = { ...embed }
      delete bare.image
      return bare
    }),
    // discord.js has added the refused file to the list of the first attempt.
    attachments: [],
    files: left,
  }
}
