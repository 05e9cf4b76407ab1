// npm run gallery: drives the page in headless Chromium and writes a picture of each kind of card and state.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/page/chromium.ts'
import { dataDirectory } from '../src/data/files.ts'
import { createLog } from '../src/log.ts'
import { startSandbox } from '../src/sandbox/sandbox.ts'
import { createWorld } from '../src/sandbox/world.ts'
import { start } from '../src/start.ts'
import { lastMessage, scenes, type Scene } from './gallery-scenes.ts'

interface Variant {
  size: 'desktop' | 'phone'
  width: number
  colorScheme: 'dark' | 'light'
}

const widths = { desktop: 1100, phone: 390 }
const variants = (['desktop', 'phone'] as const).flatMap((size) =>
  (['dark', 'light'] as const).map((colorScheme): Variant => ({ size, width: widths[size], colorScheme })),
)

/** High enough for the longest card; of a page that is shown whole, a screen's height. */
const heights = { message: 3000, whole: 800 }

const executablePath = findChromium()
if (!executablePath) {
  console.error(
    'There is no Chromium here: install one (on Debian or Ubuntu: apt-get install -y chromium), or set CHROMIUM.',
  )
  process.exit(1)
}

const only = process.argv.slice(2)
const played = only.length > 0 ? scenes.filter(({ name }) => only.includes(name)) : scenes
const folder = join(import.meta.dirname, '../gallery')
mkdirSync(folder, { recursive: true })

const temporary = mkdtempSync(join(tmpdir(), 'entente-gallery-'))
const files = join(temporary, 'data')
cpSync(dataDirectory, files, { recursive: true })
const world = createWorld()
world.application.name = 'Entente'
// Discord shows /admin to administrators of the server alone.
const { operator, administrator } = world.people
world.servers.home.members[operator.id] = world.servers.home.members[administrator.id] ?? 0n
const sandbox = await startSandbox({ port: 0, world, page: { tries: [] } })
const bot = await start({
  token: sandbox.token,
  apiUrl: sandbox.apiUrl,
  dataDirectory: files,
  databaseDirectory: join(temporary, 'database'),
  courtesy: { atOnce: 1_000_000 },
  log: await createLog({ level: 'fatal', production: false, secrets: [sandbox.token] }),
})
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})

let tried = 0
const failed: string[] = []
const pictures: { scene: Scene; variant: Variant; file: string }[] = []
for (const variant of variants) {
  for (const scene of played) {
    const file = `${scene.name}-${variant.size}-${variant.colorScheme}.png`
    tried += 1
    const progress = `${tried} of ${variants.length * played.length}: ${file}`
    try {
      await shoot(scene, variant, join(folder, file))
      pictures.push({ scene, variant, file })
      console.log(progress)
    } catch (error) {
      failed.push(file)
      console.error(`${progress}: ${String(error)}`)
    }
  }
}
await browser.close()
await bot.close()
await sandbox.close()
rmSync(temporary, { recursive: true, force: true })
writeFileSync(join(folder, 'index.html'), indexPage())
console.log(`Wrote ${pictures.length} pictures of ${played.length} scenes, and index.html, into ${folder}.`)
if (failed.length > 0) {
  console.error(`These could not be taken: ${failed.join(', ')}. Each says why above.`)
  process.exitCode = 1
}

async function shoot({ as = 'member', whole, play }: Scene, variant: Variant, path: string): Promise<void> {
  const { width, colorScheme } = variant
  const viewport = { width, height: whole ? heights.whole : heights.message }
  const context = await browser.newContext({ viewport, colorScheme })
  const page = await context.newPage()
  await page.goto(sandbox.pageUrl)
  await page.locator('#text').waitFor()
  await page.getByLabel('You are').selectOption(as)
  await clear(page, as)
  page.setDefaultTimeout(8000)
  try {
    await play({ page, sandbox, dataDirectory: files })
    await page.waitForTimeout(300)
    await (whole ? page : lastMessage(page)).screenshot({ path })
  } finally {
    await context.close()
  }
}

async function clear(page: Page, person: string): Promise<void> {
  const body = { person, place: 'general', act: { type: 'clear' } }
  await fetch(new URL('/page/act', sandbox.pageUrl), { method: 'POST', body: JSON.stringify(body) })
  await page.locator('.message').first().waitFor({ state: 'detached' })
}

function indexPage(): string {
  const sections = [...Map.groupBy(pictures, ({ scene }) => scene)].map(([{ name, shows }, shots]) => {
    const figures = shots.map(
      ({ file, variant: { size, colorScheme } }) =>
        `<figure><img src="${file}" alt="${shows}" loading="lazy"><figcaption>${size}, ${colorScheme}</figcaption></figure>`,
    )
    return `<section><h2>${name}: ${shows}</h2>${figures.join('')}</section>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Entente: every card</title>
<style>body{font-family:sans-serif;background:#888}section{white-space:nowrap}
figure{display:inline-block;margin:0 1em 1em 0;vertical-align:top}</style>
${sections.join('\n')}
`
}
