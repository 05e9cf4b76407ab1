// A user and a real discord.js bot: what each action sends, and what the user then sees.
import { MessageFlags } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { button, row } from './helpers/components.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({
    port: 0,
    initialResponseTimeoutMs: 300,
    interactionTokenTtlMs: 2000,
  })
  bot = await startBot(emulator, [
    {
      name: 'alliance',
      description: 'Shows an alliance.',
      options: [
        { type: 3, name: 'name', description: 'Which.', required: true, autocomplete: true },
        { type: 5, name: 'private', description: 'Only to you.' },
      ],
    },
    { type: 3, name: 'Check this' },
  ])
})

afterAll(async () => {
  await bot.close()
  await emulator.close()
})

test('a command gets a response', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply(`Hello ${interaction.options.getString('name', true)}`)
  })
  expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({
    type: 'message',
    ephemeral: false,
    message: { content: 'Hello NATO', author: { bot: true } },
  })
})

test('autocomplete returns choices', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isAutocomplete()) return
    await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'nato' }])
  })
  expect(await emulator.autocomplete('/alliance name:nat')).toEqual([{ name: 'nat!', value: 'nato' }])
})

test('a button updates an ephemeral response and posts a follow-up', async () => {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'Which?',
        flags: MessageFlags.Ephemeral,
        components: [row(button('Share'))],
      })
    if (!interaction.isButton()) return
    await interaction.update({ content: 'Posted.', components: [] })
    await interaction.followUp('The card')
  })
  const card = await emulator.runCommand('alliance name:"NATO" private:true')
  expect(card).toMatchObject({ type: 'message', ephemeral: true })
  const updated = await emulator.clickButton(card, 'Share')
  expect(updated).toMatchObject({ type: 'updated', ephemeral: true, message: { content: 'Posted.' } })
  expect(await emulator.nextResponse(updated)).toMatchObject({
    type: 'message',
    ephemeral: false,
    message: { content: 'The card' },
  })
})

test('a menu option is selected', async () => {
  bot.on(async (interaction) => {
    const options = [
      { label: 'The treaty', value: 'nato' },
      { label: 'The pact', value: 'aukus' },
    ]
    if (interaction.isChatInputCommand())
      await interaction.reply({ components: [row({ type: 3, custom_id: 'which', options })] })
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join())
  })
  const menu = await emulator.runCommand('/alliance name:x')
  expect(await emulator.select(menu, 'The pact')).toMatchObject({ message: { content: 'aukus' } })
})

test('a deferred response is seen once it is edited', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await interaction.editReply('At last')
  })
  expect(await emulator.runCommand('/alliance name:x')).toMatchObject({
    type: 'message',
    message: { content: 'At last' },
  })
})

test('a deferred update can delete the message', async () => {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'x', components: [row(button('Delete'))] })
    if (!interaction.isButton()) return
    await interaction.deferUpdate()
    await interaction.deleteReply()
  })
  const card = await emulator.runCommand('/alliance name:x')
  expect(await emulator.clickButton(card, 'Delete')).toMatchObject({
    type: 'deleted',
    message: { content: 'x' },
  })
  await expect(emulator.clickButton(card, 'Delete')).rejects.toThrow('The message is gone')
})

test('a command without a response in time fails', async () => {
  bot.on(() => Promise.resolve())
  expect(await emulator.runCommand('/alliance name:x')).toMatchObject({
    type: 'failed',
    reason: 'The application did not respond',
  })
})

test('a rejected response fails, and the bot receives the error', async () => {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('x'.repeat(2001))
  })
  expect(await emulator.runCommand('/alliance name:x')).toMatchObject({ type: 'failed' })
  expect(bot.errors.splice(0)).toMatchObject([
    {
      code: 50035,
      rawError: { errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
    },
  ])
})
