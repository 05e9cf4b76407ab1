// Logs the bot in to Discord's gateway, or says in one sentence within the deadline why that cannot be.
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
 * Resolves when every shard is ready. Throws a LoginError, a DeadlineError, or an error of Discord's REST API; the
 * process is to end then, since discord.js may go on trying.
 */
export async function login(client: Client, options: LoginOptions): Promise<Client<true>> {
  const { token, apiUrl, deadline } = options
  client.rest.setToken(token)
  // discord.js asks the same, but takes any answer as good, and has no sentence for a limit of logins that is used up.
  const gateway = checkGateway(
    await deadline(
      client.rest.get(Routes.gatewayBot()),
      `Discord at ${hostOf(apiUrl)} did not answer in time: check the network, then start again.`,
    ),
    apiUrl,
  )
  const host = hostOf(gateway.url)
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve)
    client.once(Events.ShardDisconnect, ({ code }) => reject(new LoginError(explainClose(code))))
    client.login(token).catch((error: unknown) => reject(failedLogin(error, host)))
  })
  return deadline(
    ready,
    `Discord's gateway at ${host} did not let Entente in in time: check that the network lets websockets through, then start again.`,
  )
}

/** Throws a LoginError where what came is no gateway, or where no session may be started. */
function checkGateway(answer: unknown, apiUrl: string): APIGatewayBotInfo {
  const { url, shards, session_start_limit: limit } = (answer ?? {}) as Partial<APIGatewayBotInfo>
  const isGateway = typeof url === 'string' && /^wss?:/.test(url) && URL.canParse(url)
  if (!isGateway || !Number.isInteger(shards) || !Number.isInteger(limit?.remaining))
    throw new LoginError(notDiscord(apiUrl, 'no address of a gateway'))
  const info = answer as APIGatewayBotInfo
  const { remaining, total, reset_after: resetAfter } = info.session_start_limit
  if (remaining < info.shards) {
    const at = new Date(Date.now() + resetAfter).toISOString().slice(0, 16).replace('T', ' ')
    throw new LoginError(
      `Discord lets Entente log in no more for now (${remaining} of ${total} logins are left, and it needs ${info.shards}): start again in ${formatWait(resetAfter)}, after ${at} UTC, and find out what started it so often.`,
    )
  }
  return info
}

/** What the websocket reports is a plain error, mostly with a code; anything else is a fault of ours or of a library. */
function failedLogin(error: unknown, host: string): Error {
  if (!(error instanceof Error)) return new Error('the login failed', { cause: error })
  const failure = transportFailure(error)
  const isOfSocket =
    failure !== undefined || error.constructor === Error || /^WS_/.test(String(codeOf(error)))
  if (!isOfSocket) return error
  return new LoginError(
    `Discord's gateway at ${host} cannot be reached (${failure ?? error.message}): check that the network lets websockets through, then start again.`,
    { cause: error },
  )
}
