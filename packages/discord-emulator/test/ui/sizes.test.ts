// The page draws messages at Discord's sizes, so that a card measured here is as tall there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { boxOf, inContainer, post, styleOf } from '../helpers/measure.ts'
import { usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
})
afterAll(() => emulator.close())

const text = (content: string) => ({ type: 10, content })
const words = 'Several words that together are wider than any card may be, again and again. '.repeat(3)

test('text is 16 pixels on lines of 22, small text 13 on 18', async () => {
  const page = await pages.open(emulator.pageUrl)
  const plain = await post(emulator, page, { content: 'Text\n-# Small' })
  const card = await post(emulator, page, inContainer(text('Text\n-# Small')))
  for (const message of [plain, card]) {
    expect(await styleOf(message.locator('.markdown'), 'font-size', 'line-height')).toEqual(['16px', '22px'])
    expect(await styleOf(message.locator('small'), 'font-size', 'line-height')).toEqual(['13px', '18px'])
  }
})

test.each([
  ['#', '24px'],
  ['##', '20px'],
  ['###', '16px'],
])('a heading of %s is %s and bold', async (mark, size) => {
  const page = await pages.open(emulator.pageUrl)
  const card = await post(emulator, page, inContainer(text(`${mark} NATO`)))
  expect(await styleOf(card.getByRole('heading', { name: 'NATO' }), 'font-size', 'font-weight')).toEqual([
    size,
    '700',
  ])
})

test('a container is 600 pixels wide, its padding 16 and its gaps 8', async () => {
  const page = await pages.open(emulator.pageUrl)
  const container = (await post(emulator, page, inContainer(text('One'), text(words)))).locator('.container')
  expect((await boxOf(container)).width).toBe(600)
  expect(await styleOf(container, 'padding')).toEqual(['16px'])
  const [one, two] = await Promise.all(
    [0, 1].map((index) => boxOf(container.locator(':scope > *').nth(index))),
  )
  expect((two?.y ?? 0) - (one?.y ?? 0) - (one?.height ?? 0)).toBe(8)
})

test('an embed is at most 600 pixels wide', async () => {
  const page = await pages.open(emulator.pageUrl)
  const message = await post(emulator, page, { embeds: [{ description: words }] })
  expect((await boxOf(message.locator('.embed'))).width).toBe(600)
})

test('a container takes the width that a phone has', async () => {
  const page = await pages.open(emulator.pageUrl, { viewport: { width: 390, height: 800 } })
  const message = await post(emulator, page, inContainer(text(words)))
  const { width } = await boxOf(message.locator('.container'))
  expect(width).toBe((await boxOf(message.locator('.body'))).width)
  expect(width).toBeGreaterThan(300)
})

test('buttons are 32 pixels high, with gaps of 8', async () => {
  const page = await pages.open(emulator.pageUrl)
  const message = await post(
    emulator,
    page,
    inContainer(text('One'), {
      type: 1,
      components: ['More', 'Sources'].map((label) => ({ type: 2, style: 2, label, custom_id: label })),
    }),
  )
  const more = message.getByRole('button', { name: 'More', exact: true })
  const [first, second] = [await boxOf(more), await boxOf(message.getByRole('button', { name: 'Sources' }))]
  expect([first.height, second.height]).toEqual([32, 32])
  expect(second.x - first.x - first.width).toBe(8)
  expect(await styleOf(more, 'padding', 'font-size', 'font-weight')).toEqual(['2px 12px', '14px', '500'])
  const container = await boxOf(message.locator('.container'))
  const [border = 0] = (await styleOf(message.locator('.container'), 'border-bottom-width')).map(parseFloat)
  // The row adds nothing of its own above or below.
  expect(container.y + container.height - first.y - first.height).toBe(16 + border)
})
