// The page in a real Chromium, watched: no console error, and nothing loaded from another host.
import { type Browser, type BrowserContextOptions, type Locator, type Page, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { UiAction } from '../ui/ui-protocol.ts'
import { findChromium } from './chromium.ts'

export interface Pages {
  /** Opens the page as a first-time visitor. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>
}

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One browser for the tests of a file; each page has a profile of its own, and is closed after its test. */
export function usePages(): Pages {
  let browser: Browser | undefined
  const opened: Page[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    const executablePath = findChromium()
    browser = await chromium.launch({ args: quietly, ...(executablePath ? { executablePath } : {}) })
  })
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close()
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(() => browser?.close())

  return {
    async open(url, options = {}) {
      if (!browser) throw new Error('The browser is not there yet')
      await act(url, { type: 'clearChannel' })
      const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options })
      const page = await context.newPage()
      opened.push(page)
      page.setDefaultTimeout(10_000)
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url())
        if (protocol !== 'data:' && host !== new URL(url).host)
          complaints.push(`asked another host: ${request.url()}`)
      })
      await page.goto(url)
      await page.locator('#text:not([readonly])').waitFor()
      return page
    },
  }
}

/** Does something as the member in the server's channel, past the page. */
export async function act(url: string, action: UiAction): Promise<void> {
  const body = JSON.stringify({ user: 'member', channel: 'general', action })
  await fetch(new URL('/page/actions', url), { method: 'POST', body })
}

/** Where one types. */
export const box = (page: Page): Locator => page.locator('#text')

/** The newest message. */
export const last = (page: Page): Locator => page.locator('.message').last()

/** The newest card of Components V2. */
export const container = (page: Page): Locator => page.locator('.container').last()

/** The heading of the newest card of Components V2. */
export const heading = (page: Page): Locator => container(page).getByRole('heading').first()

/** The field of an option. */
export const option = (page: Page, name: string): Locator => page.locator(`#option-${name}`)

/** What the list above the box offers. */
export const suggestions = (page: Page): Locator => page.locator('.suggestions [role="option"]')

/** The highlighted suggestion. */
export const active = (page: Page): Locator => page.locator('.suggestions .item.active')

/** Types a whole command and sends it. */
export async function send(page: Page, command: string): Promise<void> {
  await box(page).fill(command)
  await page.keyboard.press('Enter')
}

/** Chooses who one is, or where, by a part of its name. */
export async function choose(page: Page, label: 'You are' | 'Where', name: string): Promise<void> {
  const list = page.getByLabel(label)
  const value = await list.locator('option', { hasText: name }).first().getAttribute('value')
  await list.selectOption(value)
}
