// discord.js against the emulator: login, application, commands, messages.
import { TextDisplayBuilder } from '@discordjs/builders'
import { ApplicationIntegrationType, Client, Events, GatewayIntentBits, MessageFlags, Team } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeEach(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 300 })
  emulator.world.application.privilegedIntents = GatewayIntentBits.MessageContent
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits
  bot = await startBot(emulator, [{ name: 'ask', description: 'd' }], {
    intents: [Guilds, GuildMessages, MessageContent],
  })
})

afterEach(async () => {
  await bot.close()
  await emulator.close()
})

test('fetches its application, owner, team and integration types', async () => {
  const application = await bot.client.application.fetch()
  expect(application.owner).toMatchObject({ username: 'operator' })
  expect(Object.keys(application.integrationTypesConfig ?? {}).map(Number)).toEqual([
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ])
  const { operator } = emulator.world.users
  emulator.world.application.team = { id: '1', name: 'Team', ownerId: operator.id, memberIds: [operator.id] }
  const { owner } = await bot.client.application.fetch()
  expect(owner).toBeInstanceOf(Team)
})

test('manages its commands', async () => {
  const { commands } = bot.client.application
  const set = await commands.set([{ name: 'one', description: 'd' }])
  await commands.edit(set.first()?.id ?? '', { description: 'e' })
  expect((await commands.fetch()).map(({ name, description }) => [name, description])).toEqual([['one', 'e']])
  await commands.set([{ name: 'two', description: 'd' }], emulator.world.guilds.home.id)
  await expect(emulator.runCommand('/nothing')).rejects.toThrow('There are: /two, /one')
})

test('receives, sends, edits and deletes messages', async () => {
  bot.client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return
    void message.reply('one').then(async (sent) => {
      await sent.edit('two')
      await sent.delete()
    })
  })
  const nextEvent = (event: 'messageUpdate' | 'messageDelete') =>
    new Promise((resolve) => {
      bot.client.once(event as 'messageDelete', resolve)
    })
  const deleted = nextEvent('messageDelete')
  await emulator.sendMessage('hello')
  await deleted
  expect(emulator.log.calls.slice(-3).map(({ method, status }) => [method, status])).toEqual([
    ['POST', 200],
    ['PATCH', 200],
    ['DELETE', 204],
  ])
})

test('sends a direct message', async () => {
  const user = await bot.client.users.fetch(emulator.world.users.member.id)
  expect(await user.send('psst')).toMatchObject({ content: 'psst' })
})

test('sends Components V2', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [new TextDisplayBuilder({ content: 'Some text' })],
    })
  })
  expect(await emulator.runCommand('/ask')).toMatchObject({
    message: {
      content: '',
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: 'Some text', id: 1 }],
    },
  })
})

test('cannot log in with a wrong token', async () => {
  const client = new Client({ intents: [], rest: { api: emulator.apiUrl } })
  await expect(client.login(`${emulator.token}x`)).rejects.toThrow()
  await client.destroy()
})

test('rejects a port in use', async () => {
  const port = Number(new URL(emulator.apiUrl).port)
  await expect(startDiscordEmulator({ port })).rejects.toThrow('EADDRINUSE')
})
