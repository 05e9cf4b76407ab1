// Explains why startup failed, in one sentence that says what to do.
import { ConfigError, discordApiUrl, type Config } from './config.ts'
import { DeadlineError } from './deadline.ts'
import { explainDiscordError } from './discord-errors.ts'
import { codeOf } from './transport-errors.ts'
import { NoFactsError } from '../revisions/ensure-live-revision.ts'
import { DatabaseError } from '../db/migrate.ts'

const filesystemErrorCodes =
  /^(EACCES|EROFS|EPERM|ENOTDIR|EEXIST|ELOOP|ENAMETOOLONG|ENOSPC|EDQUOT|SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM))/

/** The sentence, or undefined for an unexpected error. */
export function describeStartupError(error: unknown, config: Config | undefined): string | undefined {
  const isSentence = [ConfigError, DatabaseError, NoFactsError, DeadlineError].some(
    (type) => error instanceof type,
  )
  if (isSentence && error instanceof Error) return error.message
  const { apiUrl = discordApiUrl, databaseDirectory = 'DATABASE_DIR' } = config ?? {}
  const code = codeOf(error)
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined
  if (call === 'listen') {
    const { port: taken, address } = error as { port?: number; address?: string }
    const name = listenerOf({ port: taken, address }, config)
    const variable = name === '' ? 'PORT' : `${name}_PORT`
    if (code === 'EADDRNOTAVAIL')
      return `This machine has no address ${address}: set ${name}_HOST to one that it has, such as 127.0.0.1.`
    const problem =
      code === 'EADDRINUSE'
        ? 'is in use: stop the process that listens there, or'
        : `cannot be used (${String(code)}):`
    return `Port ${taken} ${problem} set ${variable} to another one (0 takes any free port).`
  }
  const discordSentence = explainDiscordError(error, apiUrl)
  if (discordSentence !== undefined) return discordSentence
  if (typeof code !== 'string') return undefined
  if (code === 'ERR_DLOPEN_FAILED' || (code === 'MODULE_NOT_FOUND' && /\.node'/.test(String(error))))
    return `A package does not fit this Node or this system (${code}): run npm ci with the Node that runs Entente.`
  if (code === 'EMFILE' || code === 'ENFILE')
    return `No more files can be opened (${code}): raise the limit, such as with "ulimit -n 1024", then start again.`
  if (call === 'mkdir' || filesystemErrorCodes.test(code)) {
    return `${databaseDirectory} is not writable (${code}): check free space and permissions, or set DATABASE_DIR to another folder.`
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return `Another process keeps a database in ${databaseDirectory} locked (${code}): end it or let it finish, then start again.`
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `app.db in ${databaseDirectory} is corrupt: move it elsewhere, restore a backup if you have one, and start again.`
  }
  return undefined
}

/** What begins the names of the variables of a listener; nothing for the emulator's PORT. */
function listenerOf(
  { port = 0, address }: { port?: number | undefined; address?: string | undefined },
  config: Config | undefined,
): '' | 'METRICS' | 'INTERACTIONS' {
  const { token, interactions, metricsHost, metricsPort } = config ?? {}
  if (token === undefined && port === config?.port) return ''
  if (port === metricsPort && address === metricsHost) return 'METRICS'
  return port === interactions?.port && address === interactions.host ? 'INTERACTIONS' : ''
}
