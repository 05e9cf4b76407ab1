// Hostile text from a bot is shown on the page as text and never runs.
import { MessageFlags } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, box, container, last, send, usePages } from '../../src/page-testing/browser.ts'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { createWorld } from '../../src/fixtures.ts'
import { type Bot, startBot } from '../helpers/example-bot.ts'

const pages = usePages()
let emulator: DiscordEmulator
let bot: Bot

const evil = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`

beforeAll(async () => {
  const world = createWorld()
  world.application.name = evil
  emulator = await startDiscordEmulator({
    port: 0,
    world,
    page: { suggestions: [{ input: evil, description: evil }] },
  })
  bot = await startBot(emulator, [
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
  await emulator.close()
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
  const page = await pages.open(emulator.pageUrl)
  page.on('dialog', (dialog) => {
    throw new Error(dialog.message())
  })
  const title = await page.title()
  await act(emulator.pageUrl, { type: 'sendMessage', content: `${evil} <iframe src="/"></iframe>` })
  await box(page).fill('/do ')
  await page.locator('.suggestions [role="option"]').click()
  await page.keyboard.press('Enter')
  await last(page).locator('.embed').waitFor()
  await last(page).getByRole('combobox').click()
  await last(page).getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Inspect' }).click()
  await page.locator('.interaction .json').first().waitFor()
  expect(await page.title()).toBe(title)
  await expect.poll(() => last(page).textContent()).toContain(evil)
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('iframe, [onerror], [onload], a[href^="javascript"]').count()).toBe(0)
})

test('hostile text in Components V2 is shown as text', async () => {
  bot.on(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: `# ${evil}\n-# [link](javascript:alert(1)) ${evil}` },
            {
              type: 9,
              components: [{ type: 10, content: evil }],
              accessory: { type: 11, media: { url: 'https://example.com/a.png' }, description: evil },
            },
          ],
        },
      ],
    })
  })
  const page = await pages.open(emulator.pageUrl)
  const title = await page.title()
  await send(page, '/do it:x')
  await container(page).waitFor()
  expect(await container(page).getAttribute('aria-label')).toBe(evil)
  expect(await page.title()).toBe(title)
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('iframe, [onerror], [onload], a[href^="javascript"]').count()).toBe(0)
})
