// Components V2 by keyboard: what was pressed keeps the focus, however the bot edits the message.
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { type Bot, startBot } from '../helpers/example-bot.ts'
import { container, send, usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator
let bot: Bot

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
  bot = await startBot(emulator, [{ type: 1, name: 'do', description: 'Does it.' }])
})
afterAll(async () => {
  await bot.close()
  await emulator.close()
})

const text = (content: string) => ({ type: 10, content })
const menu = {
  type: 3,
  custom_id: 'topic',
  placeholder: 'Topic',
  options: [{ label: 'Members', value: 'm' }],
}

function card(...parts: (string | object)[]) {
  const labels = parts.filter((part) => typeof part === 'string')
  const row = {
    type: 1,
    components: labels.map((label) => ({ type: 2, style: 2, label, custom_id: `id of ${label}` })),
  }
  const others = parts.filter((part) => typeof part !== 'string')
  return { flags: 1 << 15, components: [{ type: 17, components: [text('NATO'), ...others, row] }] }
}

const focused = (locator: Locator) =>
  locator.evaluate((node) => (node as unknown as { matches(selector: string): boolean }).matches(':focus'))

/** Opens the page, asks for the first card, and presses `button` by keyboard; the bot then edits the card. */
async function pressed(before: object, button: string, after: object) {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(before)
    if (interaction.isMessageComponent()) await interaction.update(after)
  })
  const page = await pages.open(emulator.pageUrl)
  await send(page, '/do')
  await page.keyboard.press('Enter')
  const control = container(page).getByRole('button', { name: button, exact: true })
  await control.focus()
  await page.keyboard.press('Enter')
  return page
}

test('the pressed button keeps it when something comes above', async () => {
  const page = await pressed(
    card('More', 'Share'),
    'Share',
    card(text('A map'), { type: 14 }, 'More', 'Share'),
  )
  await container(page).getByText('A map').waitFor()
  await expect.poll(() => focused(container(page).getByRole('button', { name: 'Share' }))).toBe(true)
})

test('the next one gets it when the pressed one is gone', async () => {
  const page = await pressed(card('Map', 'More'), 'Map', card(text('A map'), 'More'))
  await container(page).getByText('A map').waitFor()
  await expect.poll(() => focused(container(page).getByRole('button', { name: 'More' }))).toBe(true)
})

test('a menu in a container is used by keyboard, and keeps it', async () => {
  const row = { type: 1, components: [menu] }
  const page = await pressed(card('More'), 'More', card(row, 'Back'))
  const combobox = container(page).getByRole('combobox', { name: 'Topic' })
  await combobox.waitFor()
  bot.on(async (interaction) => {
    if (interaction.isStringSelectMenu())
      await interaction.update(card(text(`Chosen: ${interaction.values.join()}`), row, 'Back'))
  })
  await combobox.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await container(page).getByText('Chosen: m').waitFor()
  await expect.poll(() => focused(combobox)).toBe(true)
})
