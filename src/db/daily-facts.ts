// When and where each server gets its fact of the day, and which facts were told there.
import type Database from 'better-sqlite3'
import type { DailyFact, DailyFactStore } from '../core/stores.ts'
import { createRunningDays, latestDay } from './running-days.ts'

/** How many days the bot must run after the last post or change in a server until all is deleted. */
const retentionDays = 180

const columns = `guild_id AS guildId, channel_id AS channelId, hour, time_zone AS timeZone, user_id AS userId,
  next_due AS nextDue, last_due AS lastDue, stopped`

export function createDailyFactsTable(database: Database.Database): DailyFactStore {
  const recordDay = createRunningDays(database)
  const pluck = (sql: string) => database.prepare(sql).pluck()

  const select = database.prepare(`SELECT ${columns} FROM daily_fact WHERE guild_id = ?`)
  const selectDue = database.prepare(
    `SELECT ${columns} FROM daily_fact WHERE stopped IS NULL AND (next_due <= ? OR next_due > ?) ORDER BY next_due`,
  )
  const upsert = database.prepare(
    `INSERT INTO daily_fact (guild_id, channel_id, hour, time_zone, user_id, next_due, day)
     VALUES (@guildId, @channelId, @hour, @timeZone, @userId, @nextDue, ${latestDay})
     ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, hour = excluded.hour,
       time_zone = excluded.time_zone, user_id = excluded.user_id, next_due = excluded.next_due, stopped = NULL,
       day = excluded.day`,
  )
  const updateStopped = database.prepare(
    `UPDATE daily_fact SET stopped = ?, user_id = '' WHERE guild_id = ? AND stopped IS NULL`,
  )
  const updateDue = database.prepare(
    `UPDATE daily_fact SET next_due = @next, day = ${latestDay},
       last_due = CASE WHEN @isTold THEN next_due ELSE last_due END
     WHERE guild_id = @guildId AND channel_id = @channelId AND next_due = @nextDue AND stopped IS NULL`,
  )
  const undoDue = database.prepare(
    'UPDATE daily_fact SET next_due = @nextDue, last_due = @lastDue WHERE guild_id = @guildId AND next_due = @next',
  )
  const deleteTold = database.prepare('DELETE FROM daily_fact_told WHERE guild_id = ? AND due = ?')
  const insertTold = database.prepare(
    `INSERT INTO daily_fact_told (guild_id, fact_id, due) VALUES (?, ?, ?)
     ON CONFLICT (guild_id, fact_id) DO UPDATE SET due = excluded.due`,
  )
  const selectTold = pluck('SELECT fact_id FROM daily_fact_told WHERE guild_id = ? ORDER BY due DESC')
  const deleteOldTold = database.prepare(
    `DELETE FROM daily_fact_told WHERE guild_id = @guildId AND due <=
       (SELECT due FROM daily_fact_told WHERE guild_id = @guildId ORDER BY due DESC LIMIT 1 OFFSET @kept)`,
  )
  const deleteUnused = database.prepare(`DELETE FROM daily_fact WHERE day <= ${latestDay} - ${retentionDays}`)
  const deleteOrphans = database.prepare(
    'DELETE FROM daily_fact_told WHERE guild_id NOT IN (SELECT guild_id FROM daily_fact)',
  )

  const set = database.transaction((settings: Parameters<DailyFactStore['set']>[0], now: Date) => {
    recordDay(now)
    upsert.run(settings)
  })
  const claim = database.transaction(
    (...[daily, { next, fact }, now]: Parameters<DailyFactStore['claim']>) => {
      recordDay(now)
      const { guildId, channelId, nextDue } = daily
      if (
        updateDue.run({ guildId, channelId, nextDue, next, isTold: Number(fact !== undefined) }).changes === 0
      )
        return false
      if (fact?.forgetAllBut !== undefined) deleteOldTold.run({ guildId, kept: fact.forgetAllBut })
      if (fact) insertTold.run(guildId, fact.id, nextDue)
      if (deleteUnused.run().changes > 0) deleteOrphans.run()
      return true
    },
  )
  const unclaim = database.transaction(({ guildId, nextDue, lastDue }: DailyFact, next: string) => {
    undoDue.run({ guildId, nextDue, lastDue, next })
    deleteTold.run(guildId, nextDue)
  })
  const deleteGuild = database.transaction((guildId: string) => {
    database.prepare('DELETE FROM daily_fact WHERE guild_id = ?').run(guildId)
    database.prepare('DELETE FROM daily_fact_told WHERE guild_id = ?').run(guildId)
  })
  const countUser = pluck('SELECT count(*) FROM daily_fact WHERE user_id = ?')
  const forgetUser = database.prepare(`UPDATE daily_fact SET user_id = '' WHERE user_id = ?`)

  return {
    get: (guildId) => select.get(guildId) as DailyFact | undefined,
    set: (settings, now) => set.immediate(settings, now),
    stop: (guildId, reason) => updateStopped.run(reason, guildId).changes > 0,
    due: (now, latest) => selectDue.all(now, latest) as DailyFact[],
    claim: (...args) => claim.immediate(...args),
    unclaim: (daily, next) => unclaim.immediate(daily, next),
    told: (guildId) => selectTold.all(guildId) as string[],
    countByUser: (userId) => countUser.get(userId) as number,
    deleteByUser: (userId) => void forgetUser.run(userId),
    countByGuild: (guildId) => (select.get(guildId) ? 1 : 0),
    deleteByGuild: (guildId) => {
      deleteGuild.immediate(guildId)
    },
  }
}
