// The heights of first answers, measured in the page at the width of a desktop and of a phone.
import type { Browser, Page } from 'playwright-core'
import type { DiscordEmulator } from 'discord-emulator'
import { allFactsFor } from '../src/cards/shared/related-entities.ts'
import { openStore } from '../src/data/query/fact-store.ts'
import { openAppDatabase } from '../src/db/app-database.ts'

/** Smaller entities have little to leave out. */
const minFacts = 5

const widths = { desktop: 1100, phone: 390 }
type Size = keyof typeof widths

/** Each of these is printed by itself. */
const namedCommands = [
  ...['nato', 'aukus', 'quad', 'anzus', 'japan', 'rimpac'].map((id) => `/about name:${id}`),
  '/compare first:nato second:aukus',
]

interface Measurement {
  /** The kind of entity. */
  kind: string
  command: string
  heights: Record<Size, number>
  /** How many lines of buttons the card has at the width of a phone. */
  buttonRows: number
}

/** Prints the heights in CSS pixels: of each named card, and by kind of entity the median and the 95th percentile. */
export async function printCardHeights(
  browser: Browser,
  emulator: DiscordEmulator,
  databaseDirectory: string,
): Promise<void> {
  const commands = [
    ...(await aboutCommands(databaseDirectory)),
    ...namedCommands.map((command) => ({ kind: 'named', command })),
  ]
  const byCommand = new Map<string, Measurement>()
  for (const size of ['desktop', 'phone'] as const) {
    const page = await openPage(browser, emulator, size)
    for (const { kind, command } of commands) {
      await emulator.as('member').runCommand(command)
      const measured = await measure(page)
      const heights = {
        ...(byCommand.get(command)?.heights ?? { desktop: 0, phone: 0 }),
        [size]: measured.height,
      }
      byCommand.set(command, { kind, command, heights, buttonRows: measured.buttonRows })
    }
    await page.context().close()
  }
  printTables([...byCommand.values()])
}

async function aboutCommands(databaseDirectory: string): Promise<{ kind: string; command: string }[]> {
  const db = openAppDatabase(databaseDirectory)
  const live = (await db.live()) ?? { number: 0, fileHash: '' }
  const store = openStore(databaseDirectory, () => live)
  const facts = store.current()
  const entities = facts.entities.filter((entity) => allFactsFor(entity, facts).length >= minFacts)
  const commands = entities.map(({ kind, id }) => ({ kind, command: `/about name:${id}` }))
  store.close()
  await db.close()
  return commands
}

async function openPage(browser: Browser, emulator: DiscordEmulator, size: Size): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: widths[size], height: 1600 } })
  const page = await context.newPage()
  await page.goto(emulator.pageUrl)
  await page.locator('#text:not([readonly])').waitFor()
  return page
}

/** The container of the newest message, which is the only one. */
async function measure(page: Page): Promise<{ height: number; buttonRows: number }> {
  const container = page.locator('.message').last().locator('.container')
  await container.waitFor()
  const box = await container.boundingBox()
  const boxes = await Promise.all(
    (await container.getByRole('button').all()).map((button) => button.boundingBox()),
  )
  await page.getByRole('button', { name: 'Clear channel' }).click()
  await page.locator('.message').first().waitFor({ state: 'detached' })
  return {
    height: Math.round(box?.height ?? 0),
    buttonRows: new Set(boxes.map((button) => Math.round(button?.y ?? 0))).size,
  }
}

function printTables(measurements: readonly Measurement[]): void {
  const named = measurements.filter(({ kind }) => kind === 'named')
  console.table(
    Object.fromEntries(
      named.map(({ command, heights, buttonRows }) => [command, { ...heights, buttonRows }]),
    ),
  )
  const byKind = Map.groupBy(
    measurements.filter(({ kind }) => kind !== 'named'),
    ({ kind }) => kind,
  )
  console.table(
    Object.fromEntries(
      [...byKind, ['all kinds', measurements] as const].map(([kind, own]) => [
        kind,
        {
          cards: own.length,
          'desktop median': percentile(own, 'desktop', 0.5),
          'desktop 95th': percentile(own, 'desktop', 0.95),
          'phone median': percentile(own, 'phone', 0.5),
          'phone 95th': percentile(own, 'phone', 0.95),
          'button rows': Math.max(...own.map(({ buttonRows }) => buttonRows)),
        },
      ]),
    ),
  )
}

function percentile(measurements: readonly Measurement[], size: Size, share: number): number {
  const sorted = measurements.map(({ heights }) => heights[size]).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
