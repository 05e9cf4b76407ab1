// The body of a message that Entente posts as a member of a guild; sent twice with the same nonce, it is posted once.
import type { MessagePayload } from './message-payload.ts'

/** @param nonce at most 25 characters */
export function postBody({ flags, components, files }: MessagePayload, nonce: string) {
  return {
    body: {
      flags,
      components: components.map((component) => component.toJSON()),
      attachments: files.map(({ description }, id) => ({ id, description })),
      allowed_mentions: { parse: [] },
      ...{ nonce, enforce_nonce: true },
    },
    files: files.map(({ attachment: data, name }) => ({ data, name })),
  }
}
