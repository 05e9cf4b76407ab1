// What guilds have chosen in /settings: a row for each that has chosen anything, and the day it last used the bot.
import type { GuildSettings } from '../core/stores.ts'
import { daysAgo, latestDay, recordDay } from './running-days.ts'
import { inChunks, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

export const defaultSettings: GuildSettings = {
  ephemeralByDefault: false,
  allowMentions: true,
  dateOrder: 'month first',
  images: 'on request',
  onlySeedArticles: false,
  checkClaims: true,
  quizScores: false,
}

/** Whether a stored value is one that can be chosen. */
const isValid: { [Name in keyof GuildSettings]: (value: unknown) => boolean } = {
  ephemeralByDefault: (value) => typeof value === 'boolean',
  allowMentions: (value) => typeof value === 'boolean',
  dateOrder: (value) => value === 'month first' || value === 'day first',
  images: (value) => value === 'on request' || value === 'at once' || value === 'never',
  onlySeedArticles: (value) => typeof value === 'boolean',
  checkClaims: (value) => typeof value === 'boolean',
  quizScores: (value) => typeof value === 'boolean',
}

export interface StoredSettings {
  settings: GuildSettings
  /** Whether the whole row could be read; defaults replace what could not. */
  intact: boolean
}

export interface GuildSettingsTable {
  /** The settings of every guild that has chosen any, by its id. */
  all: () => Promise<Map<string, StoredSettings>>
  /** A number that changes with any settings of any guild, in whatever process. */
  version: () => Promise<number>
  /** Changes these settings of a guild and none of its others; returns all that it now has. */
  change: (guildId: string, change: Partial<GuildSettings>) => Promise<StoredSettings>
  /** Records that the bot runs today, and which guilds use it; those that have chosen nothing are not recorded. */
  touch: (guildIds: Iterable<string>, now: Date) => Promise<void>
  delete: (guildId: string) => Promise<void>
  /** Deletes the guilds that have not used the bot for this many days on which it ran; returns their ids. */
  deleteUnused: (days: number) => Promise<string[]>
}

export function createGuildSettingsTable(db: Queries): GuildSettingsTable {
  return {
    async all() {
      const rows = await db.selectFrom('guildSettings').select(['guildId', 'settings']).execute()
      return new Map(rows.map(({ guildId, settings }) => [guildId, parseSettings(settings)]))
    },
    async version() {
      const { version } = await db.selectFrom('settingsVersion').select('version').executeTakeFirstOrThrow()
      return version
    },
    change: (guildId, change) =>
      inTransaction(db, async (transaction) => {
        const before = await transaction
          .selectFrom('guildSettings')
          .select('settings')
          .where('guildId', '=', guildId)
          .executeTakeFirst()
        const settings = JSON.stringify({ ...parseObject(before?.settings), ...change })
        const row = { settings, lastUsedDay: latestDay }
        await transaction
          .insertInto('guildSettings')
          .values({ guildId, ...row })
          .onConflict((conflict) => conflict.column('guildId').doUpdateSet(row))
          .execute()
        return parseSettings(settings)
      }),
    touch: (guildIds, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        for (const ids of inChunks([...guildIds])) {
          await transaction
            .updateTable('guildSettings')
            .set({ lastUsedDay: latestDay })
            .where('guildId', 'in', ids)
            .where('lastUsedDay', '<', latestDay)
            .execute()
        }
      }),
    async delete(guildId) {
      await db.deleteFrom('guildSettings').where('guildId', '=', guildId).execute()
    },
    async deleteUnused(days) {
      const rows = await db
        .deleteFrom('guildSettings')
        .where('lastUsedDay', '<', daysAgo(days))
        .returning('guildId')
        .execute()
      return rows.map(({ guildId }) => guildId)
    },
  }
}

/** Undefined for what is no object in JSON. */
function parseObject(text: unknown): object | undefined {
  try {
    const parsed: unknown = JSON.parse(String(text))
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function parseSettings(text: unknown): StoredSettings {
  const settings = { ...defaultSettings }
  const stored = parseObject(text)
  if (!stored) return { settings, intact: false }
  let intact = true
  for (const [name, value] of Object.entries(stored) as [string, unknown][]) {
    // An unknown name was stored by a newer version.
    if (!Object.hasOwn(isValid, name)) continue
    if (isValid[name as keyof GuildSettings](value)) Object.assign(settings, { [name]: value })
    else intact = false
  }
  return { settings, intact }
}
