// The only reader of the environment: checks every variable once and explains each mistake in one sentence.
import { existsSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { findMisspelled, type MisspelledVariable } from './misspelled-variables.ts'

export interface Config {
  production: boolean
  /** Undefined: the bot runs in the Discord emulator. */
  token: string | undefined
  /** Discord's REST API, or that of a proxy or of a Discord emulator. */
  apiUrl: string
  /** Holds the revisions, app.db and the cached images. */
  databaseDirectory: string
  /** The PostgreSQL database for what several machines share; undefined: app.db in the folder holds it. */
  databaseUrl: string | undefined
  /** Where the Discord emulator listens; 0 takes any free port. */
  port: number
  /** Where health and metrics are served; undefined serves none. */
  metricsPort: number | undefined
  metricsHost: string
  /** Where interactions come by HTTP; undefined: over the gateway. The emulator has a public key of its own. */
  interactions: { host: string; port: number; publicKey: string | undefined } | undefined
  logLevel: (typeof logLevels)[number]
  /** Users who may use /admin, besides the owner, admins and developers that Discord names. */
  operatorIds: string[]
  /** The only guild with /admin; every guild if undefined. */
  adminGuildId: string | undefined
  /** How many requests a user may make at once; one more every three seconds. */
  rateLimitBurst: number
  /** Variables that are set under a name similar to a known one. */
  misspelled: MisspelledVariable[]
}

/** The default of DISCORD_API_URL. */
export const discordApiUrl = 'https://discord.com/api'

/** A variable is wrong or missing; the message says which and what to do. */
export class ConfigError extends Error {}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Whether a text is a Discord id. */
export const isSnowflake = (text: string) => /^\d{17,20}$/.test(text)
const splitIds = (list: string) => list.split(/[\s,]+/).filter(Boolean)
const isIntegerBetween = (text: string, min: number, max = Infinity) =>
  Number.isInteger(Number(text)) && Number(text) >= min && Number(text) <= max

interface Variable {
  isValid: (value: string) => boolean
  /** Follows the variable's name in the error for an invalid value. */
  message: string
}

const portVariable: Variable = {
  isValid: (value) => isIntegerBetween(value, 0, 65535),
  message: 'must be a whole number from 0 to 65535',
}

const addressVariable: Variable = {
  isValid: (value) => isIP(value) !== 0,
  message: 'must be an IP address such as 127.0.0.1',
}

const copyPublicKey = 'copy the public key from the General Information page of your application'

/** Checked by hand: a validation library would add a fifteenth to the startup time. */
const variables = {
  NODE_ENV: {
    isValid: (value) => ['production', 'development', 'test'].includes(value),
    message: 'must be production, development or test, or be left out',
  },
  DISCORD_TOKEN: {
    isValid: (value) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
    message: 'is not a bot token: copy it from the Bot page of your application, without quotes or spaces',
  },
  DISCORD_API_URL: {
    isValid: (value) => /^https?:/.test(value) && URL.canParse(value),
    message: 'must be an address such as https://discord.com/api',
  },
  DATABASE_DIR: { isValid: () => true, message: '' },
  DATABASE_URL: {
    isValid: (value) => /^postgres(ql)?:\/\/[^/]/.test(value) && URL.canParse(value),
    message: 'must be an address such as postgres://user:password@host:5432/database',
  },
  PORT: portVariable,
  METRICS_PORT: portVariable,
  METRICS_HOST: addressVariable,
  INTERACTIONS_PORT: portVariable,
  INTERACTIONS_HOST: addressVariable,
  DISCORD_PUBLIC_KEY: {
    isValid: (value) => /^[0-9a-f]{64}$/i.test(value.trim()),
    message: `must be 64 hexadecimal digits: ${copyPublicKey}`,
  },
  LOG_LEVEL: {
    isValid: (value) => logLevels.some((level) => level === value),
    message: `must be one of ${logLevels.join(', ')}`,
  },
  OPERATOR_IDS: {
    isValid: (value) => splitIds(value).every(isSnowflake),
    message: 'must be comma-separated user ids',
  },
  RATE_LIMIT_BURST: {
    isValid: (value) => isIntegerBetween(value, 1),
    message: 'must be a whole number from 1 on',
  },
  ADMIN_GUILD_ID: { isValid: (value) => isSnowflake(value.trim()), message: 'must be the id of a server' },
} satisfies Record<string, Variable>

/** Reads .env from the working folder, if there is one, into the environment; variables that are already set win. */
export function loadDotEnv(): void {
  if (!existsSync('.env')) return
  // An empty variable counts as not set, so it must not override the one in the file.
  for (const name of Object.keys(variables))
    if (process.env[name] === '') Reflect.deleteProperty(process.env, name)
  // Reading a pipe would never return.
  if (!statSync('.env').isFile())
    throw new ConfigError('.env is not a file: replace it with one, or remove it.')
  try {
    process.loadEnvFile('.env')
  } catch {
    throw new ConfigError('.env cannot be read: give Entente permission to read that file, or remove it.')
  }
}

/** An empty variable counts as not set, as in a .env file with nothing after the equals sign. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = (name: keyof typeof variables) => (environment[name]?.trim() ? environment[name] : undefined)
  for (const name of ['SHARDS', 'SHARD_COUNT']) {
    // discord.js reads these two itself and fails on values that it cannot parse.
    if (name in environment) {
      throw new ConfigError(
        `${name} must not be set: unset it, because Entente asks Discord how many shards it needs.`,
      )
    }
  }
  const mistakes = Object.entries<Variable>(variables).flatMap(([name, { isValid, message }]) => {
    const value = set(name as keyof typeof variables)
    return value === undefined || isValid(value) ? [] : [`${name} ${message}.`]
  })
  const [token, publicKey] = [set('DISCORD_TOKEN'), set('DISCORD_PUBLIC_KEY')?.trim()]
  const [metricsPort, interactionsPort] = [set('METRICS_PORT'), set('INTERACTIONS_PORT')]
  if (token !== undefined && interactionsPort !== undefined && publicKey === undefined) {
    mistakes.push(
      `DISCORD_PUBLIC_KEY is not set: ${copyPublicKey}, or unset INTERACTIONS_PORT to use the gateway.`,
    )
  }
  if (token !== undefined && interactionsPort === undefined && publicKey !== undefined) {
    mistakes.push(
      'INTERACTIONS_PORT is not set: set it to the port to which interactions come by HTTP, or unset DISCORD_PUBLIC_KEY to use the gateway.',
    )
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'))
  return {
    production: set('NODE_ENV') === 'production',
    token,
    apiUrl: (set('DISCORD_API_URL') ?? discordApiUrl).replace(/\/+$/, ''),
    databaseDirectory: set('DATABASE_DIR') ?? './var',
    databaseUrl: set('DATABASE_URL'),
    port: Number(set('PORT') ?? 4780),
    metricsPort: metricsPort === undefined ? undefined : Number(metricsPort),
    metricsHost: set('METRICS_HOST') ?? '127.0.0.1',
    interactions:
      interactionsPort === undefined
        ? undefined
        : { host: set('INTERACTIONS_HOST') ?? '127.0.0.1', port: Number(interactionsPort), publicKey },
    logLevel: logLevels.find((level) => level === set('LOG_LEVEL')) ?? 'info',
    operatorIds: splitIds(set('OPERATOR_IDS') ?? ''),
    adminGuildId: set('ADMIN_GUILD_ID')?.trim(),
    rateLimitBurst: Number(set('RATE_LIMIT_BURST') ?? 10),
    misspelled: findMisspelled(environment, Object.keys(variables)),
  }
}

/** @throws ConfigError if no token is set, with `todo` or the misspelled name under which it may have been set */
export function requireToken({ token, misspelled }: Config, todo: string): string {
  if (token !== undefined) return token
  const misspelledToken = misspelled.find(({ suggestion }) => suggestion === 'DISCORD_TOKEN')
  throw new ConfigError(
    misspelledToken ? `${writeMisspelled(misspelledToken)}.` : `DISCORD_TOKEN is not set: ${todo}.`,
  )
}

/** '"DISCORD_TOKN" is set and DISCORD_TOKEN is not: …', without a full stop; the quotes show a space in the name. */
export function writeMisspelled({ name, suggestion }: MisspelledVariable): string {
  return `${JSON.stringify(name)} is set and ${suggestion} is not: rename it to ${suggestion}, or unset it`
}
