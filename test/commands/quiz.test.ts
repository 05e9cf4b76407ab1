// Rounds of the quiz as people play them: alone, three at once, late, twice, and over a restart.
import { expect, onTestFinished, test } from 'vitest'
import {
  startDiscordEmulator,
  type DiscordEmulator,
  type ObservedResponse,
  type UserClient,
} from 'discord-emulator'
import { createLog } from '../../src/config/logger.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { startApp, type AppOptions } from '../../src/app.ts'
import { makeQuestion } from '../../src/quiz/make-question.ts'
import { parseState } from '../../src/quiz/round-state.ts'
import { allComponents, headingOf, messageIn, renderedText, verdictOf } from '../helpers/test-bot.ts'
import { copyDatabase, openRealFacts, temporaryFolder } from '../fixtures/sample-data.ts'

const facts = openRealFacts()

/** The bot over the real facts, with a clock that a test sets and a way to restart it. */
async function begin(options: Partial<AppOptions> = {}) {
  const databaseDirectory = temporaryFolder()
  copyDatabase(dataDirectory, databaseDirectory)
  const emulator = await startDiscordEmulator({ port: 0 })
  let drawn = 0
  const clock = { now: new Date('2026-06-03T12:00:00Z') }
  const log: string[] = []
  const startBot = async () =>
    startApp({
      ...{ token: emulator.token, apiUrl: emulator.apiUrl, dataDirectory, databaseDirectory },
      now: () => clock.now,
      images: false,
      // The same questions in every run.
      random: () => (drawn += (Math.sqrt(5) - 1) / 2) % 1,
      rateLimit: { burst: Infinity },
      log: await createLog({
        level: 'info',
        production: true,
        secrets: [],
        destination: { write: (line) => void log.push(line) },
      }),
      ...options,
    })
  let bot = await startBot()
  onTestFinished(async () => {
    await bot.close()
    await emulator.close()
    expect(log.filter((line) => /"level":"?(error|50)/.test(line))).toEqual([])
  })
  return {
    emulator,
    clock,
    restart: async () => {
      await bot.close()
      bot = await startBot()
    },
  }
}

interface Labels {
  /** The body or series that is asked about. */
  about: string
  right: string
  wrong: string[]
}

/** The choices of the question that a message asks, found again from its custom ids. */
function choicesOf(seen: ObservedResponse): Labels {
  const ids = allComponents(messageIn(seen).components).flatMap(({ custom_id: id }) => id ?? [])
  const [first = ''] = ids.filter((id) => id.startsWith('v2:quiz:answer:'))
  const state = parseState(first.split(':').slice(3))
  const question = state && makeQuestion(state, facts, state.day)
  if (!question) throw new Error('the message asks nothing')
  const about = facts.getEntity(question.entity)?.edition?.of ?? question.entity
  return { about, right: question.right.label, wrong: question.wrong.map(({ label }) => label) }
}

function labelsOf(seen: ObservedResponse): string[] {
  return allComponents(messageIn(seen).components).flatMap(({ label }) => label ?? [])
}

/** The message of a round as it is now. */
async function readMessage(emulator: DiscordEmulator, seen: ObservedResponse): Promise<string> {
  const { id, channel_id: channel } = messageIn(seen)
  const response = await fetch(`${emulator.apiUrl}/v10/channels/${channel}/messages/${id}`, {
    headers: { authorization: `Bot ${emulator.token}` },
  })
  return response.text()
}

async function answerAlone(user: UserClient, seen: ObservedResponse, isRight: boolean) {
  const { right, wrong } = choicesOf(seen)
  return user.clickButton(seen, isRight ? right : (wrong[0] ?? ''))
}

test('a private round shows each answer at once with its source, and the result after five', async () => {
  const { emulator } = await begin()
  let seen = await emulator.runCommand('/quiz private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  for (let number = 1; number <= 5; number++) {
    expect(headingOf(seen)).toBe(`Quiz: question ${number} of 5`)
    expect(labelsOf(seen)).toHaveLength(4)
    const { right, wrong } = choicesOf(seen)
    const isRight = number % 2 === 1
    seen = await answerAlone(emulator, seen, isRight)
    expect(seen).toMatchObject({ type: 'updated', ephemeral: true })
    expect(verdictOf(seen)).toMatch(
      new RegExp(`^${isRight ? 'Right:' : 'Not right. It is'} \\*\\*(the )?${right}\\*\\*\\. `),
    )
    if (!isRight) expect(renderedText(seen)).toContain(`✗ ${wrong[0] ?? ''}`)
    expect(renderedText(seen)).toMatch(/^-# .+, .*\d{4}( or later)?$/m)
    for (const label of [right, ...wrong]) expect(renderedText(seen)).toContain(label)
    if (number < 5) seen = await emulator.clickButton(seen, 'Next question')
  }
  expect(renderedText(seen)).toMatch(/\*\*Result of the round\*\*\n\*\*3 of 5\*\* <@\d+>/)
  const again = await emulator.clickButton(seen, 'Another round')
  expect(again).toMatchObject({ type: 'message', ephemeral: true })
  expect(headingOf(again)).toBe('Quiz: question 1 of 5')
})

test('the card of what was asked opens beside the answer, and the answer can be shared', async () => {
  const { emulator } = await begin()
  const answered = await answerAlone(emulator, await emulator.runCommand('/quiz private:true'), true)
  const cardLabel = labelsOf(answered)[1] ?? ''
  const card = await emulator.clickButton(answered, cardLabel)
  expect(card).toMatchObject({ type: 'message', ephemeral: true })
  expect(labelsOf(card)).toContain('Sources')
  const kept = await emulator.clickButton(answered, 'Share')
  expect(labelsOf(kept)).toEqual(labelsOf(answered).map((label) => (label === 'Share' ? 'Shared' : label)))
  expect(renderedText(kept)).toBe(renderedText(answered))
  const shared = await emulator.nextResponse(kept)
  expect(shared).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(shared)).toBe('From a quiz')
  expect(verdictOf(shared)).toMatch(/^The answer: /)
  expect(labelsOf(shared)).not.toContain('Next question')
  expect(headingOf(await emulator.clickButton(kept, 'Next question'))).toBe('Quiz: question 2 of 5')
})

test('the questions of five rounds in a row are about different things', async () => {
  const { emulator } = await begin()
  const about: string[] = []
  for (let round = 1; round <= 5; round++) {
    let seen = await emulator.runCommand('/quiz private:true')
    for (let number = 1; number <= 5; number++) {
      about.push(choicesOf(seen).about)
      seen = await answerAlone(emulator, seen, true)
      if (number < 5) seen = await emulator.clickButton(seen, 'Next question')
    }
  }
  expect(new Set(about).size).toBe(25)
})

test('the last answer of a round keeps its result when it is shared, and so does the copy', async () => {
  const { emulator } = await begin()
  let seen = await emulator.runCommand('/quiz private:true')
  for (let number = 1; number <= 5; number++) {
    seen = await answerAlone(emulator, seen, true)
    if (number < 5) seen = await emulator.clickButton(seen, 'Next question')
  }
  const kept = await emulator.clickButton(seen, 'Share')
  expect(labelsOf(kept)).toContain('Another round')
  for (const card of [kept, await emulator.nextResponse(kept)])
    expect(renderedText(card)).toMatch(/\*\*Result of the round\*\*\n\*\*5 of 5\*\* <@\d+>/)
})

test('those who have answered go on if the one who began does not', async () => {
  const { emulator, clock } = await begin()
  const [moe, eve] = [emulator.as('moderator'), emulator.as('administrator')]
  const first = await emulator.runCommand('/quiz')
  await moe.clickButton(first, choicesOf(first).right)
  clock.now = new Date(clock.now.getTime() + 31_000)
  const shown = await eve.clickButton(first, 'Show the answer')
  expect(renderedText(await moe.clickButton(shown, 'Next question'))).toMatch(
    /^Only the one who began the round can go on now; everyone who has answered can <t:\d+:R>\.$/,
  )
  clock.now = new Date(clock.now.getTime() + 60_000)
  expect(renderedText(await eve.clickButton(shown, 'Next question'))).toMatch(/^Only the one who began/)
  const next = await moe.clickButton(shown, 'Next question')
  expect(next).toMatchObject({ type: 'updated', ephemeral: false })
  expect(headingOf(next)).toBe('Quiz: question 2 of 5')
})

test('three play at once: each answers once, only the one who began goes on, and late answers are told so', async () => {
  const { emulator, clock } = await begin()
  const [ann, moe, eve] = [emulator, emulator.as('moderator'), emulator.as('administrator')]
  const first = await ann.runCommand('/quiz')
  expect(first).toMatchObject({ ephemeral: false })
  const { right, wrong } = choicesOf(first)
  const [wrongLabel = ''] = wrong

  const taken = await ann.clickButton(first, right)
  expect(taken).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(taken)).toMatch(/^Your answer: \*\*.+\*\*\. The answer is shown <t:\d+:R>\.$/)
  expect(renderedText(await moe.clickButton(first, wrongLabel))).toContain(wrongLabel)
  // A second answer of the same player, and both of a double press, count as the first.
  expect(renderedText(await moe.clickButton(first, right))).toBe(
    `You have answered already: **${wrongLabel}**. Each player answers once.`,
  )
  const pressed = await Promise.all([eve.clickButton(first, right), eve.clickButton(first, wrongLabel)])
  expect(pressed.map((seen) => /^(Your answer|You have)/.exec(renderedText(seen))?.[0]).toSorted()).toEqual([
    'You have',
    'Your answer',
  ])

  const foreign = await moe.clickButton(first, 'Show the answer')
  expect(foreign).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(foreign)).toBe(
    'Until time is up, only the one who began the round can show the answer.',
  )
  expect(labelsOf(first)).toContain('Show the answer')

  const shown = await ann.clickButton(first, 'Show the answer')
  expect(shown).toMatchObject({ type: 'updated', ephemeral: false })
  expect(verdictOf(shown)).toMatch(new RegExp(`^The answer: \\*\\*(the )?${right}\\*\\*`))
  expect(renderedText(shown)).toMatch(new RegExp(`✗ .+<@${emulator.world.users.moderator.id}>`))
  expect(messageIn(shown).mentions).toEqual([])

  expect(renderedText(await eve.clickButton(shown, 'Next question'))).toMatch(/^Only the one who began/)

  let question = await ann.clickButton(shown, 'Next question')
  for (let number = 2; number <= 5; number++) {
    expect(headingOf(question)).toBe(`Quiz: question ${number} of 5`)
    clock.now = new Date(clock.now.getTime() + 5000)
    const label = choicesOf(question).right
    await moe.clickButton(question, label)
    // A press that is under way when the answer is shown.
    const [answer, late] = await Promise.all([
      ann.clickButton(question, 'Show the answer'),
      eve.clickButton(question, label),
    ])
    expect(late).toMatchObject({ type: 'message', ephemeral: true })
    // Whichever came first: an answer that was taken is among those shown, and one that was not is told so.
    const isTaken = renderedText(late).startsWith(`Your answer: **${label}**`)
    if (!isTaken) expect(renderedText(late)).toMatch(/^Too late: the answer is already shown\./)
    if (isTaken || number < 5)
      expect(renderedText(answer).includes(`<@${emulator.world.users.administrator.id}>`)).toBe(isTaken)
    question = number < 5 ? await ann.clickButton(answer, 'Next question') : answer
  }
  expect(renderedText(question)).toMatch(
    new RegExp(`\\*\\*4 of 5\\*\\* .*<@${emulator.world.users.moderator.id}>`),
  )
  const another = await eve.clickButton(question, 'Another round')
  expect(another).toMatchObject({ type: 'message', ephemeral: false })
})

test('a round goes on after a restart: answers that were given count, and time that ran out is told', async () => {
  const { emulator, clock, restart } = await begin()
  const moe = emulator.as('moderator')
  const first = await emulator.runCommand('/quiz difficulty:easy')
  const { right } = choicesOf(first)
  await moe.clickButton(first, right)
  await restart()
  expect(renderedText(await moe.clickButton(first, right))).toBe(
    `You have answered already: **${right}**. Each player answers once.`,
  )
  clock.now = new Date(clock.now.getTime() + 60_000)
  expect(renderedText(await emulator.clickButton(first, right))).toMatch(/^Too late: time is up\./)
  // Once time is up, anyone may show the answer.
  const shown = await moe.clickButton(first, 'Show the answer')
  expect(shown).toMatchObject({ type: 'updated', ephemeral: false })
  expect(renderedText(shown)).toContain(`✓ ${right}** <@${emulator.world.users.moderator.id}>`)
  const next = await emulator.clickButton(shown, 'Next question')
  expect(headingOf(next)).toBe('Quiz: question 2 of 5, easy')
})

test('the answer is shown by itself when time is up, and not over a question that came after', async () => {
  const { emulator } = await begin({ quizAnswerMs: 4000 })
  const first = await emulator.runCommand('/quiz')
  const shown = await emulator.clickButton(first, 'Show the answer')
  const second = await emulator.clickButton(shown, 'Next question')
  const { right } = choicesOf(second)
  await expect.poll(() => readMessage(emulator, second), { timeout: 20_000 }).toContain('Next question')
  // Had the time of the first question changed the message, the second would never have been answered.
  expect(await readMessage(emulator, second)).toContain('question 2 of 5')
  expect(await readMessage(emulator, second)).toMatch(new RegExp(`The answer: \\*\\*(the )?${right}\\*\\*`))
})

test('a round of the day before yesterday ends in peace', async () => {
  const { emulator, clock } = await begin()
  const first = await emulator.runCommand('/quiz')
  clock.now = new Date('2026-06-06T12:00:00Z')
  expect(renderedText(await emulator.clickButton(first, choicesOf(first).right))).toBe(
    'This round is over. Type /quiz to begin another.',
  )
})

test('scores are kept only where a manager has switched them on, and can be deleted by each person', async () => {
  const { emulator } = await begin()
  const moe = emulator.as('moderator')
  const playOne = async () => {
    const question = await emulator.runCommand('/quiz')
    await moe.clickButton(question, choicesOf(question).right)
    await emulator.clickButton(question, choicesOf(question).wrong[0] ?? '')
    const open = await emulator.runCommand('/quiz show:scores')
    await emulator.clickButton(question, 'Show the answer')
    return renderedText(open)
  }
  await playOne()
  expect(renderedText(await emulator.runCommand('/quiz show:scores'))).toMatch(/^No scores are kept here\./)
  await moe.select(await moe.runCommand('/settings'), 'Quiz: scores by week', 'v2:settings:quizScores')
  // A question that is still open gives nothing away.
  expect(await playOne()).toContain('Nobody scored this week.')
  expect(await playOne()).toContain(`1. <@${emulator.world.users.moderator.id}> 1 right answer`)
  const deleted = await emulator.runCommand('/quiz')
  await moe.clickButton(deleted, choicesOf(deleted).right)
  await emulator.clickButton(deleted, 'Delete')
  const board = await emulator.runCommand('/quiz show:scores')
  const { id } = emulator.world.users.moderator
  expect(headingOf(board)).toBe('Quiz: week of Jun 1, 2026')
  expect(renderedText(board)).toContain(`1. <@${id}> 2 right answers`)
  expect(renderedText(board)).not.toContain(emulator.world.users.member.id)
  expect(renderedText(await emulator.clickButton(board, 'Last week'))).toContain('Nobody scored last week.')
  const privacy = await moe.runCommand('/privacy')
  expect(renderedText(privacy)).toContain('Scores of the quiz')
})
