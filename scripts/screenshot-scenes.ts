// The scenes of the gallery: every kind of card and every state it can be in, each played as a person would.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { DiscordEmulator } from 'discord-emulator'

export interface Stage {
  page: Page
  emulator: DiscordEmulator
  /** A copy of the data files, which a scene may change if it changes them back. */
  dataDirectory: string
}

export interface Scene {
  name: string
  shows: string
  /** Who plays it; a member where it is left out. */
  as?: 'member' | 'moderator' | 'operator'
  /** Whether the whole page is shown rather than the last message, as where a list or a form is open. */
  whole?: true
  play: (stage: Stage) => Promise<void>
}

const box = (page: Page): Locator => page.locator('#text')
export const lastMessage = (page: Page): Locator => page.locator('.message').last()

/** Sends a command and waits until its answer stands there. */
async function ask(page: Page, command: string): Promise<void> {
  const before = await page.locator('.message').count()
  await box(page).fill(command)
  await page.keyboard.press('Enter')
  // A command without options is first taken from the list, then sent.
  if (!command.includes(':')) {
    const taken = page.getByRole('group', { name: 'Command /' })
    await taken.or(page.locator('.message').nth(before)).first().waitFor()
    if (await taken.isVisible()) await page.keyboard.press('Enter')
  }
  await page.locator('.message').nth(before).waitFor()
  await page.getByText(/Sending command|is thinking/).waitFor({ state: 'detached' })
}

/** Presses a button of the last message and waits until what comes of it stands there. */
async function press(page: Page, label: string): Promise<void> {
  await lastMessage(page).getByRole('button', { name: label, exact: true }).click()
  await page.waitForTimeout(600)
}

const shown = (name: string, shows: string, command: string, also: Partial<Scene> = {}): Scene => ({
  name,
  shows,
  play: ({ page }) => ask(page, command),
  ...also,
})

/** A card, and what stands there after its buttons were pressed one after the other. */
const pressed = (
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
    for (const label of labels) await press(page, label)
  },
  ...also,
})

/** What an operator sees while one file of the facts says something else, another thing each time it is played. */
const changed = (name: string, shows: string, from: string, to: string[], applied = false): Scene => ({
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
      await press(page, 'Apply')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    } finally {
      writeFileSync(file, text)
    }
  },
})

const menuOpen = (name: string, shows: string, command: string): Scene => ({
  name,
  shows,
  whole: true,
  async play({ page }) {
    await ask(page, command)
    await lastMessage(page).getByRole('combobox').click()
  },
})

export const scenes: Scene[] = [
  shown('alliance-long', 'a long card', '/alliance name:NATO'),
  shown('alliance-short', 'a short card', '/alliance name:NORAD'),
  shown('dispute', 'articles that differ', '/alliance name:AUKUS'),
  shown('not-stated', 'much that is not stated', '/alliance name:Quad'),
  shown('tie', 'a bilateral tie', '/alliance name:us-israel'),
  shown('coalition', 'a coalition', '/alliance name:IMSC'),
  shown('treaty', 'a treaty', '/alliance name:ANZUS'),
  pressed('second-page', 'the second page', '/alliance name:NATO', ['More facts']),
  pressed('last-page', 'the last page', '/alliance name:AUKUS', ['More facts', 'Next', 'Next']),
  pressed('sources', 'the facts behind a card, word for word', '/alliance name:AUKUS', ['Sources']),
  shown('exercise', 'an exercise', '/exercise name:Talisman Sabre'),
  shown('exercise-unnamed', 'an exercise whose participants are not named', '/exercise name:RIMPAC'),
  shown('mission', 'a mission', '/exercise name:Pacific Partnership'),
  shown('country', 'what a country is in', '/country name:Australia'),
  shown('country-most', 'the country that is in most', '/country name:US'),
  shown('country-in-nothing', 'a country that is in nothing told of', '/country name:China'),
  shown('country-unmentioned', 'a country that no article mentions', '/country name:Norway'),
  shown('about-program', 'a program', '/about name:SPP'),
  shown('about-concept', 'an idea', '/about name:interoperability'),
  shown('about-person', 'a person', '/about name:Jens Stoltenberg'),
  shown('about-position', 'a position', '/about name:SACEUR'),
  shown('about-position-held', 'a position that someone holds', '/about name:U.S. Secretary of Defense'),
  shown('about-document', 'a document', '/about name:DoDI 8330.01'),
  shown('about-agency', 'an agency', '/about name:DSCA'),
  shown('about-command', 'a military command', '/about name:U.S. Africa Command'),
  shown('about-sale', 'an arms sale', '/about name:F-35'),
  shown('about-ship', 'a ship', '/about name:USNS Comfort'),
  shown('about-war', 'what is known from facts about others alone', '/about name:Korean War'),
  shown('compare-two', 'two side by side', '/compare first:NATO second:NORAD'),
  shown('compare-three', 'three side by side', '/compare first:AUKUS second:Quad third:ANZUS'),
  shown('compare-exercises', 'two exercises side by side', '/compare first:RIMPAC second:Talisman Sabre'),
  pressed('compare-second-page', 'the second page of a comparison', '/compare first:NATO second:AUKUS', [
    'More facts',
  ]),
  shown('as-of', 'what was so then', '/alliance name:NATO as_of:2019'),
  shown('as-of-compare', 'two side by side as they were', '/compare first:NATO second:AUKUS as_of:2021-09'),
  shown('as-of-nothing', 'nothing had been said by then', '/alliance name:AUKUS as_of:2015'),
  shown('glossary', 'what a word means', '/glossary term:deterrence'),
  shown('glossary-two', 'two words side by side', '/glossary term:alliance'),
  shown('glossary-list', 'every word of the glossary', '/glossary'),
  shown('glossary-undefined', 'a word that no article defines', '/glossary term:satcom'),
  shown('timeline', 'what happened when', '/timeline from:1900'),
  shown('timeline-country', 'the timeline of a country', '/timeline of:United States'),
  shown('timeline-as-of', 'a timeline that looks back', '/timeline of:AUKUS as_of:2021'),
  shown('timeline-undated', 'a timeline where nothing is dated', '/timeline of:Bulgaria'),
  {
    name: 'find',
    shows: 'what a message names, found from its menu',
    async play({ page }) {
      await box(page).fill('Is AUKUS an alliance like NATO, or is ANZUS the older one?')
      await page.keyboard.press('Enter')
      await lastMessage(page).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Find facts' }).click()
      await page.locator('.message').nth(1).waitFor()
    },
  },
  shown('search', 'what a search has found', '/search query:nato founded'),
  shown('search-mended', 'a search that was mistyped', '/search query:natto deterrance kind:alliance'),
  shown('search-nothing', 'a search that finds nothing', '/search query:zzzz'),
  shown(
    'search-elsewhere',
    'a search that finds nothing of a kind',
    '/search query:submarines kind:exercise',
  ),
  shown('disputes', 'where the articles differ', '/disputes'),
  shown('disputes-about', 'where the articles differ on one thing', '/disputes about:NATO'),
  shown('disputes-none', 'something on which they do not', '/disputes about:IMSC'),
  shown('articles', 'every article', '/source'),
  shown('article', 'what one article says', '/source article:explainer'),
  shown('fact', 'a fact by chance', '/fact about:AUKUS'),
  shown('help', 'what one can ask', '/help'),
  shown('settings', 'what holds in a server', '/settings', { as: 'moderator' }),
  shown('privacy', 'what is kept', '/privacy'),
  shown('private', 'a private card', '/alliance name:ANZUS private:True'),
  pressed('shared', 'a private card after Share', '/alliance name:ANZUS private:True', ['Share']),
  shown('not-found', 'a name that is not known', '/alliance name:northern pact'),
  shown('not-found-at-all', 'a name that is near nothing', '/alliance name:qqqq'),
  shown('two-meanings', 'a name of two things', '/alliance name:Korea'),
  shown('refusal', 'a refusal', '/compare first:NATO second:Cobra Gold'),
  {
    name: 'error',
    shows: 'an answer that failed, and the calm line after it',
    async play({ page, emulator }) {
      // Discord refuses the card itself, so that the bot can still say that something went wrong.
      const end = emulator.faults.failWith(400, { match: /\/interactions\// })
      await ask(page, '/alliance name:NATO')
      end()
    },
  },
  menuOpen('see-also-open', 'the menu of what stands near', '/alliance name:NORAD'),
  menuOpen('not-found-open', 'the menu of nearest names', '/alliance name:northern pact'),
  pressed('report', 'the form to report an error', '/alliance name:NORAD', ['Report an error'], {
    whole: true,
  }),
  {
    name: 'autocomplete',
    shows: 'names that complete as one types',
    whole: true,
    async play({ page }) {
      await box(page).fill('/alliance ')
      await page.keyboard.type('pac')
      await page.locator('.suggestions [role="option"]').first().waitFor()
    },
  },
  shown('admin-status', 'how the bot is', '/admin status', { as: 'operator' }),
  shown('admin-history', 'the history of the facts', '/admin history', { as: 'operator' }),
  {
    name: 'admin-reports',
    shows: 'an error that was reported',
    as: 'operator',
    async play({ page }) {
      await ask(page, '/alliance name:NORAD')
      await press(page, 'Report an error')
      const form = page.getByRole('dialog')
      await form.getByRole('combobox').selectOption({ index: 1 })
      await form.getByRole('textbox').fill('The article says this of another command.')
      await form.getByRole('button', { name: 'Submit' }).click()
      await page.locator('.message').nth(1).waitFor()
      await ask(page, '/admin reports')
    },
  },
  shown('admin-unchanged', 'nothing to apply', '/admin reseed', { as: 'operator' }),
  changed(
    'admin-difference',
    'what a reseed would change',
    'making security in the Pacific more stable',
    ['steadier', 'firmer', 'calmer', 'safer'].map((word) => `making security in the Pacific ${word}`),
  ),
  changed(
    'admin-applied',
    'a reseed that was applied',
    'making security in the Pacific more stable',
    ['steadier', 'firmer', 'calmer', 'safer'].map((word) => `making security in the Pacific ${word}`),
    true,
  ),
  changed('admin-problems', 'files that have problems', 'attribute: purpose', ['attribute: porpoise']),
]
