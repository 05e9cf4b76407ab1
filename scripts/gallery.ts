// npm run gallery: drives the page in headless Chromium and writes a picture of each kind of card and state.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/page/chromium.ts'
import { dataDirectory } from '../src/data/files.ts'
import { createLog } from '../src/log.ts'
import { startSandbox } from '../src/sandbox/sandbox.ts'
import { createWorld } from '../src/sandbox/world.ts'
import { start } from '../src/start.ts'

const folder = join(import.meta.dirname, '../gallery')

interface Scene {
  name: string
  shows: string
  play: (page: Page) => Promise<void>
}

const box = (page: Page) => page.locator('#text')
const messages = (page: Page) => page.locator('.message')

/** Sends a command and waits until its answer stands there. */
async function ask(page: Page, command: string): Promise<void> {
  const before = await messages(page).count()
  await box(page).fill(command)
  await page.keyboard.press('Enter')
  await messages(page).nth(before).waitFor()
}

async function press(page: Page, label: string): Promise<void> {
  await messages(page).last().getByText(label, { exact: true }).click()
  await page.waitForTimeout(400)
}

const card = (name: string, shows: string, command: string): Scene => ({
  name,
  shows,
  play: (page) => ask(page, command),
})

const scenes: Scene[] = [
  card('alliance-long', 'a long card: NATO', '/alliance name:NATO'),
  card('alliance-short', 'a short card: NORAD', '/alliance name:NORAD'),
  card('dispute', 'articles that differ: AUKUS', '/alliance name:AUKUS'),
  card('not-stated', 'much that is not stated: Quad', '/alliance name:Quad'),
  card('tie', 'a bilateral tie: U.S.-Israel', '/alliance name:us-israel'),
  card('exercise', 'an exercise: Talisman Sabre', '/exercise name:Talisman Sabre'),
  card('mission', 'a mission: Pacific Partnership', '/exercise name:Pacific Partnership'),
  card('country', 'a country: Japan', '/about name:Japan'),
  card('program', 'a program: State Partnership Program', '/about name:SPP'),
  card('concept', 'an idea: interoperability', '/about name:interoperability'),
  card('compare-two', 'two side by side: NATO and NORAD', '/compare first:NATO second:NORAD'),
  card('compare-three', 'three side by side', '/compare first:AUKUS second:Quad third:ANZUS'),
  card('compare-exercises', 'two exercises side by side', '/compare first:RIMPAC second:Talisman Sabre'),
  card('private', 'a private card', '/alliance name:ANZUS private:True'),
  card('not-found', 'a name that is not known', '/alliance name:northern pact'),
  card('two-meanings', 'a name of two things', '/alliance name:Korea'),
  card('refusal', 'a refusal', '/compare first:NATO second:Cobra Gold'),
  {
    name: 'second-page',
    shows: 'the second page of a card',
    async play(page) {
      await ask(page, '/alliance name:NATO')
      await press(page, 'More facts')
    },
  },
]

const variants = [
  { size: 'desktop', width: 1100, height: 2800, colorScheme: 'dark' },
  { size: 'desktop', width: 1100, height: 2800, colorScheme: 'light' },
  { size: 'phone', width: 390, height: 2800, colorScheme: 'dark' },
  { size: 'phone', width: 390, height: 2800, colorScheme: 'light' },
] as const

const executablePath = findChromium()
if (!executablePath) {
  console.error(
    'There is no Chromium here: install one (on Debian or Ubuntu: apt-get install -y chromium), or set CHROMIUM.',
  )
  process.exit(1)
}

const only = process.argv.slice(2)
const played = only.length > 0 ? scenes.filter(({ name }) => only.includes(name)) : scenes
const databaseDirectory = mkdtempSync(join(tmpdir(), 'entente-gallery-'))
const world = createWorld()
world.application.name = 'Entente'
const sandbox = await startSandbox({ port: 0, world, page: { tries: [] } })
const bot = await start({
  token: sandbox.token,
  apiUrl: sandbox.apiUrl,
  dataDirectory,
  databaseDirectory,
  courtesy: { atOnce: Infinity },
  log: await createLog({ level: 'warn', production: false, secrets: [sandbox.token] }),
})
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
mkdirSync(folder, { recursive: true })
const pictures: { file: string; shows: string }[] = []
for (const { size, width, height, colorScheme } of variants) {
  for (const { name, shows, play } of played) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme })
    const page = await context.newPage()
    await page.goto(sandbox.pageUrl)
    await box(page).waitFor()
    await play(page)
    await page.waitForTimeout(300)
    const file = `${name}-${size}-${colorScheme}.png`
    await messages(page)
      .last()
      .screenshot({ path: join(folder, file) })
    pictures.push({ file, shows: `${shows} (${size}, ${colorScheme})` })
    console.log(`${pictures.length} of ${variants.length * played.length}: ${file}`)
    await context.close()
  }
}
await browser.close()
await bot.close()
await sandbox.close()
rmSync(databaseDirectory, { recursive: true, force: true })
writeFileSync(join(folder, 'index.html'), indexPage())
console.log(`Wrote ${pictures.length} pictures and an index into ${folder}.`)

function indexPage(): string {
  const figures = pictures.map(
    ({ file, shows }) =>
      `<figure><img src="${file}" alt="${shows}"><figcaption>${shows}</figcaption></figure>`,
  )
  return `<!doctype html><meta charset="utf-8"><title>Entente: every card</title>
<style>body{font-family:sans-serif;background:#888}figure{display:inline-block;margin:1em;vertical-align:top}</style>
${figures.join('\n')}
`
}
