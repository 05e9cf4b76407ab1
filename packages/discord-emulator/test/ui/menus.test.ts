// Select menus of messages: their list covers the page, as on Discord, and pushes nothing away.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { boxOf, post } from '../helpers/measure.ts'
import { usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
})
afterAll(() => emulator.close())

const menu = {
  type: 3,
  custom_id: 'topic',
  placeholder: 'More',
  options: Array.from({ length: 25 }, (_, n) => ({ label: `Topic ${n}`, value: String(n) })),
}

test.each([
  ['at the top of the channel', 'below', 0],
  ['at its end', 'above', 40],
])('a menu %s opens %s, over the messages and within the channel', async (_where, side, lines) => {
  const page = await pages.open(emulator.pageUrl)
  const message = await post(emulator, page, {
    content: `${'line\n'.repeat(lines)}Choose`,
    components: [{ type: 1, components: [menu] }],
  })
  const button = message.getByRole('combobox')
  await button.scrollIntoViewIfNeeded()
  const before = { message: await boxOf(message), button: await boxOf(button) }
  await button.click()
  const list = await boxOf(message.getByRole('listbox'))
  expect({ message: await boxOf(message), button: await boxOf(button) }).toEqual(before)
  const channel = await boxOf(page.locator('.channel'))
  expect(list.y).toBeGreaterThanOrEqual(channel.y)
  expect(list.y + list.height).toBeLessThanOrEqual(channel.y + channel.height)
  expect(list.y > before.button.y ? 'below' : 'above').toBe(side)
})
