// Sends a message again without its image if Discord refuses the image.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { limits } from '../cards/shared/discord-limits.ts'
import type { toMessagePayload } from './message-payload.ts'

type Message = Awaited<ReturnType<typeof toMessagePayload>>

const notice = '\n-# Discord rejected the image of this card.'

/** Sends a message, and again without its image if Discord refuses it; `onRefused` receives the refusal. */
export async function sendWithoutRefusedImage<Sent>(
  message: Message,
  send: (message: Message) => Promise<Sent>,
  onRefused: (error: DiscordAPIError) => void,
): Promise<Sent> {
  try {
    return await send(message)
  } catch (error) {
    const withoutFile = withoutImage(message)
    if (!withoutFile || !mayConcernFile(error)) throw error
    onRefused(error)
    return send(withoutFile)
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

/** Undefined for a message without an image. */
function withoutImage(message: Message): Message | undefined {
  const { content, embeds, files } = message
  const imageNames = new Set(embeds.flatMap(({ image }) => image?.url.replace('attachment://', '') ?? []))
  const otherFiles = files.filter(({ name }) => !imageNames.has(name))
  if (otherFiles.length === files.length) return undefined
  return {
    ...message,
    content: content.length + notice.length <= limits.content ? content + notice : content,
    embeds: embeds.map((embed) => {
      const bare = { ...embed }
      delete bare.image
      return bare
    }),
    // discord.js has added the refused file to the attachments of the first attempt.
    attachments: [],
    files: otherFiles,
  }
}
