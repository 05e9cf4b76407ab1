// The page with a bot that has no gateway: its emulator delivers every interaction by HTTP.
import { expect, test } from 'vitest'
import { active, box, heading, last, usePages } from 'discord-emulator/page-testing'
import { startTestBot } from '../helpers/test-bot.ts'

const pages = usePages()

test('a command, autocomplete and a button', async () => {
  const { emulator } = await startTestBot({ http: true, emulator: { page: { suggestions: [] } } })
  const page = await pages.open(emulator.pageUrl)
  await box(page).fill('/alliance ')
  await page.keyboard.type('north atl')
  await expect.poll(() => active(page).textContent()).toContain('NATO')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading(page).textContent()).toContain('NATO')
  await last(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.locator('.message').nth(1).waitFor()
  const { interactions } = emulator.log
  expect(new Set(interactions.map(({ kind }) => kind))).toEqual(
    new Set(['autocomplete', 'command', 'component']),
  )
  expect(interactions.map(({ deliveries }) => deliveries)).toEqual(interactions.map(() => [202]))
})
