// An option for a file: the page requires one, uploads it with the command, and the bot downloads it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { active, box, last, option, usePages } from '../../src/page-testing/browser.ts'
import { type Bot, startBot } from '../helpers/example-bot.ts'

const pages = usePages()
let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
  bot = await startBot(emulator, [
    {
      name: 'read',
      description: 'Reads a file',
      options: [
        { type: 11, name: 'file', description: 'What to read', required: true },
        { type: 3, name: 'note', description: 'A note', autocomplete: true },
      ],
    },
  ])
  bot.on(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Short', value: 'short' }])
    if (!interaction.isChatInputCommand()) return
    const { name, url } = interaction.options.getAttachment('file', true)
    const note = interaction.options.getString('note') ?? 'no note'
    await interaction.reply(`${name} says ${await (await fetch(url)).text()}, ${note}`)
  })
})
afterAll(async () => {
  await bot.close()
  await emulator.close()
})

test('asks for a file, and sends the one that is chosen along with the other options', async () => {
  const page = await pages.open(emulator.pageUrl)
  await box(page).fill('/read ')
  expect(await option(page, 'file').getAttribute('type')).toBe('file')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect.poll(() => page.locator('.option-error').textContent()).toBe('Choose a file.')
  await option(page, 'file').setInputFiles({
    name: 'letter.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('good day'),
  })
  expect(await page.locator('.option-error').count()).toBe(0)
  await page.getByRole('button', { name: /Add the option note/ }).click()

  await page.keyboard.type('sh')
  await expect.poll(() => active(page).textContent()).toContain('Short')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page).textContent()).toContain('letter.txt says good day, short')
})
