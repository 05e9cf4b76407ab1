// What a browser makes of the page: boxes and computed styles, and messages posted to measure.
import type { Locator, Page } from 'playwright-core'
import type { DiscordEmulator } from '../../src/server.ts'
import { last } from '../../src/page-testing/browser.ts'
import { call } from './request.ts'

type Box = Record<'x' | 'y' | 'width' | 'height', number>

interface BrowserWindow {
  getComputedStyle(node: unknown): { getPropertyValue(name: string): string }
}

/** Posts a message as the bot, into the channel that the page shows, and waits for it. */
export async function post(emulator: DiscordEmulator, page: Page, payload: object): Promise<Locator> {
  const before = await page.locator('.message').count()
  await call(emulator, 'POST', `/channels/${emulator.world.channels.general.id}/messages`, payload)
  await page.locator('.message').nth(before).waitFor()
  return last(page)
}

/** A Components V2 message of one container. */
export const inContainer = (...components: object[]) => ({
  flags: 1 << 15,
  components: [{ type: 17, components }],
})

/** Where an element is, in pixels with fractions. */
export const boxOf = (element: Locator): Promise<Box> =>
  element.evaluate((node) => {
    const { x, y, width, height } = (
      node as unknown as { getBoundingClientRect(): Box }
    ).getBoundingClientRect()
    return { x, y, width, height }
  })

/** Values of an element's computed style. */
export const styleOf = (element: Locator, ...names: string[]): Promise<string[]> =>
  element.evaluate((node, list) => {
    const window = globalThis as unknown as BrowserWindow
    return list.map((name) => window.getComputedStyle(node).getPropertyValue(name))
  }, names)
