// How the page looks and reads: a phone's width, both themes, a screen reader's rules, and hostile text.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../packages/discord-emulator/src/server.ts'
import { createWorld } from '../../packages/discord-emulator/src/world.ts'
import { startTestBot } from '../helpers/test-bot.ts'
import { type Bot, startBot } from '../../packages/discord-emulator/test/helpers/example-bot.ts'
import {
  act,
  box,
  last,
  send,
  suggestions,
  usePages,
} from '../../packages/discord-emulator/test/ui/browser.ts'

const pages = usePages()
let entente: DiscordEmulator
let other: DiscordEmulator
let bot: Bot

const evil = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`

beforeAll(async () => {
  const world = createWorld()
  world.application.name = 'Entente'
  const tries = [{ type: '/alliance name:NATO', shows: 'What NATO is' }]
  entente = (await startTestBot({ emulator: { world, page: { tries } } })).emulator
  const hostile = createWorld()
  hostile.application.name = evil
  other = await startDiscordEmulator({
    port: 0,
    world: hostile,
    page: { tries: [{ type: evil, shows: evil }] },
  })
  bot = await startBot(other, [
    {
      type: 1,
      name: 'do',
      description: evil,
      options: [{ type: 3, name: 'it', description: evil, required: true, autocomplete: true }],
    },
    { type: 3, name: '<b>Check</b>' },
  ])
})

afterAll(async () => {
  await bot.close()
  await other.close()
})

/** The rules that axe finds broken, serious and critical ones. */
async function broken(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate<axe.AxeResults>('axe.run()')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    )
}

test.each(['dark', 'light'] as const)(
  'a screen reader finds its way, and all is readable: %s',
  async (colorScheme) => {
    const page = await pages.open(entente.pageUrl, { colorScheme, bypassCSP: true })
    expect(await broken(page)).toEqual([])
    await page.keyboard.type('/')
    await page.locator('.suggestions').waitFor()
    expect(await broken(page)).toEqual([])
    await page.keyboard.press('Escape')
    await send(page, '/alliance name:NATO')
    await send(page, '/alliance name:what private:true')
    await expect.poll(() => last(page).textContent()).toContain('Only you can see this')
    await last(page).getByRole('combobox').click()
    await page.getByRole('button', { name: 'Inspect' }).first().click()
    await page.locator('.wire summary').first().click()
    await page.locator('.json').first().waitFor()
    await page.getByText('Faults: see how').click()
    await box(page).fill('/compare ')
    await suggestions(page).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.problem').first().waitFor()
    expect(await broken(page)).toEqual([])
  },
)

test.each(['dark', 'light'] as const)(
  'the theme is that of the system, and can be changed: %s',
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

test('what a message answers stands above it in one line, clear of its menu', async () => {
  const page = await pages.open(entente.pageUrl, { viewport: { width: 390, height: 780 } })
  await send(page, '/alliance name:NATO')
  await last(page).getByRole('button', { name: 'Sources' }).click()
  const excerpt = last(page).locator('.excerpt')
  await excerpt.waitFor()
  const [line, name, menu] = await Promise.all(
    [excerpt, last(page).locator('.answering b'), last(page).locator('.more')].map((part) =>
      part.boundingBox(),
    ),
  )
  expect(line?.height).toBe(name?.height)
  expect((line?.x ?? 0) + (line?.width ?? 0)).toBeLessThanOrEqual(menu?.x ?? 0)
})

test('on a phone nothing runs out of sight', async () => {
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
  await last(page).locator('.embed').waitFor()
  expect(await overflow()).toBe(0)
  const [card, channel] = await Promise.all([
    last(page).locator('.embed').boundingBox(),
    page.locator('.channel').boundingBox(),
  ])
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(channel?.width ?? 0)
  await last(page).getByRole('button', { name: 'More: what else' }).tap()
  await page.getByRole('menuitem', { name: 'Inspect' }).tap()
  await page.locator('.wire .json').first().waitFor()
  expect(await overflow()).toBe(0)
})

test('a long card is shown from its beginning', async () => {
  const page = await pages.open(entente.pageUrl, { viewport: { width: 800, height: 500 } })
  await send(page, '/alliance name:NATO')
  await last(page).locator('.embed').waitFor()
  await expect
    .poll(async () => (await last(page).locator('.author').boundingBox())?.y ?? 0)
    .toBeGreaterThan(0)
})

test('with no server the page says so, and comes back with it', async () => {
  const first = await startDiscordEmulator({ port: 0, page: { tries: [] } })
  const page = await pages.open(first.pageUrl)
  const failures: string[] = []
  page.removeAllListeners('console')
  page.on('console', (message) => failures.push(message.text()))
  await first.close()
  await expect
    .poll(() => page.locator('.banner').textContent(), { timeout: 10_000 })
    .toContain('does not answer')
  const second = await startDiscordEmulator({
    port: Number(new URL(first.pageUrl).port),
    page: { tries: [] },
  })
  await expect.poll(() => page.locator('.banner').count(), { timeout: 15_000 }).toBe(0)
  await page.context().close()
  await second.close()
})

test('hostile text is shown as text, wherever it stands', async () => {
  bot.on(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: evil, value: evil }])
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: `${evil} [link](javascript:alert(1)) \`${evil}\` ||${evil}|| <t:99999999999999999:R>`,
        embeds: [
          {
            title: evil,
            description: `> ${evil}\n- ${evil}`,
            author: { name: evil },
            footer: { text: evil },
            fields: [{ name: evil, value: evil }],
          },
        ],
        files: [{ attachment: Buffer.from(evil), name: '<svg onload=alert(1)>.svg' }],
        components: [
          {
            type: 1,
            components: [{ type: 2, style: 1, label: evil.slice(0, 80), custom_id: evil.slice(0, 100) }],
          },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'menu',
                placeholder: evil,
                options: [
                  { label: evil.slice(0, 100), value: evil.slice(0, 100), description: evil.slice(0, 100) },
                ],
              },
            ],
          },
        ],
      })
  })
  const page = await pages.open(other.pageUrl)
  page.on('dialog', (dialog) => {
    throw new Error(dialog.message())
  })
  const title = await page.title()
  await act(other.pageUrl, { type: 'say', text: `${evil} <iframe src="/"></iframe>` })
  await box(page).fill('/do ')
  await page.locator('.suggestions [role="option"]').click()
  await page.keyboard.press('Enter')
  await last(page).locator('.embed').waitFor()
  await last(page).getByRole('combobox').click()
  await last(page).getByRole('button', { name: 'More: what else' }).click()
  await page.getByRole('menuitem', { name: 'Inspect' }).click()
  await page.locator('.wire .json').first().waitFor()
  expect(await page.title()).toBe(title)
  expect(await last(page).textContent()).toContain(evil)
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('iframe, [onerror], [onload], a[href^="javascript"]').count()).toBe(0)
})
