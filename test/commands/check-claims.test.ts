// "Check claims" and /check, whole: verdicts for the presser alone, a reply, a report, the switch, hostile text.
import { expect, test, vi } from 'vitest'
import { createWorld, headingText, messageText, type Message } from 'discord-emulator'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import {
  allComponents,
  callMessages,
  headingOf,
  messageIn,
  renderedText,
  startTestBot,
  verdictOf,
} from '../helpers/test-bot.ts'

const world = createWorld()
const { emulator, log, databaseDirectory } = await startTestBot({ dataDirectory, emulator: { world } })
const { general } = world.channels

async function newestMessage(): Promise<Message | undefined> {
  const messages = (await callMessages(emulator, general, 'GET', '?limit=5')) as Message[]
  return messages[0]
}

async function check(content: string) {
  return emulator.runMessageCommand('Check claims', await emulator.as('moderator').sendMessage(content))
}

test('each statement has its verdict and its sources, and what was not checked is counted', async () => {
  const seen = await check(
    'NATO has 30 members. I think pizza is great. Sweden is in NATO! Is Malta in NATO?',
  )
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  const text = renderedText(seen)
  expect(text).toMatch(/^What the sources here say of 2 statements:/)
  expect(text).toMatch(
    /“NATO has 30 members\.”\n\*\*Was true\.\*\* NATO had 30 members from March 27, 2020 to April 4, 2023; NATO has 32/,
  )
  expect(text).toMatch(
    /“Sweden is in NATO!”\n\*\*Supported\.\*\* Sweden is in NATO, since March 7, 2024\. ?[¹²³]/,
  )
  expect(text).toMatch(/^-# 2 statements not checked: “I think pizza is great\.” and “Is Malta in NATO\?”$/m)
  expect(messageIn(seen).mentions).toEqual([])
})

test('of many statements that were not checked, a few are shown in their order, those that name something among them', async () => {
  const text = renderedText(
    await check('Sweden is in NATO. Pizza is good. I **love** Sweden. It is late. Malta rocks. So it goes.'),
  )
  expect(text).toMatch(
    /^-# 5 statements not checked, among them “Pizza is good\.”, “I love Sweden\.” and “Malta rocks\.”$/m,
  )
})

test('a verdict is posted once, as a reply that pings nobody', async () => {
  const message = await emulator.as('moderator').sendMessage('Ukraine is in NATO')
  const seen = await emulator.runMessageCommand('Check claims', message)
  const updated = await emulator.select(seen, 'Ukraine is in NATO')
  expect(renderedText(updated)).toBe('Posted.')
  const posted = await vi.waitFor(async () => {
    const newest = await newestMessage()
    if (!newest || newest.id === message.id) throw new Error('nothing was posted')
    return newest
  })
  expect(posted).toMatchObject({ message_reference: { message_id: message.id }, mentions: [] })
  expect(headingText(posted.components)).toBe('Ukraine is in NATO · claim')
  expect(messageText(posted)).toContain('**Contradicted.** Ukraine is an applicant to NATO')
  expect(await emulator.clickButton(posted, 'Delete')).toMatchObject({ type: 'deleted' })
})

test('a report names the claim and offers the facts of its verdict', async () => {
  const seen = await check('AUKUS has 4 members')
  const placeholders = allComponents(messageIn(seen).components).filter(
    (one) => 'placeholder' in one && one.placeholder === 'Report an error in …',
  )
  expect(placeholders).toHaveLength(1)
  const modal = await emulator.select(seen, 'AUKUS has 4 members', 'Report an error in …')
  if (modal.type !== 'modal') throw new Error(`expected a modal, not ${modal.type}`)
  const written = JSON.stringify(modal.modal)
  expect(written).toContain('“AUKUS has 4 members”: ')
  expect(written).toContain('The fact, or how the words were read?')
  const fact = /"value":"([a-z0-9-]+\/[a-z0-9-]+)"/.exec(written)?.[1] ?? ''
  await emulator.submitModal(modal, { fact, text: '“AUKUS has 4 members”: there is a newer count' })
  const state = openAppDatabase(databaseDirectory)
  expect(await state.reports.all()).toMatchObject([
    { factId: fact, message: '“AUKUS has 4 members”: there is a newer count' },
  ])
  await state.close()
})

test('/check answers one statement with a card to share, and several with a list', async () => {
  const one = await emulator.runCommand("/check claim:Sweden isn't in NATO")
  expect(one).toMatchObject({ ephemeral: true })
  expect(headingOf(one)).toBe('Sweden is not in NATO')
  expect(verdictOf(one)).toMatch(
    /^\*\*Was true\.\*\* Sweden was not in NATO until March 7, 2024; it is now\./,
  )
  expect(await emulator.clickButton(one, 'Share')).toMatchObject({ type: 'updated' })
  const several = await emulator.runCommand('/check claim:NATO has 32 members. Japan is in AUKUS.')
  const opened = await emulator.select(several, 'Japan is in AUKUS', 'Open one to share it …')
  expect(headingOf(opened)).toBe('Japan is in AUKUS')
})

test('ten long verdicts fit into one message, and what comes after is counted', async () => {
  const nations = 'Spain, Italy, Denmark, Norway, Iceland, Canada'
  const others = 'Belgium Portugal France Greece Turkey Germany Poland Hungary Romania Latvia Albania Croatia'
  const seen = await check(
    others
      .split(' ')
      .map((other) => `${nations} and ${other} are in NATO.`)
      .join(' '),
  )
  const text = renderedText(seen)
  expect(text.match(/\*\*Supported\.\*\*/g)).toHaveLength(10)
  expect(text).toMatch(/^-# 2 statements not checked$/m)
  expect(text.length).toBeLessThan(4000)
})

test('what a message says twice is shown once', async () => {
  const text = renderedText(
    await check('Sweden is in NATO. No way! Sweden is in NATO. Malta is not in NATO.'),
  )
  expect(text.match(/\*\*Supported\.\*\*/g)).toHaveLength(2)
})

test('nothing is checked in questions, opinions, games and quotations', async () => {
  const seen = await check(
    'I think NATO is best. My alliance has 32 members lol. He said "Sweden is not in NATO".',
  )
  expect(renderedText(seen)).toMatch(/^I found nothing here that I can check\./)
  expect(renderedText(seen)).toMatch(/^-# 3 statements not checked$/m)
})

test('embeds and text components of bots are read, and what is not read is said', async () => {
  const form = new FormData()
  form.append('payload_json', JSON.stringify({ embeds: [{ description: 'NATO has 32 members.' }] }))
  form.append('files[0]', new Blob(['AUKUS']), 'aukus.txt')
  const message = (await callMessages(emulator, general, 'POST', '', form)) as Message
  const seen = await emulator.runMessageCommand('Check claims', message)
  expect(renderedText(seen)).toContain('“NATO has 32 members.”\n**Supported.**')
  expect(renderedText(seen)).toMatch(/^-# .*I read only text, not files$/m)
})

test('forwarded messages are read as text, their embeds too, and what is not read of them is said', async () => {
  const form = new FormData()
  form.append(
    'payload_json',
    JSON.stringify({ content: 'NATO has 32 members.', embeds: [{ description: 'Japan is in AUKUS.' }] }),
  )
  form.append('files[0]', new Blob(['AUKUS']), 'aukus.txt')
  const original = (await callMessages(emulator, general, 'POST', '', form)) as Message
  const moderator = emulator.as('moderator')
  const seen = await emulator.runMessageCommand('Check claims', await moderator.forward(original))
  expect(renderedText(seen)).toContain('“NATO has 32 members.”\n**Supported.**')
  expect(renderedText(seen)).toContain('“Japan is in AUKUS.”\n**Contradicted.**')
  expect(renderedText(seen)).toMatch(/^-# .*I read only text, not files$/m)
})

test('a server can switch it off', async () => {
  const moderator = emulator.as('moderator')
  await moderator.select(await moderator.runCommand('/settings'), 'Check claims: off')
  const refusal = /^This server has switched Check claims off\./
  expect(renderedText(await check('NATO has 32 members'))).toMatch(refusal)
  expect(renderedText(await emulator.runCommand('/check claim:NATO has 32 members'))).toMatch(refusal)
  await moderator.clickButton(await moderator.runCommand('/settings'), 'Reset to defaults')
  expect(renderedText(await check('NATO has 32 members'))).toContain('**Supported.**')
})

test('hostile text neither pings nor breaks the card, and no message reaches the log', async () => {
  const hostile = [
    'Sweden @everyone **is** in [NATO](https://example.org) zanzibar.',
    '@everyone NATO has 30 members <@123456789012345678>.',
    `${'NATO has 30 members and '.repeat(60)}zanzibar`,
    '((((NATO)))) is ||in|| `NATO` \u202e zanzibar',
  ].join('\n')
  const seen = await check(hostile.slice(0, 2000))
  expect(messageIn(seen).mentions).toEqual([])
  expect(renderedText(seen)).not.toMatch(/(?<!\\)\[NATO\]\(/)
  const forged = await emulator.runCommand('/check claim:NATO has 9e99 members ~+~,: is-in~~nato')
  expect(forged).toMatchObject({ ephemeral: true })
  expect(JSON.stringify(log)).not.toContain('zanzibar')
})

test('a claim that is too long for a menu can be opened, shared and reported as well', async () => {
  const seen = await emulator.runCommand(
    '/check claim:Brazil, Russia, India, China, South Africa, Egypt, Ethiopia, Iran and the UAE are in BRICS. NATO has 32 members.',
  )
  const label =
    'Brazil, Russia, India, China, South Africa, Egypt, Ethiopia, Iran and the United Arab Emirates are…'
  const modal = await emulator.select(seen, label, 'Report an error in …')
  expect(modal).toMatchObject({ type: 'modal' })
  const opened = await emulator.select(seen, label, 'Open one to share it …')
  expect(headingOf(opened)).toBe(
    'Brazil, Russia, India, China, South Africa, Egypt, Ethiopia, Iran and the United Arab Emirates are in BRICS',
  )
  const shared = await emulator.clickButton(opened, 'Share')
  expect(shared).toMatchObject({ type: 'updated' })
})
