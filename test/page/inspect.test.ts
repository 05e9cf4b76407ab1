// The Inspect panel: network traffic, and faults that are switched on and off.
import { beforeAll, expect, test } from 'vitest'
import { createWorld } from 'discord-emulator'
import { type TestBot, startTestBot } from '../helpers/test-bot.ts'
import { box, last, send, usePages } from 'discord-emulator/page-testing'

const pages = usePages()
let entente: TestBot

beforeAll(async () => {
  const world = createWorld()
  world.application.name = 'Entente'
  entente = await startTestBot({
    emulator: { world, page: { suggestions: [] }, initialResponseTimeoutMs: 1500 },
  })
})

const open = () => pages.open(entente.emulator.pageUrl)

test('a message links to its events and requests, with durations', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await last(page).getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Inspect' }).click()
  const panel = page.getByRole('complementary', { name: 'Inspect' })
  await expect
    .poll(() => panel.locator('summary', { hasText: '/alliance' }).textContent())
    .toMatch(/\/alliance\s+\d+ ms\s+command · member · general/)
  const received = panel.getByRole('region', { name: 'What the bot received for /alliance' })
  await expect
    .poll(async () => JSON.parse((await received.textContent()) ?? '') as unknown)
    .toMatchObject({
      type: 2,
      data: { name: 'alliance', options: [{ name: 'name', value: 'NATO' }] },
    })
  expect(await panel.locator('.call').first().textContent()).toMatch(
    /204\s+POST \/interactions\/\d+\/…\/callback\s+after \d+ ms/,
  )
  const sent = panel.getByRole('region', { name: /^Sent: POST/ }).first()
  expect(JSON.parse((await sent.textContent()) ?? '')).toMatchObject({
    type: 4,
    data: { components: [{ type: 17 }] },
  })
})

test('an open panel updates live, including autocomplete and clicks', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Inspect' }).click()
  const summaries = page.locator('.interaction summary')
  await box(page).fill('/alliance ')
  await expect.poll(() => summaries.first().textContent()).toContain('autocomplete')
  await page.keyboard.type('NATO')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await last(page).getByRole('button', { name: 'More', exact: true }).click()
  await expect.poll(() => summaries.first().textContent()).toMatch(/v2:.+component/s)
  await page.keyboard.press('Escape')
})

test('calls made during startup are listed too', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Inspect' }).click()
  await page.getByText('Other calls of the bot').click()
  await expect.poll(() => page.locator('.call', { hasText: 'PUT /applications' }).count()).toBe(1)
})

/** Switches a fault by its name. */
async function turn(page: Awaited<ReturnType<typeof open>>, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Inspect' }).first().click()
  await page.getByText('Faults: see how').click()
  await page.getByRole('switch', { name }).click()
}

test('a slow bot shows as not responding; without the fault, it answers again', async () => {
  const page = await open()
  await turn(page, 'Slow connection')
  await expect.poll(() => page.locator('.enabled-faults').textContent()).toContain('Slow connection')
  await send(page, '/alliance name:NATO')
  await expect
    .poll(() => last(page).textContent(), { timeout: 8000 })
    .toContain('The application did not respond')
  await page.getByRole('switch', { name: 'Slow connection' }).click()
  await expect.poll(() => page.locator('.enabled-faults').count()).toBe(0)
  await send(page, '/alliance name:AUKUS')
  await expect.poll(() => page.locator('.container', { hasText: 'AUKUS' }).count()).toBe(1)
})

test('a failing bot shows as not responding, its calls are listed as failed, and its button fails', async () => {
  const page = await open()
  await send(page, '/alliance name:NATO')
  await last(page).getByRole('button', { name: 'More', exact: true }).waitFor()
  await turn(page, 'Discord fails')
  await last(page).getByRole('button', { name: 'More', exact: true }).click()
  await expect.poll(() => last(page).textContent(), { timeout: 8000 }).toContain('This interaction failed')
  await send(page, '/alliance name:AUKUS')
  await expect
    .poll(() => last(page).textContent(), { timeout: 8000 })
    .toContain('The application did not respond')
  await page.locator('.interaction summary', { hasText: '/alliance' }).first().click()
  await expect.poll(() => page.locator('.interaction .status.bad').first().textContent()).toBe('500')
  await page.getByRole('switch', { name: 'Discord fails' }).click()
})

test('the list says so if choices cannot be loaded', async () => {
  const page = await open()
  await turn(page, 'Broken connection')
  await box(page).fill('/alliance ')
  await expect
    .poll(() => page.locator('.suggestions').textContent(), { timeout: 8000 })
    .toContain('Loading options failed')
  await page.getByRole('switch', { name: 'Broken connection' }).click()
})
