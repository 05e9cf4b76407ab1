// What the quiz remembers in app.db: first answers, closed questions, what was asked, and points.
import { expect, test } from 'vitest'
import { openTestDatabase } from '../helpers/open-test-database.ts'

const dayMs = 24 * 60 * 60_000
const start = new Date('2026-06-01T12:00:00Z')

async function open() {
  return (await openTestDatabase()).quiz
}

/** A Discord message id of so many milliseconds after the first. */
function messageIdAfter(ms: number): string {
  return String((BigInt(ms + 1_000_000) << 22n) + 7n)
}

const answer = { messageId: messageIdAfter(0), question: 1, userId: '11', choice: 2, isRight: true }
const score = { guildId: '5', week: '2026-06-01' }

test('a user answers a question once, and nobody after it is closed', async () => {
  const quiz = await open()
  expect(await quiz.answer(answer)).toEqual({ outcome: 'taken' })
  expect(await quiz.answer({ ...answer, choice: 0, isRight: false })).toEqual({
    outcome: 'answered before',
    choice: 2,
  })
  expect(await quiz.close({ messageId: answer.messageId, question: 1 }, start)).toBe(true)
  expect(await quiz.close({ messageId: answer.messageId, question: 1 }, start)).toBe(false)
  expect(await quiz.answer({ ...answer, userId: '12' })).toEqual({ outcome: 'late' })
  expect(await quiz.answer({ ...answer, question: 2 })).toEqual({ outcome: 'taken' })
  expect(await quiz.answersTo(answer.messageId)).toEqual([
    { question: 1, userId: '11', choice: 2, isRight: true },
    { question: 2, userId: '11', choice: 2, isRight: true },
  ])
})

test('answers are deleted once a round a day later is answered', async () => {
  const quiz = await open()
  await quiz.answer(answer)
  await quiz.answer({ ...answer, messageId: messageIdAfter(dayMs - 1000), userId: '12' })
  expect(await quiz.countByUser('11')).toBe(1)
  await quiz.answer({ ...answer, messageId: messageIdAfter(dayMs + 1000), userId: '12' })
  expect(await quiz.countByUser('11')).toBe(0)
  expect(await quiz.countByUser('12')).toBe(2)
})

test('a question is new again in a guild after thirty days on which the bot ran, and in others at once', async () => {
  const quiz = await open()
  await quiz.recordAsked('5', 'nato/sweden', start)
  expect(await quiz.wasAsked('5', 'nato/sweden')).toBe(true)
  expect(await quiz.wasAsked('6', 'nato/sweden')).toBe(false)
  for (let day = 1; day <= 29; day++)
    await quiz.recordAsked('5', `other/${day}`, new Date(start.getTime() + day * dayMs))
  expect(await quiz.wasAsked('5', 'nato/sweden')).toBe(true)
  await quiz.recordAsked('5', 'other/30', new Date(start.getTime() + 30 * dayMs))
  expect(await quiz.wasAsked('5', 'nato/sweden')).toBe(false)
})

test('right answers score in one guild and week, and are deleted by person and by guild', async () => {
  const quiz = await open()
  for (const [question, userId, isRight] of [
    [1, '11', true],
    [2, '11', true],
    [1, '12', true],
    [2, '12', false],
  ] as const)
    await quiz.answer({ ...answer, question, userId, isRight })
  for (const question of [1, 2]) {
    // While a question is open the board gives nothing away, and a second closing counts nothing.
    expect((await quiz.board('5', '2026-06-01', 20)).map(({ points }) => points)).toEqual(
      question === 1 ? [] : [1, 1],
    )
    await quiz.close({ messageId: answer.messageId, question, score }, start)
    await quiz.close({ messageId: answer.messageId, question, score }, start)
  }
  expect(await quiz.board('5', '2026-06-01', 20)).toEqual([
    { userId: '11', points: 2 },
    { userId: '12', points: 1 },
  ])
  expect(await quiz.board('5', '2026-06-08', 20)).toEqual([])
  expect(await quiz.board('6', '2026-06-01', 20)).toEqual([])
  expect(await quiz.scores.countByUser('11')).toBe(1)
  await quiz.scores.deleteByUser('11')
  await quiz.deleteByUser('11')
  expect((await quiz.countByUser('11')) + (await quiz.scores.countByUser('11'))).toBe(0)
  expect(await quiz.board('5', '2026-06-01', 20)).toEqual([{ userId: '12', points: 1 }])
  await quiz.recordAsked('5', 'nato/sweden', start)
  expect(await quiz.scores.countByGuild('5')).toBe(2)
  await quiz.scores.deleteByGuild('5')
  expect(await quiz.scores.countByGuild('5')).toBe(0)
  expect(await quiz.wasAsked('5', 'nato/sweden')).toBe(false)
})
