// A request's body: JSON, or multipart with `payload_json` and `files[n]`.
import { z } from 'zod'
import { bodyTooLarge, invalidJson, invalidFormBody } from './api-error.ts'

export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

export interface Body {
  json: unknown
  /** The JSON as it was sent. */
  text: string
  /** The uploaded files by their number, which `attachments[].id` refers to. */
  files: Map<string, Upload>
}

/** Maximum bytes of one file: https://discord.com/developers/docs/reference#uploading-files */
export const fileSizeLimit = 10 * 1024 * 1024

/** Maximum bytes of one request: https://docs.discord.com/developers/resources/message#create-message */
export const requestSizeLimit = 25 * 1024 * 1024

const maxFiles = 10

/** Reads a body. @throws DiscordApiError 50109 for invalid JSON, 40005 for a file over the limit. */
export async function readBody(request: Request): Promise<Body> {
  const files = new Map<string, Upload>()
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return fromText(await request.text(), files)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only the bot under test sends here
  const form = await request.formData()
  for (const [key, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(key)?.[1]
    if (number === undefined || typeof value === 'string') continue
    if (value.size > fileSizeLimit) throw bodyTooLarge()
    files.set(number, { name: value.name, type: value.type, bytes: await value.bytes() })
  }
  if (files.size > maxFiles)
    throw invalidFormBody([
      { path: ['files'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maxFiles} or fewer in length.` },
    ])
  const payload = z.string().safeParse(form.get('payload_json'))
  return fromText(payload.success ? payload.data : JSON.stringify(Object.fromEntries(form)), files)
}

const fromText = (text: string, files: Body['files']): Body => ({ json: parse(text), text, files })

function parse(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw invalidJson()
  }
}
