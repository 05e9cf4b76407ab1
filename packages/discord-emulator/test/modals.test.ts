// Menus and modals through discord.js, and the input that Discord's client would reject.
import type { Interaction } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { button, row, showComponents } from './helpers/components.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 300 })
  bot = await startBot(emulator, [{ name: 'ask', description: 'd' }])
})

afterAll(async () => {
  await bot.close()
  await emulator.close()
})

const show = (components: object[], handle?: (interaction: Interaction) => Promise<unknown>) =>
  showComponents(emulator, bot, components, handle)

describe('a menu', () => {
  const options = [1, 2, 3].map((n) => ({ label: `Label ${n}`, value: `v${n}` }))
  const several = {
    type: 3,
    custom_id: 'several',
    placeholder: 'Some',
    options,
    min_values: 1,
    max_values: 2,
  }

  test('accepts labels or values within its bounds', async () => {
    const card = await show([row(several)], async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join())
    })
    expect(await emulator.select(card, ['Label 1', 'v3'])).toMatchObject({ message: { content: 'v1,v3' } })
    expect(await emulator.select(card, 'Label 2', 'Some')).toMatchObject({ message: { content: 'v2' } })
    await expect(emulator.select(card, ['v1', 'v2', 'v3'])).rejects.toThrow(
      'The menu accepts 1 to 2 choices, not 3',
    )
    await expect(emulator.select(card, 'v4')).rejects.toThrow(
      'There is no menu with the options v4. There are: Some (Label 1, Label 2, Label 3)',
    )
  })

  test('accepts users and channels', async () => {
    const card = await show(
      [row({ type: 5, custom_id: 'users' }), row({ type: 8, custom_id: 'channels' })],
      async (interaction) => {
        if (interaction.isUserSelectMenu())
          await interaction.reply(interaction.users.map((user) => user.username).join())
        if (interaction.isChannelSelectMenu())
          await interaction.reply(
            interaction.channels.map((channel) => ('name' in channel ? String(channel.name) : '')).join(),
          )
      },
    )
    expect(await emulator.select(card, 'moderator', 'users')).toMatchObject({
      message: { content: 'moderator' },
    })
    expect(await emulator.select(card, '#general', 'channels')).toMatchObject({
      message: { content: 'general' },
    })
  })
})

describe('a modal', () => {
  const inputs = [
    { type: 10, content: 'Tell us.' },
    {
      type: 18,
      label: 'What',
      component: { type: 4, custom_id: 'what', style: 2, min_length: 3, max_length: 5 },
    },
    { type: 18, label: 'Note', component: { type: 4, custom_id: 'note', style: 1, required: false } },
    {
      type: 18,
      label: 'Kind',
      component: {
        type: 3,
        custom_id: 'kind',
        options: [
          { label: 'Wrong', value: 'w' },
          { label: 'Old', value: 'o', default: true },
        ],
      },
    },
  ]

  async function open() {
    bot.on(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.showModal({ custom_id: 'report', title: 'Report', components: inputs as never })
      if (!interaction.isModalSubmit()) return
      const { fields } = interaction
      const kind = fields.getStringSelectValues('kind').join()
      await interaction.reply(
        `${fields.getTextInputValue('what')} ${fields.getTextInputValue('note')} ${kind}`,
      )
    })
    return emulator.runCommand('/ask')
  }

  test('is filled in by label or custom id and keeps its default values', async () => {
    expect(await emulator.submitModal(await open(), { What: 'date', note: 'x' })).toMatchObject({
      message: { content: 'date x o' },
    })
    expect(await emulator.submitModal(await open(), { what: 'date', Kind: 'Wrong' })).toMatchObject({
      message: { content: 'date  w' },
    })
  })

  test('rejects the input that Discord’s client rejects', async () => {
    const modal = await open()
    await expect(emulator.submitModal(modal, { Who: 'x' })).rejects.toThrow(
      'The modal has no input "Who". It has: What, Note, Kind',
    )
    await expect(emulator.submitModal(modal, {})).rejects.toThrow('The input what is required')
    await expect(emulator.submitModal(modal, { What: 'ab' })).rejects.toThrow(
      'The input what accepts 3 to 5 characters, not 2',
    )
    await expect(emulator.as('moderator').submitModal(modal, { What: 'abc' })).rejects.toThrow(
      'The modal was opened by member',
    )
    await expect(emulator.submitModal(await show([row(button('Go'))]), {})).rejects.toThrow(
      'There is no modal',
    )
  })

  test('without a response fails', async () => {
    const modal = await open()
    bot.on(() => Promise.resolve())
    expect(await emulator.submitModal(modal, { What: 'date' })).toMatchObject({
      type: 'failed',
      reason: 'Something went wrong. Try again.',
    })
  })
})
