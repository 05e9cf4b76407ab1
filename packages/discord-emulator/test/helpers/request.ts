// Plain REST calls to the emulator, as any library would make them.
import type { DiscordEmulator } from '../../src/server.ts'

export interface RestResponse {
  status: number
  body: Record<string, unknown>
}

/** Calls a route, e.g. `call(emulator, 'POST', '/channels/1/messages', {…})`; a token of '' sends none. */
export async function call(
  emulator: DiscordEmulator,
  method: string,
  path: string,
  body?: unknown,
  token = emulator.token,
): Promise<RestResponse> {
  const isForm = body instanceof FormData
  const response = await fetch(`${emulator.apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bot ${token}` }),
      ...(isForm || body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
}

/** The paths of the newest interaction's callback and webhook. */
export function newestInteraction(emulator: DiscordEmulator): { callback: string; webhook: string } {
  const { id, token } = emulator.log.interactions.at(-1)?.payload as { id: string; token: string }
  return {
    callback: `/interactions/${id}/${token}/callback`,
    webhook: `/webhooks/${emulator.world.application.id}/${token}`,
  }
}

/** The field errors of a 50035 response, each as its path joined by dots and its code. */
export function fieldErrorsIn({ body }: RestResponse): [path: string, code: string][] {
  const fieldErrors: [string, string][] = []
  const visit = (node: unknown, path: string[]): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node))
      if (key === '_errors')
        for (const { code } of inner as { code: string }[]) fieldErrors.push([path.join('.'), code])
      else visit(inner, [...path, key])
  }
  visit(body['errors'], [])
  return fieldErrors
}
