// The fact of the day as a server sees it: switched on, posted once a day, over restarts and processes, and stopped.
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  dmChannelOf,
  permission,
  startDiscordEmulator,
  type ChannelKey,
  type DiscordEmulator,
  type Message,
} from 'discord-emulator'
import { startApp, type App } from '../../src/app.ts'
import { createLog } from '../../src/config/logger.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { allComponents, callMessages, renderedText } from '../helpers/test-bot.ts'
import { copyDatabase, openRealFacts, temporaryFolder } from '../fixtures/sample-data.ts'

const facts = openRealFacts()

interface LogLine {
  msg?: string
  outcome?: string
  reason?: string
  told?: string | false
}

/** A server with its bots, which share one database and a clock that a test sets. */
async function begin({ bots: count = 1 } = {}) {
  const databaseDirectory = temporaryFolder()
  copyDatabase(dataDirectory, databaseDirectory)
  const emulator = await startDiscordEmulator({ port: 0 })
  const clock = { now: new Date('2026-06-01T12:00:00Z') }
  const log: LogLine[] = []
  const startBot = async () =>
    startApp({
      ...{ token: emulator.token, apiUrl: emulator.apiUrl, dataDirectory, databaseDirectory },
      now: () => clock.now,
      images: false,
      dailyFactsCheckMs: 20,
      rateLimit: { burst: Infinity },
      log: await createLog({
        level: 'info',
        production: true,
        secrets: [],
        destination: { write: (line) => void log.push(JSON.parse(line) as LogLine) },
      }),
    })
  let bots: App[] = []
  const startAll = async () => {
    for (let index = 0; index < count; index++) bots.push(await startBot())
  }
  const stop = async () => {
    for (const bot of bots) await bot.close()
    bots = []
  }
  await startAll()
  onTestFinished(async () => {
    await stop()
    await emulator.close()
  })
  const outcomes = () => log.filter(({ msg }) => msg === 'fact of the day').map(({ outcome }) => outcome)
  return {
    emulator,
    moderator: emulator.as('moderator'),
    log,
    outcomes,
    at: (time: string) => void (clock.now = new Date(time)),
    /** Sets the clock and waits until another post has come to its end. */
    pass: async (time: string) => {
      const before = outcomes().length
      clock.now = new Date(time)
      await vi.waitUntil(() => outcomes().length > before, 10_000)
    },
    stop,
    startAll,
  }
}

async function messagesIn(emulator: DiscordEmulator, key: ChannelKey): Promise<Message[]> {
  return (await callMessages(emulator, emulator.world.channels[key], 'GET', '?limit=50')) as Message[]
}

async function directMessages(emulator: DiscordEmulator, user: 'moderator' | 'member'): Promise<string[]> {
  const channel = dmChannelOf(emulator.world.users[user])
  const messages = (await callMessages(emulator, channel, 'GET', '?limit=50')) as Message[]
  return messages.map(({ content }) => content)
}

/** Long enough for several checks of what is due. */
const several = async () => new Promise((resolve) => setTimeout(resolve, 200))

function textOf(message: Message | undefined): string {
  if (!message) throw new Error('there is no message')
  return renderedText({ type: 'message', interactionId: '', index: 0, ephemeral: false, message })
}

test('two bots on one database post once a day at the hour, over a change of the clocks and a restart', async () => {
  const { emulator, moderator, at, pass, stop, startAll, outcomes } = await begin({ bots: 2 })
  at('2026-10-23T12:00:00Z')
  const set = await moderator.runCommand('/daily hour:9 time_zone:Berlin')
  expect(set).toMatchObject({ ephemeral: true })
  const { id } = emulator.world.channels.general
  expect(renderedText(set)).toContain(`One fact a day is posted in <#${id}> at 9 AM, Europe/Berlin time.`)
  expect(renderedText(set)).toContain(`<t:${Date.parse('2026-10-24T07:00:00Z') / 1000}:f>`)

  at('2026-10-24T06:59:59Z')
  await several()
  expect(await messagesIn(emulator, 'general')).toEqual([])
  await pass('2026-10-24T07:00:00Z')
  await several()
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)

  await stop()
  await startAll()
  at('2026-10-25T07:59:00Z')
  await several()
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)
  await pass('2026-10-25T08:00:00Z')
  await several()
  const posted = await messagesIn(emulator, 'general')
  expect(posted).toHaveLength(2)
  expect(posted[0]?.components).not.toEqual(posted[1]?.components)
  expect(outcomes()).toEqual(['posted', 'posted'])
})

test('the post is a card that pings nobody, with sources and what follows on each press', async () => {
  const { emulator, moderator, pass } = await begin()
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  await pass('2026-06-02T09:00:00Z')
  const [message] = await messagesIn(emulator, 'general')
  if (!message) throw new Error('nothing was posted')
  expect(textOf(message)).toMatch(/^### Fact of the day\n.+\.\n-# .+\d{4}/)
  expect(message).toMatchObject({ mentions: [], mention_everyone: false })
  expect(emulator.log.calls.find(({ path }) => path.endsWith('/messages'))?.body).toMatchObject({
    allowed_mentions: { parse: [] },
    enforce_nonce: true,
  })
  const labels = allComponents(message.components).flatMap(({ label }) => label ?? [])
  expect(labels).toEqual(['Another', expect.any(String), 'Sources', 'Delete'])

  const sources = await emulator.clickButton(message, 'Sources')
  expect(sources).toMatchObject({ type: 'message', ephemeral: true })
  const another = await moderator.clickButton(message, 'Another')
  expect(another).toMatchObject({ type: 'message', ephemeral: true })
  const shared = await moderator.nextResponse(await moderator.clickButton(another, 'Share'))
  expect(shared).toMatchObject({ type: 'message', ephemeral: false })

  // Manage Server without Manage Messages.
  const { members } = emulator.world.guilds.home
  const { moderator: user } = emulator.world.users
  members[user.id] = (members[user.id] ?? 0n) & ~permission.manageMessages
  expect(renderedText(await emulator.clickButton(message, 'Delete'))).toMatch(/^Only the person who asked/)
  expect(await moderator.clickButton(message, 'Delete')).toMatchObject({ type: 'deleted' })
})

test('a post that was missed is made up within three hours, and skipped after that', async () => {
  const { emulator, moderator, at, pass, stop, startAll, outcomes } = await begin()
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  await stop()
  at('2026-06-02T11:59:00Z')
  await startAll()
  await vi.waitUntil(() => outcomes().length === 1, 10_000)
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)
  await stop()
  at('2026-06-04T12:01:00Z')
  await startAll()
  await vi.waitUntil(() => outcomes().length === 2, 10_000)
  expect(outcomes()).toEqual(['posted', 'skipped'])
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)
  await pass('2026-06-05T09:00:00Z')
  expect(await messagesIn(emulator, 'general')).toHaveLength(2)
})

test('a channel of its choice, and an hour that is changed after the post of the day, still once a day', async () => {
  const { emulator, moderator, pass, at } = await begin()
  await expect(moderator.runCommand('/daily hour:25 time_zone:UTC')).rejects.toThrow('must be one of')
  await moderator.runCommand('/daily hour:9 time_zone:UTC channel:a thread')
  await pass('2026-06-02T09:00:00Z')
  expect(await messagesIn(emulator, 'thread')).toHaveLength(1)
  const changed = await moderator.runCommand('/daily hour:15 time_zone:UTC channel:a thread')
  expect(renderedText(changed)).toContain(`<t:${Date.parse('2026-06-03T15:00:00Z') / 1000}:f>`)
  at('2026-06-02T15:00:00Z')
  await several()
  expect(await messagesIn(emulator, 'thread')).toHaveLength(1)
  // Discord opens an archived thread again for a message.
  emulator.world.channels.thread.archived = true
  await pass('2026-06-03T15:00:00Z')
  expect(await messagesIn(emulator, 'thread')).toHaveLength(2)
  expect(emulator.world.channels.thread.archived).toBe(false)
})

test.each([
  [
    'Send Messages is missing',
    ({ world }: DiscordEmulator) => void (world.channels.general.denied = { bot: permission.sendMessages }),
    'no permission',
    /I may no longer write in <#\d+>\. Grant me Send Messages there/,
  ],
  [
    'View Channel is missing',
    ({ world }: DiscordEmulator) => void (world.channels.general.denied = { bot: permission.viewChannel }),
    'no access',
    /I can no longer see <#\d+>\. Grant me View Channel there/,
  ],
  [
    'the channel is gone',
    ({ world }: DiscordEmulator) => void (world.channels.general = { ...world.channels.general, id: '1' }),
    'channel gone',
    /Its channel was deleted\. Choose another channel/,
  ],
  [
    'the thread is locked',
    ({ world }: DiscordEmulator) => void (world.channels.general.locked = true),
    'locked',
    /The thread <#\d+> is locked\. Unlock it/,
  ],
])('when %s, the manager is told once and it stops', async (_what, breakChannel, reason, sentence) => {
  const { emulator, moderator, pass, at, outcomes, log } = await begin({ bots: 2 })
  await moderator.runCommand('/daily hour:9 time_zone:UTC channel:general')
  breakChannel(emulator)
  await pass('2026-06-02T09:00:00Z')
  at('2026-06-04T09:00:00Z')
  await several()
  expect(outcomes()).toEqual(['stopped'])
  expect(log.find(({ outcome }) => outcome === 'stopped')).toMatchObject({ reason, told: 'delivered' })
  const told = await directMessages(emulator, 'moderator')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/^The fact of the day that you switched on has stopped\./)
  expect(told[0]).toMatch(sentence)
  const panel = await moderator.in('thread').runCommand('/settings')
  expect(renderedText(panel)).toMatch(new RegExp(`\\*\\*Fact of the day\\*\\* Stopped\\. ${sentence.source}`))
})

test('what Discord answers with a server error is not posted again, because it may have been posted', async () => {
  const { emulator, moderator, pass, at, outcomes } = await begin()
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  const end = emulator.faults.failWith(502, {
    match: /\/channels\/\d+\/messages/,
    afterProcessing: true,
    count: 4,
  })
  await pass('2026-06-02T09:00:00Z')
  end()
  at('2026-06-02T09:10:00Z')
  await several()
  expect(outcomes()).toEqual(['failed'])
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)
  await pass('2026-06-03T09:00:00Z')
  expect(await messagesIn(emulator, 'general')).toHaveLength(2)
})

test('it is switched off with a button, in /settings, or with a reset, and then nothing is posted', async () => {
  const { emulator, moderator, at } = await begin()
  const offPanel = await moderator.runCommand('/settings')
  expect(renderedText(offPanel)).toContain('**Fact of the day** Off.')
  const set = await moderator.runCommand('/daily hour:9 time_zone:UTC')
  expect(renderedText(await moderator.clickButton(set, 'Switch off'))).toContain('It is switched off.')

  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  let panel = await moderator.runCommand('/settings')
  expect(renderedText(panel)).toMatch(
    /\*\*Fact of the day\*\* In <#\d+> at 9 AM, UTC time\. Next: <t:\d+:f>\./,
  )
  panel = await moderator.clickButton(panel, 'Switch off the fact of the day')
  expect(renderedText(panel)).toContain('**Fact of the day** Off.')
  await expect(moderator.clickButton(panel, 'Reset to defaults')).rejects.toThrow('disabled')

  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  panel = await moderator.clickButton(await moderator.runCommand('/settings'), 'Reset to defaults')
  expect(renderedText(panel)).toContain('**Fact of the day** Off.')
  at('2026-06-02T09:00:00Z')
  await several()
  expect(await messagesIn(emulator, 'general')).toEqual([])
})

test('only members with Manage Server switch it on, where they and Entente may write, in a time zone there is', async () => {
  const { emulator, moderator, at } = await begin()
  await expect(emulator.runCommand('/daily hour:9 time_zone:UTC')).rejects.toThrow('does not offer daily')
  await expect(emulator.in('dm').runCommand('/daily hour:9 time_zone:UTC')).rejects.toThrow()
  const refused = async (options: string) =>
    renderedText(await moderator.runCommand(`/daily hour:9 ${options}`))
  expect(await refused('time_zone:Narnia')).toMatch(/^I know no such time zone/)
  expect(await refused('time_zone:UTC channel:announcements')).toMatch(
    /^I need the “Send Messages” permission in <#\d+>\./,
  )
  const { announcements, thread } = emulator.world.channels
  announcements.denied = { users: permission.sendMessages }
  expect(await refused('time_zone:UTC channel:announcements')).toMatch(/^You may not write in <#\d+>/)
  thread.denied = { bot: permission.sendInThreads }
  expect(renderedText(await moderator.in('thread').runCommand('/daily hour:9 time_zone:UTC'))).toMatch(
    /^I need the “Send Messages in Threads” permission/,
  )
  at('2026-06-02T09:00:00Z')
  await several()
  for (const key of ['general', 'thread', 'announcements'] as const)
    expect(await messagesIn(emulator, key)).toEqual([])
})

test('a server that keeps to the five articles is told facts of these alone', async () => {
  const { emulator, moderator, pass } = await begin()
  await moderator.select(await moderator.runCommand('/settings'), 'Sources: the five articles')
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  for (let day = 2; day <= 6; day++) await pass(`2026-06-0${day}T09:00:00Z`)
  const statements = (await messagesIn(emulator, 'general')).map((message) => textOf(message).split('\n')[1])
  const seed = new Set(
    facts
      .articles()
      .filter(({ shelf }) => shelf === 'seed')
      .flatMap(({ id }) => facts.factsInArticle(id).map(({ statement }) => statement)),
  )
  expect(new Set(statements).size).toBe(5)
  expect(statements.filter((statement) => !seed.has(statement ?? ''))).toEqual([])
})

test('time zones are completed by city, country and abbreviation, with the time it is there', async () => {
  const { moderator } = await begin()
  const complete = async (text: string) =>
    (await moderator.autocomplete(`/daily hour:9 time_zone:${text}`)).map(({ name }) => name)
  expect((await complete('japan'))[0]).toBe('Asia/Tokyo · Japan Time · now 21:00')
  expect((await complete('mumbai'))[0]).toBe('Asia/Kolkata · India Time · now 17:30')
  expect((await complete('est'))[0]).toBe('America/New_York · Eastern Time · now 08:00')
  expect((await complete('new y'))[0]).toMatch(/^America\/New_York/)
  expect((await complete(''))[0]).toBe('UTC · Coordinated Universal Time · now 12:00')
  expect(await complete('')).toHaveLength(16)
  expect(await complete('zzz')).toEqual([])
})

test('once who switched it on has deleted their data, it goes on and nobody is told when it stops', async () => {
  const { emulator, moderator, pass, log } = await begin()
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  const privacy = await moderator.runCommand('/privacy')
  await moderator.clickButton(privacy, 'Delete my data')
  await pass('2026-06-02T09:00:00Z')
  expect(await messagesIn(emulator, 'general')).toHaveLength(1)
  emulator.world.channels.general.locked = true
  await pass('2026-06-03T09:00:00Z')
  expect(log.find(({ outcome }) => outcome === 'stopped')).toMatchObject({ told: false })
})

test('nothing is posted for a server that has deleted its data', async () => {
  const { emulator, moderator, at } = await begin()
  await moderator.runCommand('/daily hour:9 time_zone:UTC')
  await moderator.clickButton(await moderator.runCommand('/privacy'), "Delete this server's data")
  at('2026-06-02T09:00:00Z')
  await several()
  expect(await messagesIn(emulator, 'general')).toEqual([])
})
