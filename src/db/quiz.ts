// What the quiz must remember over a restart: who answered what, which questions were asked, and the scores of a server.
import type Database from 'better-sqlite3'
import type { QuizStore } from '../core/stores.ts'
import { createRunningDays, latestDay } from './running-days.ts'

/** How many days on which the bot ran a question is not asked again in a server. */
const askedDays = 30

const scoreDays = 60

/** An answer is needed until its round is over. */
const answersMs = 24 * 60 * 60_000

export function createQuizTable(database: Database.Database): QuizStore {
  const recordDay = createRunningDays(database)
  const pluck = (sql: string) => database.prepare(sql).pluck()

  const selectAsked = pluck(
    `SELECT 1 FROM quiz_asked WHERE guild_id = ? AND question = ? AND day > ${latestDay} - ${askedDays}`,
  )
  const insertAsked = database.prepare(
    `INSERT INTO quiz_asked (guild_id, question, day) VALUES (?, ?, ${latestDay})
     ON CONFLICT (guild_id, question) DO UPDATE SET day = excluded.day`,
  )
  const deleteAsked = database.prepare(`DELETE FROM quiz_asked WHERE day <= ${latestDay} - ${askedDays}`)
  const recordAsked = database.transaction((guildId: string, question: string, now: Date) => {
    recordDay(now)
    insertAsked.run(guildId, question)
    deleteAsked.run()
  })

  const insertClosed = database.prepare(
    `INSERT INTO quiz_round (message_id, closed) VALUES (CAST(? AS INTEGER), ?)
     ON CONFLICT (message_id) DO UPDATE SET closed = excluded.closed WHERE closed < excluded.closed`,
  )
  const selectClosed = pluck('SELECT closed FROM quiz_round WHERE message_id = CAST(? AS INTEGER)')
  const insertAnswer = database.prepare(
    `INSERT OR IGNORE INTO quiz_answer (message_id, question, user_id, choice, is_right)
     VALUES (CAST(@messageId AS INTEGER), @question, @userId, @choice, @isRight)`,
  )
  const selectChoice = pluck(
    'SELECT choice FROM quiz_answer WHERE message_id = CAST(? AS INTEGER) AND question = ? AND user_id = ?',
  )
  const selectAnswers = database.prepare(
    `SELECT question, user_id AS userId, choice, is_right AS isRight FROM quiz_answer
     WHERE message_id = CAST(? AS INTEGER) ORDER BY question, rowid`,
  )
  // As with posted cards, ages come from the message ids, so a wrong local clock deletes nothing.
  const deleteOld = ['quiz_answer', 'quiz_round'].map((table) =>
    database.prepare(
      `DELETE FROM ${table} WHERE message_id < (SELECT max(message_id) FROM ${table}) - (${answersMs} << 22)`,
    ),
  )
  const addPoints = database.prepare(
    `INSERT INTO quiz_score (guild_id, week, user_id, points, day)
     SELECT @guildId, @week, user_id, 1, ${latestDay} FROM quiz_answer
     WHERE message_id = CAST(@messageId AS INTEGER) AND question = @question AND is_right = 1
     ON CONFLICT (guild_id, week, user_id) DO UPDATE SET points = points + 1, day = excluded.day`,
  )
  const deleteOldScores = database.prepare(`DELETE FROM quiz_score WHERE day <= ${latestDay} - ${scoreDays}`)

  const answer = database.transaction((given: Parameters<QuizStore['answer']>[0]) => {
    const { messageId, question, userId } = given
    if (((selectClosed.get(messageId) as number | undefined) ?? 0) >= question)
      return { outcome: 'late' } as const
    const { changes } = insertAnswer.run({ ...given, isRight: Number(given.isRight) })
    if (changes === 0) {
      const choice = selectChoice.get(messageId, question, userId) as number
      return { outcome: 'answered before', choice } as const
    }
    for (const statement of deleteOld) statement.run()
    return { outcome: 'taken' } as const
  })
  const close = database.transaction(
    ({ messageId, question, score }: Parameters<QuizStore['close']>[0], now: Date) => {
      if (insertClosed.run(messageId, question).changes === 0) return false
      if (score) {
        recordDay(now)
        addPoints.run({ ...score, messageId, question })
        deleteOldScores.run()
      }
      return true
    },
  )

  const selectBoard = database.prepare(
    `SELECT user_id AS userId, points FROM quiz_score WHERE guild_id = ? AND week = ?
     ORDER BY points DESC, user_id LIMIT ?`,
  )
  const countAnswers = pluck('SELECT count(*) FROM quiz_answer WHERE user_id = ?')
  const deleteAnswers = database.prepare('DELETE FROM quiz_answer WHERE user_id = ?')
  const countScores = pluck('SELECT count(*) FROM quiz_score WHERE user_id = ?')
  const deleteScores = database.prepare('DELETE FROM quiz_score WHERE user_id = ?')
  const countGuild = pluck(
    `SELECT (SELECT count(*) FROM quiz_score WHERE guild_id = @id) + (SELECT count(*) FROM quiz_asked WHERE guild_id = @id)`,
  )
  const deleteGuild = database.transaction((id: string) => {
    database.prepare('DELETE FROM quiz_score WHERE guild_id = ?').run(id)
    database.prepare('DELETE FROM quiz_asked WHERE guild_id = ?').run(id)
  })

  return {
    wasAsked: (guildId, question) => selectAsked.get(guildId, question) !== undefined,
    recordAsked: (guildId, question, now) => recordAsked.immediate(guildId, question, now),
    // Immediate, so that of two presses at once only one counts.
    answer: (given) => answer.immediate(given),
    close: (closed, now) => close.immediate(closed, now),
    answersTo: (messageId) =>
      (
        selectAnswers.all(messageId) as {
          question: number
          userId: string
          choice: number
          isRight: number
        }[]
      ).map((row) => ({ ...row, isRight: row.isRight === 1 })),
    board: (guildId, week, limit) =>
      selectBoard.all(guildId, week, limit) as { userId: string; points: number }[],
    countByUser: (userId) => countAnswers.get(userId) as number,
    deleteByUser: (userId) => void deleteAnswers.run(userId),
    scores: {
      countByUser: (userId) => countScores.get(userId) as number,
      deleteByUser: (userId) => void deleteScores.run(userId),
      countByGuild: (guildId) => countGuild.get({ id: guildId }) as number,
      deleteByGuild: (guildId) => {
        deleteGuild.immediate(guildId)
      },
    },
  }
}
