// Downloads a file that an operator has attached to a command, from where Discord keeps attachments and nowhere else.
import type { AttachedFile } from '../core/options.ts'
import { UserError } from '../core/user-error.ts'

export type AttachmentDownload = (file: AttachedFile) => Promise<Buffer>

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const discordOrigin = 'https://cdn.discordapp.com'

/** As much as Discord accepts from everyone. */
const maxBytes = 10 * 1024 * 1024
const maxMiB = maxBytes / 1024 / 1024

const defaultTimeoutMs = 30_000

/** An emulator of Discord on this machine serves attachments itself; only then is its own address accepted too. */
export function createAttachmentDownload(apiUrl: string, timeoutMs = defaultTimeoutMs): AttachmentDownload {
  const { hostname, origin } = new URL(apiUrl)
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
  const origins = [discordOrigin, ...(isLocal ? [origin] : [])]

  return async ({ size, url }) => {
    const address = URL.canParse(url) ? new URL(url) : undefined
    if (!address || !origins.includes(address.origin) || address.username || address.password)
      throw refused("That file isn't where Discord keeps attachments, so I haven't loaded it.")
    if (size > maxBytes) throw tooLarge()
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      if (response.status >= 300 && response.status < 400)
        throw refused("Discord redirects that file elsewhere, so I haven't loaded it.")
      if (!response.ok || !response.body)
        throw refused(`Discord didn't return that file (${response.status}).`)
      return await readBody(response.body)
    } catch (error) {
      if (error instanceof UserError) throw error
      throw refused("I couldn't load that file from Discord.", { cause: error })
    }
  }
}

/** Stops reading as soon as there is too much, whatever size was stated. */
async function readBody(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): UserError {
  return new UserError(`That file is larger than ${maxMiB} MiB.`, 'Split it, or compress it as a .zip.')
}

function refused(message: string, options?: ErrorOptions): UserError {
  return new UserError(message, 'Attach it to the command again.', options)
}
