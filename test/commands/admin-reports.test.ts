// /admin reports: what operators see of a report, even if its fact was changed or removed, and what they can do with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Message, createWorld, dmChannelOf, type EmulatorUser } from 'discord-emulator'
import { seed } from '../../src/revisions/publish.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import {
  fieldValue,
  headingOf,
  messageIn,
  startTestBot,
  untilLive,
  renderedText,
  verdictOf,
} from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)

const world = createWorld()
const { member, moderator, userInstaller } = world.users
const { emulator, log, databaseDirectory } = await startTestBot({ dataDirectory, emulator: { world } })
const operator = emulator.as('operator')
const gazette = 'articles/gazette.yaml'
const hostile = '@everyone <@&1> ||**see** [here](https://evil.example)|| \n# big `code` \u202e <script>'

async function report(by: EmulatorUser, fact: string, text: string): Promise<void> {
  const user = emulator.as(by)
  const name = fact.includes('drill') ? 'Gull Drill' : 'Harbor League'
  const sources = await user.clickButton(await user.runCommand(`/about name:${name}`), 'Sources')
  const modal = await user.clickButton(sources, 'Report an error')
  const answer = await user.submitModal(modal, { fact: `gazette/${fact}`, text })
  expect(renderedText(answer)).toMatch(/^Thank you\./)
}

async function directMessages(user: EmulatorUser): Promise<Message[]> {
  const response = await fetch(`${emulator.apiUrl}/v10/channels/${dmChannelOf(user).id}/messages`, {
    headers: { authorization: `Bot ${emulator.token}` },
  })
  return (await response.json()) as Message[]
}

async function reseed(files: typeof sampleFiles): Promise<void> {
  writeFiles(dataDirectory, files)
  expect(await seed({ dataDirectory, databaseDirectory, actor: 'shell' })).toMatchObject({
    outcome: 'published',
  })
  await untilLive({ log, databaseDirectory })
}

async function inState<Result>(
  read: (db: ReturnType<typeof openAppDatabase>) => Promise<Result>,
): Promise<Result> {
  const db = openAppDatabase(databaseDirectory)
  try {
    return await read(db)
  } finally {
    await db.close()
  }
}

test('says so if there are no reports', async () => {
  expect(renderedText(await operator.runCommand('/admin reports'))).toBe('No report is open.')
})

test('the oldest report comes first, with the fact as reported and as it is now, changed or removed', async () => {
  await report(member, 'drill-region', 'It moved to the Baltic Sea this year.')
  await report(userInstaller, 'league-ports', hostile)
  await report(moderator, 'league-founded', 'Surely this was earlier than that.')

  expect(fieldValue(await operator.runCommand('/admin status'), 'User reports')).toBe(
    '3 open: type /admin reports',
  )
  const first = await operator.runCommand('/admin reports')
  expect(first).toMatchObject({ ephemeral: true })
  expect(verdictOf(first)).toBe('3 reports are open; this is the oldest.')
  expect(fieldValue(first, 'Reported')).toContain(
    `by <@${member.id}>: “It moved to the Baltic Sea this year.”`,
  )
  expect(fieldValue(first, 'In revision 1')).toBe('Gull Drill takes place in the North Sea.')
  expect(fieldValue(first, 'Now')).toBe('Unchanged.')

  const statement = 'Gull Drill takes place in the North Sea.'
  const changed = 'Gull Drill took place in the North Sea.'
  await reseed(sampleWith(gazette, statement, changed))
  const laterCard = await operator.runCommand('/admin reports')
  expect(fieldValue(laterCard, 'In revision 1')).toBe(statement)
  expect(fieldValue(laterCard, 'Now')).toBe(changed)

  await reseed(sampleWith(gazette, 'id: drill-region', 'id: drill-place'))
  const gone = await operator.runCommand('/admin reports')
  expect(fieldValue(gone, 'In revision 1')).toBe(statement)
  expect(fieldValue(gone, 'Now')).toBe('It is no longer among the facts.')
})

test('a report cannot ping, link or format anything', async () => {
  const second = await operator.clickButton(await operator.runCommand('/admin reports'), 'Newer')
  expect(verdictOf(second)).toBe('3 reports are open; this is number 2 by age.')
  expect(messageIn(second)).toMatchObject({ mentions: [], mention_everyone: false })
  const reported = fieldValue(second, 'Reported')
  expect(reported).toContain('“@everyone \\<@&1\\> \\|\\|\\*\\*see\\*\\*')
  expect(reported).toMatch(/https: \/\/evil\.example.*”$/)
  expect(JSON.stringify(log)).not.toContain('evil.example')
})

test('an answer is sent to the reporter as a direct message and stored', async () => {
  const reportCard = await operator.runCommand('/admin reports')
  const modal = await operator.clickButton(reportCard, 'Answer')
  const answered = await operator.submitModal(modal, { text: 'Thank you, the article says otherwise.' })
  expect(answered).toMatchObject({ ephemeral: true })
  expect(renderedText(answered)).toBe(
    'Your answer to report 1 is sent. The report stays open until you close it.',
  )
  const [direct] = await directMessages(member)
  expect(direct?.content).toBe(
    "Entente's operators answered your report 1 on “Gull Drill takes place in the North Sea.”\nThank you, the article says otherwise.",
  )
  const laterCard = await operator.runCommand('/admin reports')
  expect(fieldValue(laterCard, 'Answered')).toBe(
    'in a direct message: “Thank you, the article says otherwise.”',
  )
})

test('an answer that Discord cannot deliver is stored, and the card says so', async () => {
  Reflect.deleteProperty(world.guilds.home.members, userInstaller.id)
  userInstaller.installed = false
  const second = await operator.clickButton(await operator.runCommand('/admin reports'), 'Newer')
  const answered = await operator.submitModal(await operator.clickButton(second, 'Answer'), { text: 'No.' })
  expect(renderedText(answered)).toMatch(/is saved, because the direct message could not be delivered\./)
  expect(await inState(({ reports }) => reports.get(2))).toMatchObject({ answer: 'No.', delivered: false })
})

test('all reports are exported as a file, without their reporters', async () => {
  const sent = await operator.clickButton(await operator.runCommand('/admin reports'), 'All as a file')
  expect(sent).toMatchObject({ ephemeral: true })
  const [file] = messageIn(sent).attachments
  expect(file?.filename).toBe('reports.json')
  const text = await (await fetch(file?.url ?? '')).text()
  expect(text).not.toContain(member.id)
  expect(JSON.parse(text)).toMatchObject([
    { number: 1, factId: 'gazette/drill-region', revision: 1, currentStatement: null, delivered: true },
    { number: 2, message: hostile.trim(), delivered: false },
    { number: 3, statement: 'The Harbor League was founded in 1950.', answer: null, closedAt: null },
  ])
})

test('closing a report shows the next one, and the audit log records both actions', async () => {
  const closed = await operator.clickButton(await operator.runCommand('/admin reports'), 'Close')
  expect(verdictOf(closed)).toBe('Report 1 is closed. 2 reports are open; this is the oldest.')
  expect(headingOf(closed)).toBe('Report 2')
  expect(
    (await inState((db) => db.latestAudit(2))).map(({ action, detail }) => `${action}: ${detail}`),
  ).toEqual([
    'close report: report 1',
    'answer report: report 2, saved, because the direct message could not be delivered',
  ])
})

test('a report deleted by its reporter disappears, even while an operator is viewing it', async () => {
  const reportCard = await operator.runCommand('/admin reports')
  const modal = await operator.clickButton(reportCard, 'Answer')
  await inState(({ reports }) => reports.deleteByUser(userInstaller.id))
  expect(renderedText(await operator.submitModal(modal, { text: 'Hello?' }))).toMatch(
    /^There is nothing to answer/,
  )
  expect(renderedText(await operator.clickButton(reportCard, 'Answer'))).toMatch(
    /^The sender deleted this report/,
  )
  expect(verdictOf(await operator.clickButton(reportCard, 'Close'))).toMatch(/One report is open\.$/)
})

test('a report whose fact changed while it was being written is stored without a statement', async () => {
  const sources = await emulator.clickButton(
    await emulator.runCommand('/about name:Harbor League'),
    'Sources',
  )
  const modal = await emulator.clickButton(sources, 'Report an error')
  await reseed(sampleWith(gazette, 'founded in 1950', 'founded in the year 1950'))
  const sent = await emulator.submitModal(modal, {
    fact: 'gazette/league-founded',
    text: 'Was it not in 1951?',
  })
  expect(renderedText(sent)).toMatch(/^Thank you\./)
  expect(await inState(({ reports }) => reports.get(4))).toMatchObject({ statement: '' })
})

test('nobody else can use /admin reports', async () => {
  await expect(emulator.runCommand('/admin reports')).rejects.toThrow('Discord does not offer')
  const administrator = emulator.as('administrator')
  expect(renderedText(await administrator.runCommand('/admin reports'))).toMatch(/^Only Entente's operators/)
})
