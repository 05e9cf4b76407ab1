// Layout and accessibility of the page: phone width, both themes and screen readers.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator, createWorld } from 'discord-emulator'
import { startTestBot } from '../helpers/test-bot.ts'
import { box, last, send, suggestions, usePages } from 'discord-emulator/page-testing'

const pages = usePages()
let entente: DiscordEmulator

beforeAll(async () => {
  const world = createWorld()
  world.application.name = 'Entente'
  const toTry = [{ input: '/alliance name:NATO', description: 'What NATO is' }]
  entente = (await startTestBot({ emulator: { world, page: { suggestions: toTry } } })).emulator
})

/** Serious and critical accessibility violations found by axe. */
async function broken(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate<axe.AxeResults>('axe.run()')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    )
}

test.each(['dark', 'light'] as const)('the %s theme has no accessibility violations', async (colorScheme) => {
  const page = await pages.open(entente.pageUrl, { colorScheme, bypassCSP: true })
  expect(await broken(page)).toEqual([])
  await page.keyboard.type('/')
  await page.locator('.suggestions').waitFor()
  expect(await broken(page)).toEqual([])
  await page.keyboard.press('Escape')
  await send(page, '/alliance name:NATO')
  await expect.poll(() => last(page).textContent()).toContain('NATO · alliance')
  await send(page, '/alliance name:what private:true')
  await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
  await last(page).getByRole('combobox').click()
  await page.getByRole('button', { name: 'Inspect' }).first().click()
  await page.locator('.interaction summary').first().click()
  await page.locator('.json').first().waitFor()
  await page.getByText('Faults: see how').click()
  await box(page).fill('/compare ')
  await suggestions(page).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.option-error').first().waitFor()
  expect(await broken(page)).toEqual([])
})

test.each(['dark', 'light'] as const)(
  'the theme follows the system and can be changed: %s',
  async (colorScheme) => {
    const page = await pages.open(entente.pageUrl, { colorScheme })
    const theme = () => page.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe(colorScheme)
    await page.getByRole('button', { name: /^Use the/ }).click()
    const changed = colorScheme === 'dark' ? 'light' : 'dark'
    expect(await theme()).toBe(changed)
    await page.reload()
    await box(page).waitFor()
    expect(await theme()).toBe(changed)
  },
)

test('the replied-to message is shown in one line above a reply, clear of its menu', async () => {
  const page = await pages.open(entente.pageUrl, { viewport: { width: 390, height: 780 } })
  await send(page, '/alliance name:NATO')
  await last(page).getByRole('button', { name: 'Sources' }).click()
  const excerpt = last(page).locator('.excerpt')
  await excerpt.waitFor()
  const [line, name, menu] = await Promise.all(
    [excerpt, last(page).locator('.reply-line b'), last(page).locator('.more')].map((part) =>
      part.boundingBox(),
    ),
  )
  expect(line?.height).toBe(name?.height)
  expect((line?.x ?? 0) + (line?.width ?? 0)).toBeLessThanOrEqual(menu?.x ?? 0)
})

test('on a phone nothing overflows', async () => {
  const page = await pages.open(entente.pageUrl, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  })
  const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: '/alliance name:NATO' }).tap()
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: 'Send' }).tap()
  await last(page).locator('.container').waitFor()
  expect(await overflow()).toBe(0)
  const [card, channel] = await Promise.all([
    last(page).locator('.container').boundingBox(),
    page.locator('.channel').boundingBox(),
  ])
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(channel?.width ?? 0)
  await last(page).getByRole('button', { name: 'More actions' }).tap()
  await page.getByRole('menuitem', { name: 'Inspect' }).tap()
  await page.locator('.interaction .json').first().waitFor()
  expect(await overflow()).toBe(0)
})

test('a long card is scrolled to its beginning', async () => {
  const page = await pages.open(entente.pageUrl, { viewport: { width: 800, height: 500 } })
  await send(page, '/alliance name:NATO')
  await last(page).locator('.container').waitFor()
  await expect
    .poll(async () => (await last(page).locator('.author').boundingBox())?.y ?? 0)
    .toBeGreaterThan(0)
})

test('without a server the page says so, and reconnects when it returns', async () => {
  const first = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
  const page = await pages.open(first.pageUrl)
  const failures: string[] = []
  page.removeAllListeners('console')
  page.on('console', (message) => failures.push(message.text()))
  await first.close()
  await expect
    .poll(() => page.locator('.banner').textContent(), { timeout: 10_000 })
    .toContain('does not respond')
  const second = await startDiscordEmulator({
    port: Number(new URL(first.pageUrl).port),
    page: { suggestions: [] },
  })
  await expect.poll(() => page.locator('.banner').count(), { timeout: 15_000 }).toBe(0)
  await page.context().close()
  await second.close()
})
