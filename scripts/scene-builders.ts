// How a scene of the gallery is performed: commands, clicks and changed data files, as a user would.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { DiscordEmulator } from 'discord-emulator'

export interface Stage {
  page: Page
  emulator: DiscordEmulator
  /** A copy of the data files, which a scene may change if it restores them. */
  dataDirectory: string
  /** Puts the clock of the bot ahead by so many hours; it is put back after the scene. */
  advanceHours: (hours: number) => void
}

export interface Scene {
  name: string
  shows: string
  /** The user who performs it; a member by default. */
  as?: 'member' | 'moderator' | 'operator'
  /** Whether to capture the whole page instead of the last message, as for an open list or modal. */
  whole?: true
  play: (stage: Stage) => Promise<void>
}

export const box = (page: Page): Locator => page.locator('#text')
export const lastMessage = (page: Page): Locator => page.locator('.message').last()

/** Sends a command and waits for its answer. */
export async function ask(page: Page, command: string): Promise<void> {
  const before = await page.locator('.message').count()
  await box(page).fill(command)
  await page.keyboard.press('Enter')
  // A command without options is first chosen from the list, then sent.
  if (!command.includes(':')) {
    const taken = page.getByRole('group', { name: 'Command /' })
    await taken.or(page.locator('.message').nth(before)).first().waitFor()
    if (await taken.isVisible()) await page.keyboard.press('Enter')
  }
  await page.locator('.message').nth(before).waitFor()
  await page
    .getByText(/Sending command|is thinking/)
    .last()
    .waitFor({ state: 'detached' })
}

/** Clicks a button of the last message and waits for the result. */
export async function click(page: Page, label: string): Promise<void> {
  await lastMessage(page).getByRole('button', { name: label, exact: true }).click()
  await page.waitForTimeout(600)
}

export const cardScene = (
  name: string,
  shows: string,
  command: string,
  also: Partial<Scene> = {},
): Scene => ({
  name,
  shows,
  play: ({ page }) => ask(page, command),
  ...also,
})

/** A card after its buttons were clicked in order. */
export const clickedScene = (
  name: string,
  shows: string,
  command: string,
  labels: string[],
  also: Partial<Scene> = {},
): Scene => ({
  name,
  shows,
  async play({ page }) {
    await ask(page, command)
    for (const label of labels) await click(page, label)
  },
  ...also,
})

/** What an operator sees while a data file differs, in a different way each time the scene is performed. */
export const changed = (name: string, shows: string, from: string, to: string[], applied = false): Scene => ({
  name,
  shows,
  as: 'operator',
  async play({ page, dataDirectory }) {
    to.push(to.shift() ?? '')
    const file = join(dataDirectory, 'articles/pacific.yaml')
    const text = readFileSync(file, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} no longer says “${from}”: choose another change.`)
    writeFileSync(file, text.replace(from, to[0] ?? ''))
    try {
      await ask(page, '/admin reseed')
      if (!applied) return
      await click(page, 'Apply')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    } finally {
      writeFileSync(file, text)
    }
  },
})

export const menuOpen = (name: string, shows: string, command: string): Scene => ({
  name,
  shows,
  whole: true,
  async play({ page }) {
    await ask(page, command)
    await lastMessage(page).getByRole('combobox').click()
  },
})
