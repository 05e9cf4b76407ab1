// Kysely's CommonJS build: loading its 263 ES modules takes twice the time and memory at each start.
import { createRequire } from 'node:module'
import type * as KyselyModule from 'kysely'

export const { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql, SqliteDialect, SqliteDriver } =
  createRequire(import.meta.url)('kysely') as typeof KyselyModule
