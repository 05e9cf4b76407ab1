// The sentences by value, for causes that no test can bring about.
import { expect, test } from 'vitest'
import { ConfigError, readConfig, requireToken } from '../../src/config/config.ts'
import { createDeadline, DeadlineError } from '../../src/config/deadline.ts'
import { explainClose, formatWait } from '../../src/config/discord-errors.ts'
import { describeStartupError } from '../../src/config/startup-errors.ts'

const config = { ...readConfig({}), databaseDirectory: '/data' }
const withCode = (code: string, more: object = {}) => Object.assign(new Error('broken'), { code, ...more })

test.each([
  ...[
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_CLOSED',
    'HPE_INVALID_CONSTANT',
  ],
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
  ],
  ...['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ETIMEDOUT', 'EADDRNOTAVAIL'],
])('%s says that Discord cannot be reached, and names no variable that is not set', (code) => {
  const sentence = `Discord cannot be reached at discord.com (${code}): check the network.`
  expect(describeStartupError(withCode(code), config)).toBe(sentence)
  expect(describeStartupError(new TypeError('fetch failed', { cause: withCode(code) }), config)).toBe(
    sentence,
  )
})

test.each(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])('%s names the clock first', (code) => {
  expect(describeStartupError(withCode(code), config)).toBe(
    `Discord cannot be reached at discord.com (${code}): check the clock of this machine, and the network.`,
  )
})

test('a limit on open files is named', () => {
  expect(describeStartupError(withCode('EMFILE', { syscall: 'scandir' }), config)).toBe(
    'No more files can be opened (EMFILE): raise the limit, such as with "ulimit -n 1024", then start again.',
  )
})

test('a request that was given up says that Discord cannot be reached', () => {
  const error = new DOMException('This operation was aborted', 'AbortError')
  expect(describeStartupError(error, config)).toBe(
    'Discord cannot be reached at discord.com (no answer): check the network.',
  )
})

test('a variable that is set is named beside the network', () => {
  expect(describeStartupError(withCode('ENOTFOUND'), { ...config, apiUrl: 'http://proxy:8080/api' })).toBe(
    'Discord cannot be reached at proxy:8080 (ENOTFOUND): check the network, and DISCORD_API_URL, which ends in /api.',
  )
})

test.each([
  [
    withCode('EACCES', { syscall: 'listen', port: 4780 }),
    'Port 4780 cannot be used (EACCES): set PORT to another one',
  ],
  [
    withCode('EADDRINUSE', { syscall: 'listen', port: 4780 }),
    'Port 4780 is in use: stop the process that listens there',
  ],
  [withCode('EACCES', { syscall: 'open' }), '/data is not writable (EACCES): check'],
  [withCode('ENOENT', { syscall: 'mkdir' }), '/data is not writable (ENOENT): check'],
  [withCode('ELOOP', { syscall: 'stat' }), '/data is not writable (ELOOP): check'],
  [
    withCode('ERR_DLOPEN_FAILED'),
    'A package does not fit this Node or this system (ERR_DLOPEN_FAILED): run npm ci',
  ],
  [withCode('SQLITE_BUSY'), 'Another process keeps a database in /data locked (SQLITE_BUSY): end it'],
  [withCode('SQLITE_NOTADB'), 'app.db in /data is corrupt'],
])('%s has a sentence of its own', (error, sentence) => {
  expect(describeStartupError(error, config)?.slice(0, sentence.length)).toBe(sentence)
})

test.each([
  new Error('broken'),
  new TypeError('x is not a function'),
  withCode('ENOENT'),
  'thrown',
  undefined,
])('what nobody foresaw has no sentence: %s', (error) => {
  expect(describeStartupError(error, config)).toBeUndefined()
})

test('each close code of the gateway has a sentence of its own, and only one blames the token', () => {
  const codes = [4004, 4010, 4011, 4012, 4013, 4014, 4999]
  const sentences = codes.map(explainClose)
  expect(new Set(sentences).size).toBe(codes.length)
  expect(sentences.filter((sentence) => /token/i.test(sentence))).toEqual([explainClose(4004)])
})

test('a wait is written in the unit that fits, rounded up', () => {
  expect([0, 900, 90_050, 3_600_050, 7_100_000, 86_400_050].map(formatWait)).toEqual([
    ...['1 second', '1 second', '90 seconds', '60 minutes', '119 minutes', '24 hours'],
  ])
})

test('a deadline gives what comes in time, passes an error on, and is one for all that is waited for', async () => {
  const deadline = createDeadline(20)
  expect(await deadline(Promise.resolve('here'), 'late')).toBe('here')
  await expect(deadline(Promise.reject(new Error('broken')), 'late')).rejects.toThrow('broken')
  const never = new Promise(() => undefined)
  await expect(deadline(never, 'first')).rejects.toThrow(new DeadlineError('first'))
  await expect(deadline(never, 'second')).rejects.toThrow(new DeadlineError('second'))
})

const misspelled = (environment: NodeJS.ProcessEnv) => readConfig(environment).misspelled

test.each([
  ['DISCORD_TOKN', 'DISCORD_TOKEN'],
  ['DISCORDTOKEN', 'DISCORD_TOKEN'],
  ['DISCROD_TOKEN', 'DISCORD_TOKEN'],
  ['DISCORD-TOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['DISCORD_TOKEN ', 'DISCORD_TOKEN'],
  ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
  ['DATABASE_DIRECTORY', 'DATABASE_DIR'],
  ['DATABSE_DIR', 'DATABASE_DIR'],
  ['OPERATOR_ID', 'OPERATOR_IDS'],
  ['ADMIN_GUILDID', 'ADMIN_GUILD_ID'],
  ['RATE_LIMIT_BURSTS', 'RATE_LIMIT_BURST'],
  ['NODE-ENV', 'NODE_ENV'],
  ['LOG_LEVELS', 'LOG_LEVEL'],
  ['Port', 'PORT'],
  ['DATABASE_URI', 'DATABASE_URL'],
])('%s is pointed out as %s', (name, suggestion) => {
  expect(misspelled({ [name]: 'x' })).toEqual([{ name, suggestion }])
  expect(misspelled({ [name]: '' })).toEqual([])
  expect(misspelled({ [name]: 'x', [suggestion]: validValues[suggestion] })).toEqual([])
})

const validValues: Record<string, string> = {
  DISCORD_TOKEN: 'MTAw.abc.def',
  DATABASE_DIR: './var',
  DATABASE_URL: 'postgres://entente@127.0.0.1/entente',
  OPERATOR_IDS: '100000000000000001',
  ADMIN_GUILD_ID: '100000000000000001',
  RATE_LIMIT_BURST: '10',
  NODE_ENV: 'test',
  LOG_LEVEL: 'info',
  PORT: '0',
}

test('variables of others are left alone', () => {
  const others = [
    ...[
      'PATH',
      'HOME',
      'HOST',
      'PWD',
      'USER',
      'SHELL',
      'LANG',
      'TERM',
      'HOSTNAME',
      'EDITOR',
      'PORTS',
      'SPORT',
    ],
    ...['DISCORD_TOKEN_FILE', 'DISCORD_CLIENT_ID', 'DISCORD_WEBHOOK_URL', 'DISCORD_GUILD_ID', 'BOT_TOKEN'],
    ...['DATABASE_DSN', 'DATABASE_USR', 'DATABASE_ID', 'DATABASE_DB', 'DATABASE_HOST'],
    ...['NODE_OPTIONS', 'NODE_PATH', 'RAILS_ENV', 'MODE_ENV_FILE', 'LOG_LEVEL_FILE', 'LOG_LABEL', 'LOG_FILE'],
    ...[
      'npm_config_loglevel',
      'npm_lifecycle_event',
      'INIT_CWD',
      'COLORTERM',
      'INVOCATION_ID',
      'JOURNAL_STREAM',
    ],
  ]
  expect(misspelled(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([])
})

test('a token that is not set is asked for under its name', () => {
  expect(() => requireToken(readConfig({}), 'set it')).toThrow(
    new ConfigError('DISCORD_TOKEN is not set: set it.'),
  )
  expect(() => requireToken(readConfig({ DISCORD_TOKN: 'x' }), 'set it')).toThrow(
    '"DISCORD_TOKN" is set and DISCORD_TOKEN is not: rename it to DISCORD_TOKEN, or unset it.',
  )
})

test.each(['mysql://host/database', 'host:5432', 'postgres:///database', 'postgres://user:se cret@'])(
  'DATABASE_URL that is no address of PostgreSQL is refused, and not repeated: %s',
  (url) => {
    expect(() => readConfig({ DATABASE_URL: url })).toThrow(
      new ConfigError('DATABASE_URL must be an address such as postgres://user:password@host:5432/database.'),
    )
  },
)
