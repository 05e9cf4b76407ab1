// What the quiz must remember over a restart: who answered what, which questions were asked, and the scores of a server.
import type { QuizStore } from '../core/stores.ts'
import { daysAgo, latestDay, recordDay } from './running-days.ts'
import { countRowsOf, oldestMessage, rowCount, snowflake, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** How many days on which the bot ran a question is not asked again in a server. */
const askedDays = 30

const scoreDays = 60

/** An answer is needed until its round is over. */
const answersMs = 24 * 60 * 60_000

export function createQuizTable(db: Queries): QuizStore {
  return {
    async wasAsked(guildId, question) {
      const row = await db
        .selectFrom('quizAsked')
        .select('day')
        .where('guildId', '=', guildId)
        .where('question', '=', question)
        .where('day', '>', daysAgo(askedDays))
        .executeTakeFirst()
      return row !== undefined
    },
    recordAsked: (guildId, question, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        await transaction
          .insertInto('quizAsked')
          .values({ guildId, question, day: latestDay })
          .onConflict((conflict) => conflict.columns(['guildId', 'question']).doUpdateSet({ day: latestDay }))
          .execute()
        await transaction.deleteFrom('quizAsked').where('day', '<=', daysAgo(askedDays)).execute()
      }),
    // In one transaction, so that of two presses at once only one counts.
    answer: ({ messageId, question, userId, choice, isRight }) =>
      inTransaction(db, async (transaction) => {
        const round = await transaction
          .selectFrom('quizRound')
          .select('closed')
          .where('messageId', '=', snowflake(messageId))
          .executeTakeFirst()
        if (round && round.closed >= question) return { outcome: 'late' } as const
        const answer = { messageId: snowflake(messageId), question, userId, choice, isRight: Number(isRight) }
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('quizAnswer')
          .values(answer)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 0n) {
          const before = await transaction
            .selectFrom('quizAnswer')
            .select('choice')
            .where('messageId', '=', snowflake(messageId))
            .where('question', '=', question)
            .where('userId', '=', userId)
            .executeTakeFirstOrThrow()
          return { outcome: 'answered before', choice: before.choice } as const
        }
        for (const table of ['quizAnswer', 'quizRound'] as const) {
          await transaction
            .deleteFrom(table)
            .where('messageId', '<', oldestMessage(table, answersMs))
            .execute()
        }
        return { outcome: 'taken' } as const
      }),
    close: ({ messageId, question, score }, now) =>
      inTransaction(db, async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('quizRound')
          .values({ messageId: snowflake(messageId), closed: question })
          .onConflict((conflict) =>
            conflict
              .column('messageId')
              .doUpdateSet({ closed: question })
              .where('quizRound.closed', '<', question),
          )
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows === 0n) return false
        if (score) await addPoints(transaction, { messageId, question, ...score }, now)
        return true
      }),
    async answersTo(messageId) {
      const rows = await db
        .selectFrom('quizAnswer')
        .select(['question', 'userId', 'choice', 'isRight'])
        .where('messageId', '=', snowflake(messageId))
        .orderBy('question')
        .orderBy('userId')
        .execute()
      return rows.map((row) => ({ ...row, isRight: row.isRight === 1 }))
    },
    board: (guildId, week, limit) =>
      db
        .selectFrom('quizScore')
        .select(['userId', 'points'])
        .where('guildId', '=', guildId)
        .where('week', '=', week)
        .orderBy('points', 'desc')
        .orderBy('userId')
        .limit(limit)
        .execute(),
    countByUser: (userId) => countRowsOf(db, 'quizAnswer', userId),
    async deleteByUser(userId) {
      await db.deleteFrom('quizAnswer').where('userId', '=', userId).execute()
    },
    scores: {
      countByUser: (userId) => countRowsOf(db, 'quizScore', userId),
      async deleteByUser(userId) {
        await db.deleteFrom('quizScore').where('userId', '=', userId).execute()
      },
      async countByGuild(guildId) {
        const counts = (['quizScore', 'quizAsked'] as const).map((table) =>
          db.selectFrom(table).select(rowCount).where('guildId', '=', guildId).executeTakeFirstOrThrow(),
        )
        return (await Promise.all(counts)).reduce((sum, { count }) => sum + count, 0)
      },
      deleteByGuild: (guildId) =>
        inTransaction(db, async (transaction) => {
          for (const table of ['quizScore', 'quizAsked'] as const)
            await transaction.deleteFrom(table).where('guildId', '=', guildId).execute()
        }),
    },
  }
}

/** A point for each right answer to a question. */
async function addPoints(
  db: Queries,
  score: { messageId: string; question: number; guildId: string; week: string },
  now: Date,
): Promise<void> {
  await recordDay(db, now)
  const right = await db
    .selectFrom('quizAnswer')
    .select('userId')
    .where('messageId', '=', snowflake(score.messageId))
    .where('question', '=', score.question)
    .where('isRight', '=', 1)
    .execute()
  const { guildId, week } = score
  for (const { userId } of right) {
    await db
      .insertInto('quizScore')
      .values({ guildId, week, userId, points: 1, day: latestDay })
      .onConflict((conflict) =>
        conflict.columns(['guildId', 'week', 'userId']).doUpdateSet(({ eb }) => ({
          points: eb('quizScore.points', '+', 1),
          day: latestDay,
        })),
      )
      .execute()
  }
  await db.deleteFrom('quizScore').where('day', '<=', daysAgo(scoreDays)).execute()
}
