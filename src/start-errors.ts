// Why a start failed, in one sentence that says what to do.
import { DiscordAPIError, DiscordjsErrorCodes, HTTPError } from 'discord.js'
import { ConfigError, type Config } from './config.ts'
import { NoFactsError } from './operate/prepare-facts.ts'
import { StateError } from './state/state.ts'

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])
const unwritable = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC'])

/** The code of an error or of what caused it. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined
  return (error as { code?: unknown }).code ?? codeOf(error.cause)
}

/** The sentence, or undefined for an error that nobody foresaw. */
export function explainStartError(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError || error instanceof StateError || error instanceof NoFactsError) {
    return error.message
  }
  const code = codeOf(error)
  const { apiUrl = 'Discord', databaseDirectory = 'DATABASE_DIR', port = 0 } = config ?? {}
  if (
    code === DiscordjsErrorCodes.TokenInvalid ||
    (error instanceof DiscordAPIError && error.status === 401)
  ) {
    return 'Discord refuses the token: reset it on the Bot page of your application and set DISCORD_TOKEN to the new one.'
  }
  if (error instanceof DiscordAPIError) {
    return `${apiUrl} answers, but not as Discord's API does (${error.status}): check DISCORD_API_URL, which ends in /api.`
  }
  if (error instanceof HTTPError) {
    return `${apiUrl} is in trouble (${error.status}): start again in some minutes.`
  }
  if (/disallowed intent/i.test(error instanceof Error ? error.message : '')) {
    return 'Discord refuses the intents: Entente asks for none, so check what stands between it and Discord at DISCORD_API_URL.'
  }
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS') && error instanceof Error) {
    return `${error.message.split('. ')[0] ?? ''}: see the first line of the script for what it takes.`
  }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: end what listens there, or set PORT to another one (0 takes any free port).`
  }
  if (typeof code === 'string' && unreachable.has(code)) {
    return `${apiUrl} cannot be reached (${code}): check the network, and DISCORD_API_URL if you have set it.`
  }
  if (
    typeof code === 'string' &&
    (unwritable.has(code) || /^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM)/.test(code))
  ) {
    return `${databaseDirectory} cannot be written (${code}): give Entente room and the right to write there, or set DATABASE_DIR to another folder.`
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `state.db in ${databaseDirectory} is damaged: move it elsewhere, put back a copy of it if you have one, and start again.`
  }
  return undefined
}
