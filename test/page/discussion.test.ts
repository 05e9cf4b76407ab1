// Three people in one channel of the page: from a question to a shared, sourced card, without anyone leaving it.
import { expect, test } from 'vitest'
import { startTestBot } from '../helpers/test-bot.ts'
import { box, choose, send, usePages } from 'discord-emulator/page-testing'

const { emulator } = await startTestBot({ emulator: { page: { suggestions: [] } } })
const pages = usePages()

test('a question is looked up privately, shared, looked into and answered', async () => {
  const page = await pages.open(emulator.pageUrl)
  const said = (text: string) => page.locator('.message', { hasText: text })
  await send(page, 'AUKUS is an alliance like NATO, full stop.')
  await said('full stop.').waitFor()

  await choose(page, 'You are', 'Ina')
  await send(page, 'No, it is a partnership.')
  await said('No, it is').waitFor()

  // Mia looks by herself, and nobody else sees it.
  await choose(page, 'You are', 'Mia')
  await send(page, '/alliance name:AUKUS private:True')
  await page.getByRole('button', { name: 'Share', exact: true }).waitFor()
  await choose(page, 'You are', 'Ina')
  await said('No, it is').waitFor()
  expect(await said('the articles differ').count()).toBe(0)

  await choose(page, 'You are', 'Mia')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await said('Shared by @Mia Member').waitFor()
  expect(await page.getByRole('button', { name: 'Shared', exact: true }).isDisabled()).toBe(true)

  // Ina sees the card with its sources, and opens them herself.
  await choose(page, 'You are', 'Ina')
  const shared = said('Shared by @Mia Member')
  await shared.waitFor()
  expect(await shared.getByText('Sources', { exact: true }).count()).toBeGreaterThan(0)
  await shared.getByRole('button', { name: 'Sources', exact: true }).click()
  await said('Only you can see this').waitFor()
  await send(page, 'Both words are in use, then.')

  // Moe gives Mia the meaning of the word, and takes the card down when it is settled.
  await choose(page, 'You are', 'Moe')
  await send(page, '/glossary term:alliance for:Mia Member')
  await said('For @Mia Member').waitFor()
  await shared.getByRole('button', { name: 'Delete', exact: true }).click()
  await shared.waitFor({ state: 'detached' })
  expect(await box(page).isVisible()).toBe(true)
})
