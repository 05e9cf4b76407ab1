// Components V2 as one sees, hears and uses them: containers, sections, separators, images, files and rows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DiscordEmulator, startDiscordEmulator } from '../../src/server.ts'
import { boxOf, inContainer, post } from '../helpers/measure.ts'
import { container, heading, last, usePages } from '../../src/page-testing/browser.ts'

const pages = usePages()
let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, page: { suggestions: [] } })
})
afterAll(() => emulator.close())

const open = () => pages.open(emulator.pageUrl)
const text = (content: string) => ({ type: 10, content })
const media = (name: string) => ({ url: `attachment://${name}` })
const button = (label: string) => ({ type: 2, style: 2, label, custom_id: label })

const row = (...components: object[]) => ({ type: 1, components })

/** Posts a message with images of one pixel, or text files, of these names. */
function postWith(page: Page, names: string[], payload: object): Promise<Locator> {
  const form = new FormData()
  form.set('payload_json', JSON.stringify(payload))
  const png = readFileSync(join(import.meta.dirname, 'dot.png'))
  names.forEach((name, index) => {
    const file = name.endsWith('.png') ? new Blob([png], { type: 'image/png' }) : new Blob(['NATO'])
    form.set(`files[${index}]`, file, name)
  })
  return post(emulator, page, form)
}

test('a card bears the name of its heading, or is just a card', async () => {
  const page = await open()
  const named = await post(emulator, page, inContainer(text('## **NATO** and [AUKUS](https://example.com)')))
  expect(await named.getByRole('article', { name: 'NATO and AUKUS', exact: true }).count()).toBe(1)
  expect(await heading(page).textContent()).toBe('NATO and AUKUS')
  const unnamed = await post(emulator, page, inContainer(text('No heading')))
  expect(await unnamed.getByRole('article', { name: 'Card', exact: true }).count()).toBe(1)
})

test('an accent color is a bar of 4 pixels; without one there is none', async () => {
  const page = await open()
  const bar = () =>
    container(page).evaluate((node) => {
      const window = globalThis as unknown as {
        getComputedStyle(node: unknown, pseudo: string): Record<string, string>
      }
      const { content, width, backgroundColor } = window.getComputedStyle(node, '::before')
      return content === 'none' ? undefined : { width, backgroundColor }
    })
  const components = [{ type: 17, accent_color: 0xff8800, components: [text('x')] }]
  await post(emulator, page, { flags: 1 << 15, components })
  expect(await bar()).toEqual({ width: '4px', backgroundColor: 'rgb(255, 136, 0)' })
  await post(emulator, page, inContainer(text('x')))
  expect(await bar()).toBeUndefined()
})

test('headings follow the level of the author, and flags have names', async () => {
  const page = await open()
  const card = await post(
    emulator,
    page,
    inContainer(text('# 🇯🇵 One\n## Two\n### Three'), row({ ...button('Members'), emoji: { name: '🇪🇺' } })),
  )
  for (const [level, name] of [
    [3, /One/],
    [4, /Two/],
    [5, /Three/],
  ] as const)
    expect(await card.getByRole('heading', { level, name }).count()).toBe(1)
  expect(await card.getByRole('img', { name: 'Flag: Japan' }).textContent()).toBe('🇯🇵')
  expect(await card.getByRole('button', { name: /^Flag: European Union\s*Members$/ }).count()).toBe(1)
})

test('the accessory of a section stands right of its texts, a button or an image with its description', async () => {
  const page = await open()
  const card = await postWith(
    page,
    ['flag.png'],
    inContainer(
      { type: 9, components: [text('NATO'), text('An alliance')], accessory: button('Open') },
      {
        type: 9,
        components: [text('Japan')],
        accessory: { type: 11, media: media('flag.png'), description: 'The flag of Japan' },
      },
    ),
  )
  for (const [words, accessory] of [
    ['An alliance', card.getByRole('button', { name: 'Open' })],
    ['Japan', card.getByAltText('The flag of Japan')],
  ] as const) {
    const left = await boxOf(card.getByText(words, { exact: true }))
    expect((await boxOf(accessory)).x).toBeGreaterThan(left.x + left.width)
  }
})

test('separators divide or only space, by little or by much', async () => {
  const page = await open()
  const distance = async (separator: object) => {
    const card = await post(
      emulator,
      page,
      inContainer(text('above'), { type: 14, ...separator }, text('below')),
    )
    const [above, below] = [await boxOf(card.getByText('above')), await boxOf(card.getByText('below'))]
    return [below.y - above.y - above.height, await card.getByRole('separator').count()]
  }
  const [small = 0] = await distance({})
  expect(await distance({ divider: true })).toEqual([small, 1])
  expect(await distance({ divider: false })).toEqual([small, 0])
  expect(await distance({ spacing: 2 })).toEqual([small + 16, 1])
})

test('one image is shown whole, several as tiles, each with its description', async () => {
  const page = await open()
  const names = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png']
  const gallery = (used: string[]) => ({
    type: 12,
    items: used.map((name) => ({ media: media(name), description: `Image ${name}` })),
  })
  const single = await postWith(page, ['a.png'], inContainer(gallery(['a.png'])))
  await single.getByAltText('Image a.png').waitFor()
  const { width, height } = await boxOf(single.getByAltText('Image a.png'))
  expect([width, height]).toEqual([1, 1])
  const several = await postWith(page, names, inContainer(gallery(names)))
  const tiles = await Promise.all(
    names.map((name) => boxOf(several.locator('.gallery-item', { has: page.getByAltText(`Image ${name}`) }))),
  )
  const rows = Map.groupBy(tiles, ({ y }) => Math.round(y))
  expect([...rows.values()].map((row) => row.length)).toEqual([2, 3])
})

test('an image, a file and a whole card as spoilers are hidden until they are revealed', async () => {
  const page = await open()
  const card = await postWith(page, ['map.png', 'facts.txt'], {
    flags: 1 << 15,
    components: [
      { type: 17, spoiler: true, components: [text('A pact')] },
      { type: 12, items: [{ media: media('map.png'), description: 'A map', spoiler: true }] },
      { type: 13, file: media('facts.txt'), spoiler: true },
    ],
  })
  const hidden = [card.getByText('A pact'), card.getByAltText('A map'), card.getByText('facts.txt')]
  for (const part of hidden) {
    expect(await part.isVisible()).toBe(false)
    await card.getByRole('button', { name: 'Spoiler: click to reveal' }).first().focus()
    await page.keyboard.press('Enter')
    expect(await part.isVisible()).toBe(true)
  }
})

test('a file component offers the file; one that no component names is not shown', async () => {
  const page = await open()
  const card = await postWith(
    page,
    ['facts.txt', 'secret.txt'],
    inContainer({ type: 13, file: media('facts.txt') }),
  )
  expect(await card.getByRole('link', { name: 'facts.txt' }).getAttribute('download')).toBe('facts.txt')
  expect(await last(page).textContent()).not.toContain('secret.txt')
})
