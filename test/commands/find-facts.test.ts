// The message commands "Find facts" and "Show sources", in every kind of channel and with every permission.
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  headingText,
  messageText,
  type Message,
  permission,
  createWorld,
  type ChannelKey,
} from 'discord-emulator'
import {
  allComponents,
  callMessages,
  headingOf,
  messageIn,
  startTestBot,
  renderedText,
} from '../helpers/test-bot.ts'

const world = createWorld()
const { emulator, log } = await startTestBot({ emulator: { world } })
const { home } = world.guilds
const everything = home.botPermissions
const { general } = world.channels

beforeEach(() => {
  home.botPermissions = everything
})

/** The messages in a channel, newest first. */
async function messagesIn(channel: ChannelKey): Promise<Message[]> {
  return (await callMessages(emulator, world.channels[channel], 'GET', '?limit=50')) as Message[]
}

/** The message posted after the given one, once it arrives. */
async function postedAfter({ id }: Message, channel: ChannelKey): Promise<Message> {
  return vi.waitFor(async () => {
    const [newest] = await messagesIn(channel)
    if (!newest || newest.id === id) throw new Error('nothing was posted')
    return newest
  })
}

test('lists the entities mentioned in a message, each with a one-line summary, visible only to the user', async () => {
  const message = await emulator
    .as('moderator')
    .sendMessage('bro natos better than AUKUS, ask rok. my quad bike agrees')
  const found = await emulator.runMessageCommand('Find facts', message)
  expect(found).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(found)).toMatch(/^This message names 3 things that I have facts on\./)
  const text = renderedText(found)
  expect(text).toContain('**NATO** (“natos”) An alliance')
  expect(text).toContain('**AUKUS** A partnership')
  expect(text).toContain('South Korea** (“rok”) ')
  expect(text).not.toContain('Quad')
})

test('a message without mentions gets a helpful line', async () => {
  const message = await emulator.sendMessage('can someone help us with `nato`')
  const found = await emulator.runMessageCommand('Find facts', message)
  expect(renderedText(found)).toMatch(/^I know no name in this message\./)
  expect(allComponents(messageIn(found).components).filter((one) => 'custom_id' in one)).toEqual([])
})

test('reads the text of components, as on Entente’s own cards', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const found = renderedText(await emulator.runMessageCommand('Find facts', card))
  expect(found).toMatch(/^This message names \d+ things that I have facts on\./)
  expect(found).toContain('**NATO** An alliance')
  expect(found).not.toContain('I read only')
})

/** A message of a bot. */
async function postByBot(body: object): Promise<Message> {
  return (await callMessages(emulator, general, 'POST', '', body)) as Message
}

test('reads the texts of embeds', async () => {
  const embeds = [{ title: 'News', description: 'NATO met', fields: [{ name: 'Also', value: 'AUKUS' }] }]
  const found = await emulator.runMessageCommand('Find facts', await postByBot({ embeds }))
  expect(renderedText(found)).toMatch(/^This message names 2 things that I have facts on\./)
})

test('says which parts of a message it does not read', async () => {
  const form = new FormData()
  form.append('payload_json', JSON.stringify({ content: 'look at this' }))
  form.append('files[0]', new Blob(['NATO']), 'nato.txt')
  const response = await fetch(`${emulator.apiUrl}/v10/channels/${general.id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${emulator.token}` },
    body: form,
  })
  const found = await emulator.runMessageCommand('Find facts', (await response.json()) as Message)
  expect(renderedText(found)).toMatch(
    /^I know no name in this message\.[^]+\n-# I read only the message text, not its files\.$/,
  )
})

test('the chosen card is a real reply, pings nobody, and can be deleted by its requester or a moderator', async () => {
  const message = await emulator.as('moderator').sendMessage('is RIMPAC an exercise or an alliance')
  const found = await emulator.runMessageCommand('Find facts', message)
  const updated = await emulator.select(found, 'RIMPAC')
  expect(updated).toMatchObject({ type: 'updated', ephemeral: true })
  expect(messageIn(updated)).toMatchObject({ mentions: [] })
  expect(renderedText(updated)).toBe('Posted.')
  const posted = await postedAfter(message, 'general')
  expect(posted).toMatchObject({
    type: 19,
    message_reference: { message_id: message.id, channel_id: general.id },
    mentions: [],
    mention_everyone: false,
  })
  expect(messageText(posted)).toMatch(new RegExp(`^-# Asked by <@${world.users.member.id}>$`, 'm'))
  expect(headingText(posted.components)).toMatch(/RIMPAC/)

  const refused = await emulator.as('userInstaller').clickButton(posted, 'Delete')
  expect(renderedText(refused)).toMatch(/^Only the person who asked for this card/)
  const sources = await emulator.as('userInstaller').clickButton(posted, 'Sources')
  expect(sources).toMatchObject({ ephemeral: true })
  expect(await emulator.clickButton(posted, 'Delete')).toMatchObject({ type: 'deleted' })
  expect((await messagesIn('general'))[0]?.id).toBe(message.id)
})

test('names are found despite flags, other scripts and invisible characters', async () => {
  const message = await emulator.sendMessage(
    '🇯🇵는 NATO와 다르다, 日本とAUKUS, NO\u200bRAD 🏴󠁧󠁢󠁷󠁬󠁳󠁿 vs Chinese Taipei',
  )
  const text = renderedText(await emulator.runMessageCommand('Find facts', message))
  expect(text).toMatch(/^This message names 5 things/)
  expect(text).toContain('Japan** (“🇯🇵”) ')
  for (const name of ['NATO', 'AUKUS', 'NORAD', 'United Kingdom']) expect(text).toContain(`${name}**`)
  expect(text).not.toContain('**China**')
})

test('only the first 25 of more than 25 entities are offered', async () => {
  const names = `Japan Canada Australia India China Russia Ukraine Morocco Indonesia Belgium Bulgaria Malta Finland
    Sweden Israel Egypt Nigeria Algeria Tonga Bangladesh Lithuania NATO NORAD ANZUS AUKUS RIMPAC Balikatan EUCOM`
  const found = await emulator.runMessageCommand('Find facts', await emulator.sendMessage(names))
  expect(renderedText(found)).toMatch(/^This message names 28 things .+ The first 25 are in the menu\. /)
  expect(renderedText(found).match(/^\*\*/gm)).toHaveLength(5)
})

test('a question of the message is answered first, and the answer can be posted', async () => {
  const message = await emulator
    .as('moderator')
    .sendMessage('lol. is aukus an alliance? @everyone `was NATO founded`')
  const found = await emulator.runMessageCommand('Find facts', message)
  expect(renderedText(found)).toMatch(
    /^This message asks 1 question that I can answer and names 1 thing that I have facts on\. Choose/,
  )
  expect(renderedText(found)).toMatch(/^\*\*Is AUKUS an alliance\?\*\* Sources differ\. /m)
  await emulator.select(found, 'Is AUKUS an alliance?')
  const posted = await postedAfter(message, 'general')
  expect(headingText(posted.components)).toBe('Is AUKUS an alliance?')
  expect(posted).toMatchObject({ message_reference: { message_id: message.id }, mentions: [] })
})

test('two concurrent choices post a single card', async () => {
  const message = await emulator.sendMessage('NATO and AUKUS')
  const found = await emulator.runMessageCommand('Find facts', message)
  await Promise.all([emulator.select(found, 'NATO'), emulator.select(found, 'AUKUS')])
  await postedAfter(message, 'general')
  const since = (await messagesIn('general')).filter(({ id }) => BigInt(id) > BigInt(message.id))
  expect(since).toHaveLength(1)
})

describe('if a real reply cannot be posted, a follow-up links to the message', () => {
  test.each([
    ['View Channel', permission.viewChannel],
    ['Send Messages', permission.sendMessages],
    ['Read Message History', permission.readHistory],
  ])('without the bot permission %s', async (_name, bit) => {
    const message = await emulator.sendMessage('NATO')
    home.botPermissions = everything & ~bit
    const updated = await emulator.select(await emulator.runMessageCommand('Find facts', message), 'NATO')
    const posted = messageIn(await emulator.nextResponse(updated))
    expect(posted.message_reference?.message_id).not.toBe(message.id)
    expect(messageText(posted)).toContain(
      `-# About https://discord.com/channels/${home.id}/${general.id}/${message.id}`,
    )
    expect(posted.mentions).toEqual([])
  })

  test.each(['otherGuild', 'dm', 'group', 'dmWithFriend'] as const)('%s', async (name) => {
    const userInstaller = emulator.as('userInstaller').in(name)
    const message = await userInstaller.sendMessage('AUKUS or ANZUS?')
    const updated = await userInstaller.select(
      await userInstaller.runMessageCommand('Find facts', message),
      'ANZUS',
    )
    const posted = messageIn(await userInstaller.nextResponse(updated))
    const guildId = name === 'otherGuild' ? world.guilds.otherGuild.id : '@me'
    expect(messageText(posted)).toContain(
      `-# About https://discord.com/channels/${guildId}/${message.channel_id}/${message.id}`,
    )
    expect(headingText(posted.components)).toMatch(/ANZUS/)
  })
})

describe('in threads, Send Messages in Threads is required', () => {
  test.each([
    ['thread', permission.sendMessages, true],
    ['thread', permission.sendInThreads, false],
    ['forumPost', permission.sendMessages, true],
    ['general', permission.sendInThreads, true],
    ['general', permission.sendMessages, false],
    ['voice', 0n, true],
  ] as const)('%s without %s: a real reply: %s', async (name, without, isReply) => {
    const here = emulator.in(name)
    const message = await here.sendMessage('ANZUS')
    home.botPermissions = everything & ~without
    await here.select(await here.runMessageCommand('Find facts', message), 'ANZUS')
    const posted = await postedAfter(message, name)
    expect(posted.message_reference?.message_id === message.id).toBe(isReply)
  })
})

test('if members may not use external apps, only the list is available, and it says so', async () => {
  const userInstaller = emulator.as('userInstaller').in('otherGuildNoExternalApps')
  const message = await userInstaller.sendMessage('ANZUS')
  const updated = await userInstaller.select(
    await userInstaller.runMessageCommand('Find facts', message),
    'ANZUS',
  )
  expect(updated).toMatchObject({ type: 'updated', ephemeral: true })
  expect(headingOf(updated)).toBe('ANZUS')
  expect(renderedText(updated)).toMatch(/you need the “Use External Apps” permission in this channel\.$/m)
})

test('if the message is deleted meanwhile, the card is posted without a reply reference', async () => {
  const message = await postByBot({ content: 'NORAD' })
  const found = await emulator.runMessageCommand('Find facts', message)
  await callMessages(emulator, general, 'DELETE', `/${message.id}`)
  const before = await emulator.sendMessage('meanwhile')
  await emulator.select(found, 'NORAD')
  const posted = await postedAfter(before, 'general')
  expect(headingText(posted.components)).toMatch(/NORAD/)
  expect(posted.message_reference).toBeUndefined()
})

test('no message content reaches the log', async () => {
  await emulator.runMessageCommand('Find facts', await emulator.sendMessage('zanzibar secret NATO plan'))
  expect(JSON.stringify(log)).not.toContain('zanzibar')
})

describe('Show sources', () => {
  test('shows the facts behind one of Entente’s cards', async () => {
    const card = await emulator.runCommand('/alliance name:NORAD')
    const sources = await emulator.as('moderator').runMessageCommand('Show sources', card)
    expect(sources).toMatchObject({ ephemeral: true })
    expect(renderedText(sources)).toMatch(/^### Sources\nThis card shows \d+ facts/)
  })

  test('explains the square brackets of titles', async () => {
    const card = await emulator.runCommand('/alliance name:NATO')
    const sources = renderedText(await emulator.runMessageCommand('Show sources', card))
    expect(sources).toMatch(/^-# .*Titles in \[brackets\] are ours$/m)
  })

  test('says what to do instead for messages of others', async () => {
    const seen = await emulator.runMessageCommand(
      'Show sources',
      await emulator.sendMessage('NATO is 100 years old'),
    )
    expect(renderedText(seen)).toMatch(/^That message isn't mine.*Find facts/)
  })

  test('says so for a message of Entente that states no facts', async () => {
    const line = await emulator.runCommand('/help')
    const seen = await emulator.runMessageCommand('Show sources', line)
    expect(renderedText(seen)).toMatch(/^That message contains no facts\./)
  })
})
