// Three users in one channel of the page: from a question to a shared, sourced card without leaving the channel.
import { expect, test } from 'vitest'
import { startTestBot } from '../helpers/test-bot.ts'
import { box, choose, send, usePages } from 'discord-emulator/page-testing'

const { emulator } = await startTestBot({ emulator: { page: { suggestions: [] } } })
const pages = usePages()

test('a question is looked up ephemerally, shared, explored and answered', async () => {
  const page = await pages.open(emulator.pageUrl)
  const messageWith = (text: string) => page.locator('.message', { hasText: text })
  await send(page, 'AUKUS is an alliance like NATO, full stop.')
  await messageWith('full stop.').waitFor()

  await choose(page, 'You are', 'Ina')
  await send(page, 'No, it is a partnership.')
  await messageWith('No, it is').waitFor()

  // Mia looks it up ephemerally, and nobody else sees it.
  await choose(page, 'You are', 'Mia')
  await send(page, '/alliance name:AUKUS private:True')
  await page.getByRole('button', { name: 'Share', exact: true }).waitFor()
  await choose(page, 'You are', 'Ina')
  await messageWith('No, it is').waitFor()
  expect(await messageWith('the articles differ').count()).toBe(0)

  await choose(page, 'You are', 'Mia')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await messageWith('Shared by @Mia Member').waitFor()
  expect(await page.getByRole('button', { name: 'Shared', exact: true }).isDisabled()).toBe(true)

  // Ina sees the card with its sources and opens them for herself.
  await choose(page, 'You are', 'Ina')
  const shared = messageWith('Shared by @Mia Member')
  await shared.waitFor()
  expect(await shared.getByText('Sources', { exact: true }).count()).toBeGreaterThan(0)
  await shared.getByRole('button', { name: 'Sources', exact: true }).click()
  await messageWith('Only you can see this').waitFor()
  await send(page, 'Both words are in use, then.')

  // Moe sends Mia the definition, and deletes the card once the question is settled.
  await choose(page, 'You are', 'Moe')
  await send(page, '/glossary term:alliance for:Mia Member')
  await messageWith('For @Mia Member').waitFor()
  await shared.getByRole('button', { name: 'Delete', exact: true }).click()
  await shared.waitFor({ state: 'detached' })
  expect(await box(page).isVisible()).toBe(true)
})
