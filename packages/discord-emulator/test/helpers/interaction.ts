// Interactions over plain REST: an emulator with one command, and the paths to respond to it.
import { type DiscordEmulator, type DiscordEmulatorOptions, startDiscordEmulator } from '../../src/server.ts'
import type { ObservedResponse } from '../../src/response.ts'
import { type RestResponse, call, newestInteraction } from './request.ts'

/** Starts an emulator with the command `/ask for:…`, whose option has autocomplete. */
export async function startWithCommand(
  options: Partial<DiscordEmulatorOptions> = {},
): Promise<DiscordEmulator> {
  const emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 500, ...options })
  await call(emulator, 'PUT', `/applications/${emulator.world.application.id}/commands`, [
    {
      name: 'ask',
      description: 'Asks.',
      options: [{ type: 3, name: 'for', description: 'x', autocomplete: true }],
    },
  ])
  return emulator
}

/** Runs `/ask`; returns the paths to respond to it, and the response that the user will see. */
export function ask(
  emulator: DiscordEmulator,
  user: Pick<DiscordEmulator, 'runCommand'> = emulator,
): { response: Promise<ObservedResponse>; callback: string; webhook: string } {
  const response = user.runCommand('/ask')
  return { response, ...newestInteraction(emulator) }
}

/** POSTs to a callback or webhook, which need no bot token. */
export const post = (emulator: DiscordEmulator, path: string, body: unknown): Promise<RestResponse> =>
  call(emulator, 'POST', path, body, '')

/** A callback that responds with a message. */
export const messageCallback = (content: string, fields: object = {}) => ({
  type: 4,
  data: { content, ...fields },
})
