// The scenes of the gallery: every kind of card and each of its states.
import {
  ask,
  box,
  cardScene,
  changed,
  click,
  clickedScene,
  lastMessage,
  menuOpen,
  type Scene,
} from './scene-builders.ts'

/** A change of a fact, in other words each time. */
const original = 'making security in the Pacific more stable'
const edits = ['steadier', 'firmer', 'calmer', 'safer'].map(
  (word) => `making security in the Pacific ${word}`,
)

/** Due tomorrow, between 23 and 24 hours from now. */
const dailyAtThisHour = () => `/daily hour:${new Date().getUTCHours()} time_zone:UTC`

export const scenes: Scene[] = [
  cardScene('alliance', 'an alliance', '/alliance name:NATO'),
  cardScene('alliance-small', 'an alliance of two', '/alliance name:NORAD'),
  cardScene('dispute', 'articles that differ', '/alliance name:AUKUS'),
  cardScene('not-stated', 'a card with much that is not stated', '/alliance name:Quad'),
  cardScene('tie', 'a bilateral relationship', '/alliance name:us-israel'),
  cardScene('coalition', 'a coalition', '/alliance name:IMSC'),
  cardScene('treaty', 'a treaty', '/alliance name:ANZUS'),
  clickedScene('more', 'what a first answer leaves out', '/alliance name:NATO', ['More']),
  clickedScene('more-second', 'the second page of it', '/alliance name:AUKUS', ['More', 'Next']),
  clickedScene('map', 'a map', '/alliance name:ANZUS', ['Map']),
  clickedScene('map-compare', 'the map of a comparison', '/compare first:AUKUS second:Quad', ['Map']),
  clickedScene('sources', 'the facts behind a card, word for word', '/alliance name:AUKUS', ['Sources']),
  cardScene('exercise', 'an exercise', '/exercise name:Talisman Sabre'),
  cardScene('exercise-edition', 'one edition of an exercise', '/exercise name:RIMPAC 2024'),
  cardScene('mission', 'a mission', '/exercise name:Pacific Partnership'),
  cardScene('ask', 'an answer to a question', '/ask question:Is Sweden in NATO?'),
  cardScene('ask-refused', 'a question that is not understood', '/ask question:will narnia defend France'),
  cardScene('ask-two', 'two questions at once', '/ask question:when did sweden join nato and who founded it'),
  clickedScene(
    'ask-chart',
    'the chart of a ranking',
    '/ask question:Which country hosts the most U.S. troops?',
    ['Chart'],
  ),
  cardScene('compare-countries', 'two countries side by side', '/compare first:Japan second:United States'),
  cardScene('country', 'the relationships of a country', '/country name:Australia'),
  cardScene('country-most', 'the country with the most relationships', '/country name:US'),
  cardScene('country-in-nothing', 'a country without relationships', '/country name:China'),
  cardScene('country-unmentioned', 'a country that no article mentions', '/country name:Norway'),
  cardScene('about-program', 'a program', '/about name:SPP'),
  cardScene('about-concept', 'a concept', '/about name:interoperability'),
  cardScene('about-person', 'a person', '/about name:Jens Stoltenberg'),
  cardScene('about-position', 'a position', '/about name:SACEUR'),
  cardScene('about-position-held', 'a position that someone holds', '/about name:U.S. Secretary of Defense'),
  cardScene('about-document', 'a document', '/about name:DoDI 8330.01'),
  cardScene('about-agency', 'an agency', '/about name:DSCA'),
  cardScene('about-command', 'a military command', '/about name:U.S. Africa Command'),
  cardScene('about-sale', 'an arms sale', '/about name:F-35'),
  cardScene('about-ship', 'a ship', '/about name:USNS Comfort'),
  cardScene('about-war', 'an entity known only from facts about others', '/about name:Korean War'),
  cardScene('compare-two', 'two side by side', '/compare first:NATO second:NORAD'),
  cardScene('compare-three', 'three side by side', '/compare first:AUKUS second:Quad third:ANZUS'),
  cardScene('compare-exercises', 'two exercises side by side', '/compare first:RIMPAC second:Talisman Sabre'),
  clickedScene('compare-more', 'everything compared', '/compare first:NATO second:AUKUS', ['More']),
  clickedScene('as-of-more', 'what was said by an earlier date', '/alliance name:NATO as_of:2019', ['More']),
  cardScene('as-of', 'an alliance as of an earlier date', '/alliance name:NATO as_of:2019'),
  cardScene(
    'as-of-compare',
    'two side by side as of an earlier date',
    '/compare first:NATO second:AUKUS as_of:2021-09',
  ),
  cardScene('as-of-nothing', 'a date before any article', '/alliance name:AUKUS as_of:2015'),
  cardScene('glossary', 'a glossary term', '/glossary term:deterrence'),
  cardScene('glossary-two', 'two glossary terms side by side', '/glossary term:alliance'),
  cardScene('glossary-list', 'all glossary terms', '/glossary'),
  cardScene('glossary-undefined', 'a term that no article defines', '/glossary term:satcom'),
  cardScene('timeline', 'a timeline', '/timeline from:1900'),
  clickedScene('chart', 'the chart of a timeline', '/timeline from:1900', ['Chart']),
  cardScene('timeline-country', 'the timeline of a country', '/timeline of:United States'),
  cardScene('timeline-as-of', 'a timeline as of an earlier date', '/timeline of:AUKUS as_of:2021'),
  cardScene('timeline-undated', 'a timeline without dates', '/timeline of:Bulgaria'),
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
  cardScene(
    'search-answer',
    'a search that a question leads',
    '/search query:how many members does nato have',
  ),
  cardScene(
    'check',
    'statements that were checked',
    '/check claim:NATO has 30 members. Sweden is not in NATO. AUKUS was founded in 2021. Malta hosts RIMPAC.',
  ),
  {
    name: 'check-claims',
    shows: 'what a message claims, checked from its menu',
    async play({ page }) {
      await box(page).fill('NATO was founded in 1949. lol, I like it. Japan is a member of NATO, trust me.')
      await page.keyboard.press('Enter')
      await lastMessage(page).click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Check claims' }).click()
      await page.locator('.message').nth(1).waitFor()
    },
  },
  cardScene('quiz', 'a question of the quiz', '/quiz difficulty:easy'),
  {
    name: 'quiz-answer',
    shows: 'the answer to a question of the quiz',
    async play({ page }) {
      await ask(page, '/quiz difficulty:easy private:True')
      await lastMessage(page).getByRole('button').first().click()
      await lastMessage(page).getByRole('button', { name: 'Next question' }).waitFor()
    },
  },
  cardScene('search', 'search results', '/search query:nato founded'),
  cardScene('search-typos', 'a search with typos', '/search query:natto deterrance kind:alliance'),
  cardScene('search-nothing', 'a search without results', '/search query:zzzz'),
  cardScene(
    'search-elsewhere',
    'a search without results of a kind',
    '/search query:submarines kind:exercise',
  ),
  cardScene('disputes', 'all disputes', '/disputes'),
  cardScene('disputes-about', 'the disputes of an entity', '/disputes about:NATO'),
  cardScene('disputes-none', 'an entity without disputes', '/disputes about:IMSC'),
  cardScene('articles', 'all articles', '/source'),
  cardScene('article', 'the facts of an article', '/source article:explainer'),
  cardScene('fact', 'a random fact', '/fact about:AUKUS'),
  cardScene('help', 'the help card', '/help'),
  cardScene('settings', 'the settings of a server', '/settings', { as: 'moderator' }),
  cardScene('daily', 'the fact of the day, switched on', '/daily hour:9 time_zone:Europe/Berlin', {
    as: 'moderator',
  }),
  {
    name: 'daily-time-zones',
    shows: 'autocomplete of time zones',
    as: 'moderator',
    whole: true,
    async play({ page }) {
      await box(page).fill('/daily hour:9 time_zone:')
      await page.keyboard.type('new')
      await page.locator('.suggestions [role="option"]').first().waitFor()
    },
  },
  {
    name: 'daily-post',
    shows: 'the fact of the day',
    as: 'moderator',
    async play({ page, advanceHours }) {
      await ask(page, dailyAtThisHour())
      advanceHours(25)
      await page.getByRole('button', { name: 'Another' }).waitFor()
    },
  },
  {
    name: 'daily-stopped',
    shows: 'the settings after the fact of the day has stopped',
    as: 'moderator',
    async play({ page, emulator, advanceHours }) {
      const { general } = emulator.world.channels
      await ask(page, dailyAtThisHour())
      general.locked = true
      advanceHours(25)
      await page.waitForTimeout(2000)
      general.locked = false
      await ask(page, '/settings')
    },
  },
  cardScene('privacy', 'the privacy card', '/privacy'),
  cardScene('private', 'an ephemeral card', '/alliance name:ANZUS private:True'),
  clickedScene('shared', 'a private card after Share', '/alliance name:ANZUS private:True', ['Share']),
  cardScene('not-found', 'an unknown name', '/alliance name:northern pact'),
  cardScene('not-found-at-all', 'an unknown name without similar ones', '/alliance name:qqqq'),
  cardScene('two-meanings', 'an ambiguous name', '/alliance name:Korea'),
  cardScene('refusal', 'a user error', '/compare first:NATO second:Cobra Gold'),
  {
    name: 'error',
    shows: 'an answer that failed, and the calm line after it',
    async play({ page, emulator }) {
      // Discord rejects the card itself, so the bot can still report an error.
      const end = emulator.faults.failWith(400, { match: /\/interactions\// })
      await ask(page, '/alliance name:NATO')
      end()
    },
  },
  {
    name: 'see-also-open',
    shows: 'the menu of related entities',
    whole: true,
    async play({ page }) {
      await ask(page, '/alliance name:NORAD')
      await click(page, 'More')
      await lastMessage(page).getByRole('combobox', { name: 'See also' }).click()
    },
  },
  menuOpen('not-found-open', 'the menu of nearest names', '/alliance name:northern pact'),
  clickedScene(
    'report',
    'the modal to report an error',
    '/alliance name:NORAD',
    ['Sources', 'Report an error'],
    {
      whole: true,
    },
  ),
  {
    name: 'autocomplete',
    shows: 'autocomplete of names',
    whole: true,
    async play({ page }) {
      await box(page).fill('/alliance ')
      await page.keyboard.type('pac')
      await page.locator('.suggestions [role="option"]').first().waitFor()
    },
  },
  cardScene('admin-status', 'the status of the bot', '/admin status', { as: 'operator' }),
  cardScene('admin-history', 'the revision history', '/admin history', { as: 'operator' }),
  {
    name: 'admin-reports',
    shows: 'an error that was reported',
    as: 'operator',
    async play({ page }) {
      await ask(page, '/alliance name:NORAD')
      await click(page, 'More')
      await click(page, 'Report an error')
      const modal = page.getByRole('dialog')
      await modal.getByRole('combobox').selectOption({ index: 1 })
      await modal.getByRole('textbox').fill('The article says this of another command.')
      await modal.getByRole('button', { name: 'Submit' }).click()
      await page.locator('.message').nth(2).waitFor()
      await ask(page, '/admin reports')
    },
  },
  cardScene('admin-unchanged', 'nothing to apply', '/admin reseed', { as: 'operator' }),
  changed('admin-difference', 'what a reseed would change', original, edits),
  changed('admin-applied', 'an applied reseed', original, edits, true),
  changed('admin-problems', 'files that have problems', 'attribute: purpose', ['attribute: porpoise']),
]
