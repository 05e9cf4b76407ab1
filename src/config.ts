// The only reader of the environment: every variable checked once, each mistake one sentence that says what to do.
import { existsSync } from 'node:fs'
import { z } from 'zod'

export interface Config {
  production: boolean
  /** Absent: the bot runs with a local Discord. */
  token: string | undefined
  /** Discord's REST API, or that of a proxy or of a local Discord. */
  apiUrl: string
  /** Where the facts and the state are kept. */
  databaseDirectory: string
  /** Where the local Discord listens; 0 takes any free port. */
  port: number
  logLevel: (typeof logLevels)[number]
  /** Users who may use /admin beside those whom Discord names as owner, admins and developers. */
  operatorIds: string[]
  /** The only server with /admin; every server where it is not set. */
  adminGuildId: string | undefined
  /** How many answers a user may have at once; one more every three seconds. */
  answersAtOnce: number
}

/** A variable is wrong or missing; the message says which and what to do. */
export class ConfigError extends Error {}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const wholeNumber = 'must be a whole number from 0 to 65535'
const id = /^\d{17,20}$/

const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test, or be left out',
    })
    .optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'is no bot token: copy it from the Bot page of your application, without quotes or spaces',
    )
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://discord.com/api' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  DATABASE_DIR: z.string().default('./var'),
  PORT: z.coerce
    .number({ error: wholeNumber })
    .int(wholeNumber)
    .min(0, wholeNumber)
    .max(65535, wholeNumber)
    .default(4780),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).optional(),
  OPERATOR_IDS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((ids) => ids.every((one) => id.test(one)), 'must be ids of users, with commas between them')
    .default([]),
  ANSWERS_AT_ONCE: z.coerce
    .number({ error: 'must be a whole number from 1 on' })
    .int('must be a whole number from 1 on')
    .min(1, 'must be a whole number from 1 on')
    .default(10),
  ADMIN_GUILD_ID: z.string().trim().regex(id, 'must be the id of a server').optional(),
})

/** Reads .env of the working folder, where there is one, into the environment; what is set already stands. */
export function loadDotEnv(): void {
  if (!existsSync('.env')) return
  // An empty variable counts as not set, so it must not keep the one in the file out.
  for (const name of Object.keys(variables.shape))
    if (process.env[name] === '') Reflect.deleteProperty(process.env, name)
  try {
    process.loadEnvFile('.env')
  } catch {
    throw new ConfigError('.env cannot be read: give Entente the right to read that file, or remove it.')
  }
}

/** An empty variable counts as not set, as in a .env file with nothing after the equals sign. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  for (const name of ['SHARDS', 'SHARD_COUNT']) {
    // discord.js reads these two by itself, and fails on values that it cannot parse.
    if (name in environment) {
      throw new ConfigError(
        `${name} must not be set: unset it, since Entente asks Discord itself how many shards it needs.`,
      )
    }
  }
  const result = variables.safeParse(set)
  if (!result.success) {
    const sentences = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
    throw new ConfigError(sentences.join('\n'))
  }
  const { data } = result
  const production = data.NODE_ENV === 'production'
  return {
    production,
    token: data.DISCORD_TOKEN,
    apiUrl: data.DISCORD_API_URL,
    databaseDirectory: data.DATABASE_DIR,
    port: data.PORT,
    logLevel: data.LOG_LEVEL ?? 'info',
    operatorIds: data.OPERATOR_IDS,
    adminGuildId: data.ADMIN_GUILD_ID,
    answersAtOnce: data.ANSWERS_AT_ONCE,
  }
}
