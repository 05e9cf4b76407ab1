// Discord's Markdown as one reads it, in messages and cards.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { act, last, usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
})
afterAll(() => emulator.close())

async function written(text: string): Promise<Page> {
  const page = await pages.open(emulator.pageUrl)
  await act(emulator.pageUrl, { type: 'sendMessage', content: text })
  await last(page).locator('.content').waitFor()
  return page
}

test.each<[markdown: string, selector: string, texts: string[]]>([
  ['**NATO** and __AUKUS__', 'strong, u', ['NATO', 'AUKUS']],
  ['*leads* _well_ ~~badly~~ `code`', 'em, s, code', ['leads', 'well', 'badly', 'code']],
  ['- one\n  - inner\n- two', 'ul > li > ul > li', ['inner']],
  ['3. three\n4. four', 'ol[start="3"] > li', ['three', 'four']],
  ['before\n- one\n* two', 'ul > li', ['one', 'two']],
  ['> quoted\n> twice\nnot', 'blockquote', ['quotedtwice']],
  ['> quoted\n-# small\n## Head', 'small, .heading', ['small', 'Head']],
  [
    '[text](https://example.com) <https://a.example> https://b.example',
    'a',
    ['text', 'https://a.example', 'https://b.example'],
  ],
  ['[text](javascript:alert) [x](data:text/html,y)', 'a', []],
  ['```ts\nconst a = 1 < 2\n```', 'pre', ['const a = 1 < 2']],
  [
    '<@200000000000000002> in <#400000000000000001> @everyone',
    '.mention',
    ['@Moe Moderator', '#general', '@everyone'],
  ],
  ['2 * 3 * 4 and snake_case_name and - no list', 'em, ul', []],
  ['<t:0:D>', 'time.timestamp', [new Date(0).toLocaleString('en-US', { dateStyle: 'long' })]],
])('%j', async (markdown, selector, texts) => {
  const page = await written(markdown)
  expect(await last(page).locator('.content').locator(selector).allTextContents()).toEqual(texts)
})

test('spaces and line breaks stand as they were written', async () => {
  const page = await written('one\n   • two  and   three')
  expect(await last(page).locator('.content').innerText()).toBe('one\n   • two  and   three')
})

test('a spoiler is hidden from eye and ear until it is pressed', async () => {
  const page = await written('it is ||**a pact**||')
  const spoiler = last(page).getByRole('button', { name: 'Spoiler: click to reveal' })
  expect(await last(page).getByText('a pact').isVisible()).toBe(false)
  await spoiler.focus()
  await page.keyboard.press('Enter')
  expect(await last(page).getByText('a pact').isVisible()).toBe(true)
})
