// Commands, buttons and message commands through discord.js, as other users and in other channels.
import { AttachmentBuilder, type Interaction, MessageFlags } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import { button, row, showComponents } from './helpers/components.ts'
import { type Bot, startBot } from './helpers/example-bot.ts'

let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 300 })
  bot = await startBot(emulator, [
    { name: 'ask', description: 'd' },
    {
      name: 'about',
      description: 'd',
      options: [
        { type: 6, name: 'user', description: 'd' },
        { type: 7, name: 'channel', description: 'd' },
      ],
    },
    {
      name: 'admin',
      description: 'd',
      options: [
        {
          type: 2,
          name: 'facts',
          description: 'd',
          options: [{ type: 1, name: 'reseed', description: 'd' }],
        },
      ],
    },
    { name: 'read', description: 'd', options: [{ type: 11, name: 'file', description: 'd' }] },
    { type: 3, name: 'Check this' },
  ])
})

afterAll(async () => {
  await bot.close()
  await emulator.close()
})

const show = (components: object[], handle?: (interaction: Interaction) => Promise<unknown>) =>
  showComponents(emulator, bot, components, handle)

describe('a command', () => {
  test('has a file, which the bot downloads unless it is redirected', async () => {
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { name, size, url } = interaction.options.getAttachment('file', true)
      const download = await fetch(url, { redirect: 'manual' })
      await interaction.reply(`${name}, ${size} bytes, ${download.status}: ${await download.text()}`)
    })
    const files = [{ name: 'my notes.txt', content: 'héllo' }]
    expect(await emulator.runCommand('/read file:my notes.txt', files)).toMatchObject({
      message: { content: 'my_notes.txt, 6 bytes, 200: héllo' },
    })
    emulator.faults.redirectDownload('https://elsewhere.example/')
    expect(await emulator.runCommand('/read file:my notes.txt', files)).toMatchObject({
      message: { content: 'my_notes.txt, 6 bytes, 302:' },
    })
    await expect(emulator.runCommand('/read file:other.txt', files)).rejects.toThrow(
      'There is no file other.txt to upload. There are: my notes.txt',
    )
    const large = [{ name: 'large', content: new Uint8Array(10 * 1024 * 1024 + 1) }]
    await expect(emulator.runCommand('/read file:large', large)).rejects.toThrow(
      'large is too large: at most 10 MB',
    )
  })

  test('has user and channel options', async () => {
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const user = interaction.options.getUser('user', true)
      const channel = interaction.options.getChannel('channel', true)
      await interaction.reply(`${user.username} ${channel.name ?? ''}`)
    })
    expect(await emulator.runCommand('/about user:@moderator channel:#general')).toMatchObject({
      message: { content: 'moderator general' },
    })
    await expect(emulator.runCommand('/about user:nobody')).rejects.toThrow('There is nobody called nobody')
    await expect(emulator.runCommand('/about channel:#nowhere')).rejects.toThrow(
      'There is no channel nowhere here',
    )
  })

  test('has a subcommand in a group', async () => {
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { options } = interaction
      await interaction.reply(`${options.getSubcommandGroup() ?? ''} ${options.getSubcommand()}`)
    })
    expect(await emulator.runCommand('/admin facts reseed')).toMatchObject({
      message: { content: 'facts reseed', interaction_metadata: { name: 'admin facts reseed' } },
    })
  })

  test('sends an image', async () => {
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const files = [new AttachmentBuilder(Buffer.from('png'), { name: 'map.png' })]
      await interaction.reply({ files, embeds: [{ title: 'Map', image: { url: 'attachment://map.png' } }] })
    })
    const seen = await emulator.runCommand('/ask')
    if (seen.type !== 'message') throw new Error(seen.type)
    const image = await fetch(seen.message.embeds[0]?.image?.url ?? '')
    expect(await image.text()).toBe('png')
  })

  test('gets its response with withResponse', async () => {
    bot.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { resource, interaction: sent } = await interaction.reply({
        content: 'one',
        flags: MessageFlags.Ephemeral,
        withResponse: true,
      })
      await interaction.followUp(
        `${resource?.message?.content ?? ''} ${String(sent.responseMessageEphemeral)}`,
      )
      await interaction.editReply('two')
      await interaction.deleteReply()
    })
    const first = await emulator.runCommand('/ask')
    const second = await emulator.nextResponse(first)
    const third = await emulator.nextResponse(second)
    expect([second, third, await emulator.nextResponse(third)]).toMatchObject([
      { type: 'message', message: { content: 'one true' } },
      { type: 'updated', ephemeral: true, message: { content: 'two' } },
      { type: 'deleted', ephemeral: true },
    ])
  })
})

describe('a button', () => {
  test('is clicked by label, custom id or emoji', async () => {
    const card = await show(
      [
        row(
          button('Go', { custom_id: 'v1:go' }),
          button('', { label: undefined, custom_id: 'x', emoji: { name: '🗑️' } }),
        ),
      ],
      async (interaction) => {
        if (interaction.isButton()) await interaction.reply(interaction.customId)
      },
    )
    expect(await emulator.clickButton(card, 'Go')).toMatchObject({ message: { content: 'v1:go', type: 19 } })
    expect(await emulator.clickButton(card, 'v1:go')).toMatchObject({ message: { content: 'v1:go' } })
    expect(await emulator.clickButton(card, '🗑️')).toMatchObject({ message: { content: 'x' } })
  })

  test('without a response fails', async () => {
    expect(await emulator.clickButton(await show([row(button('Go'))]), 'Go')).toMatchObject({
      type: 'failed',
      reason: 'This interaction failed',
    })
  })

  test('that is missing, disabled or a link cannot be clicked', async () => {
    const link = { type: 2, style: 5, label: 'Link', url: 'https://example.org' }
    const card = await show([row(button('Go'), button('Off', { disabled: true }), link)])
    await expect(emulator.clickButton(card, 'Stop')).rejects.toThrow(
      'There is no button "Stop". There are: Go, Off, Link',
    )
    await expect(emulator.clickButton(card, 'Off')).rejects.toThrow('The button "Off" is disabled')
    await expect(emulator.clickButton(card, 'Link')).rejects.toThrow('opens https://example.org')
  })

  test('can be clicked by another user unless the message is ephemeral', async () => {
    const card = await show([row(button('Go'))], async (interaction) => {
      if (interaction.isButton())
        await interaction.reply({ content: interaction.user.username, flags: MessageFlags.Ephemeral })
    })
    const response = await emulator.as('moderator').clickButton(card, 'Go')
    expect(response).toMatchObject({ ephemeral: true, message: { content: 'moderator' } })
    await expect(emulator.clickButton(response, 'Go')).rejects.toThrow('member cannot see this message')
  })
})

describe('a message', () => {
  test('has message commands', async () => {
    bot.on(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(
          `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}`,
        )
    })
    const message = await emulator.as('moderator').sendMessage('NATO has 28 members')
    expect(await emulator.runMessageCommand('Check this', message)).toMatchObject({
      message: { content: 'moderator: NATO has 28 members', type: 23 },
    })
    await expect(emulator.runMessageCommand('Report', message)).rejects.toThrow(
      'There is no "Report" in the menu. There are: Check this',
    )
  })
})

test('user and channel can be set in any order', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply(
      `${interaction.user.username} ${interaction.context ?? ''} ${String(interaction.inGuild())}`,
    )
  })
  const expected = { message: { content: 'moderator 1 false' } }
  expect(await emulator.as('moderator').in('dm').runCommand('/ask')).toMatchObject(expected)
  expect(await emulator.in('dm').as('moderator').runCommand('/ask')).toMatchObject(expected)
  const { users, channels } = emulator.world
  expect(await emulator.as(users.userInstaller).in(channels.otherGuild).runCommand('/ask')).toMatchObject({
    message: { content: 'user_installer 0 true' },
  })
})

test('autocomplete requires an option with autocomplete', async () => {
  await expect(emulator.autocomplete('/about user:a')).rejects.toThrow('The option user has no autocomplete')
})

test('closing the emulator rejects pending responses', async () => {
  const other = await startDiscordEmulator({ port: 0 })
  const app = await startBot(other, [{ name: 'ask', description: 'd' }])
  const rejection = expect(other.runCommand('/ask')).rejects.toThrow('The emulator was closed')
  await app.close()
  await other.close()
  await rejection
})
