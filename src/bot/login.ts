// Logs in to Discord's gateway, or fails within the deadline with one sentence that says why.
import { Events, Routes, type APIGatewayBotInfo, type Client } from 'discord.js'
import type { Deadline } from '../config/deadline.ts'
import { LoginError, explainClose, formatWait, hostOf, notDiscord } from '../config/discord-errors.ts'
import { codeOf, transportFailure } from '../config/transport-errors.ts'

export interface LoginOptions {
  token: string
  apiUrl: string
  deadline: Deadline
}

/**
 * Resolves when every shard is ready.
 * @throws LoginError, DeadlineError, or an error of Discord's REST API; end the process then, because discord.js may
 * keep trying
 */
export async function login(client: Client, options: LoginOptions): Promise<Client<true>> {
  const { token, apiUrl, deadline } = options
  client.rest.setToken(token)
  // discord.js sends the same request, but does not validate the response or explain an exhausted login limit.
  const gateway = checkGateway(
    await deadline(
      client.rest.get(Routes.gatewayBot()),
      `Discord at ${hostOf(apiUrl)} did not respond in time: check the network, then start again.`,
    ),
    apiUrl,
  )
  const host = hostOf(gateway.url)
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve)
    client.once(Events.ShardDisconnect, ({ code }) => reject(new LoginError(explainClose(code))))
    client.login(token).catch((error: unknown) => reject(toLoginError(error, host)))
  })
  return deadline(
    ready,
    `The login to Discord's gateway at ${host} timed out: check that the network allows WebSockets, then start again.`,
  )
}

/** @throws LoginError if the response is not gateway info, or if no session may be started */
function checkGateway(response: unknown, apiUrl: string): APIGatewayBotInfo {
  const { url, shards, session_start_limit: limit } = (response ?? {}) as Partial<APIGatewayBotInfo>
  const isGateway = typeof url === 'string' && /^wss?:/.test(url) && URL.canParse(url)
  if (!isGateway || !Number.isInteger(shards) || !Number.isInteger(limit?.remaining))
    throw new LoginError(notDiscord(apiUrl, 'no gateway address'))
  const info = response as APIGatewayBotInfo
  const { remaining, total, reset_after: resetAfter } = info.session_start_limit
  if (remaining < info.shards) {
    const at = new Date(Date.now() + resetAfter).toISOString().slice(0, 16).replace('T', ' ')
    throw new LoginError(
      `Entente has too few logins left at Discord (${remaining} of ${total}, and it needs ${info.shards}): start again in ${formatWait(resetAfter)}, after ${at} UTC, and find out why it was started so often.`,
    )
  }
  return info
}

/** The websocket reports plain errors, mostly with a code; any other error is a bug in Entente or a library. */
function toLoginError(error: unknown, host: string): Error {
  if (!(error instanceof Error)) return new Error('the login failed', { cause: error })
  const failure = transportFailure(error)
  const isSocketError =
    failure !== undefined || error.constructor === Error || /^WS_/.test(String(codeOf(error)))
  if (!isSocketError) return error
  return new LoginError(
    `Discord's gateway at ${host} cannot be reached (${failure ?? error.message}): check that the network allows WebSockets, then start again.`,
    { cause: error },
  )
}
