// When and where each server gets its fact of the day, and which facts were told there.
import type { DailyFactStore } from '../core/stores.ts'
import { daysAgo, latestDay, recordDay } from './running-days.ts'
import { countRowsOf, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** How many days the bot must run after the last post or change in a server until all is deleted. */
const retentionDays = 180

export function createDailyFactsTable(db: Queries): DailyFactStore {
  const rows = db
    .selectFrom('dailyFact')
    .select(['guildId', 'channelId', 'hour', 'timeZone', 'userId', 'nextDue', 'lastDue', 'stopped'])
  const get = (guildId: string) => rows.where('guildId', '=', guildId).executeTakeFirst()
  return {
    get,
    set: ({ guildId, ...settings }, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        const row = { ...settings, stopped: null, day: latestDay }
        await transaction
          .insertInto('dailyFact')
          .values({ guildId, ...row })
          .onConflict((conflict) => conflict.column('guildId').doUpdateSet(row))
          .execute()
      }),
    async stop(guildId, reason, channelId) {
      const { numUpdatedRows } = await db
        .updateTable('dailyFact')
        .set({ stopped: reason, userId: '' })
        .where((row) => row.and({ guildId, ...(channelId !== undefined && { channelId }) }))
        .where('stopped', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    due: (now, latest) =>
      rows
        .where('stopped', 'is', null)
        .where((row) => row.or([row('nextDue', '<=', now), row('nextDue', '>', latest)]))
        .orderBy('nextDue')
        .execute(),
    claim: ({ guildId, channelId, nextDue }, { next, fact }, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        const { numUpdatedRows } = await transaction
          .updateTable('dailyFact')
          .set({ nextDue: next, day: latestDay, ...(fact && { lastDue: nextDue }) })
          .where((row) => row.and({ guildId, channelId, nextDue }))
          .where('stopped', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        if (fact?.forgetAllBut !== undefined) await forgetTold(transaction, guildId, fact.forgetAllBut)
        if (fact) {
          await transaction
            .insertInto('dailyFactTold')
            .values({ guildId, factId: fact.id, due: nextDue })
            .onConflict((conflict) => conflict.columns(['guildId', 'factId']).doUpdateSet({ due: nextDue }))
            .execute()
        }
        await deleteUnused(transaction)
        return true
      }),
    unclaim: ({ guildId, nextDue, lastDue }, next) =>
      inTransaction(db, async (transaction) => {
        await transaction
          .updateTable('dailyFact')
          .set({ nextDue, lastDue })
          .where((row) => row.and({ guildId, nextDue: next }))
          .execute()
        await transaction
          .deleteFrom('dailyFactTold')
          .where((row) => row.and({ guildId, due: nextDue }))
          .execute()
      }),
    async told(guildId) {
      const told = await db
        .selectFrom('dailyFactTold')
        .select('factId')
        .where('guildId', '=', guildId)
        .orderBy('due', 'desc')
        .execute()
      return told.map(({ factId }) => factId)
    },
    countByUser: (userId) => countRowsOf(db, 'dailyFact', userId),
    async deleteByUser(userId) {
      await db.updateTable('dailyFact').set({ userId: '' }).where('userId', '=', userId).execute()
    },
    countByGuild: async (guildId) => ((await get(guildId)) ? 1 : 0),
    deleteByGuild: (guildId) =>
      inTransaction(db, async (transaction) => {
        for (const table of ['dailyFact', 'dailyFactTold'] as const)
          await transaction.deleteFrom(table).where('guildId', '=', guildId).execute()
      }),
  }
}

/** Forgets what was told in a guild except the latest. */
async function forgetTold(db: Queries, guildId: string, exceptLatest: number): Promise<void> {
  await db
    .deleteFrom('dailyFactTold')
    .where('guildId', '=', guildId)
    .where('due', '<=', (told) =>
      told
        .selectFrom('dailyFactTold')
        .select('due')
        .where('guildId', '=', guildId)
        .orderBy('due', 'desc')
        .limit(1)
        .offset(exceptLatest),
    )
    .execute()
}

async function deleteUnused(db: Queries): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('dailyFact')
    .where('day', '<=', daysAgo(retentionDays))
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await db
    .deleteFrom('dailyFactTold')
    .where('guildId', 'not in', (used) => used.selectFrom('dailyFact').select('guildId'))
    .execute()
}
