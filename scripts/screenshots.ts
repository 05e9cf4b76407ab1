// npm run screenshots: drives the page in headless Chromium and writes a screenshot of each kind of card and state;
// with --readme, the few that the README shows; with --measure, it prints the heights of first answers instead.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from 'discord-emulator/page-testing'
import { dataDirectory } from '../src/config/data-directory.ts'
import { createLog } from '../src/config/logger.ts'
import { startDiscordEmulator, createWorld } from 'discord-emulator'
import { createRenderer } from '../src/images/svg-renderer.ts'
import { startApp } from '../src/app.ts'
import { lastMessage, type Scene } from './scene-builders.ts'
import { scenes } from './screenshot-scenes.ts'
import { printCardHeights } from './card-heights.ts'
import { readFlags } from './read-flags.ts'

interface Variant {
  size: 'desktop' | 'phone'
  width: number
  colorScheme: 'dark' | 'light'
}

const widths = { desktop: 1100, phone: 390 }
const variants = (['desktop', 'phone'] as const).flatMap((size) =>
  (['dark', 'light'] as const).map((colorScheme): Variant => ({ size, width: widths[size], colorScheme })),
)

/** The screenshots in the README: as wide as a narrow phone, so that they fit side by side. */
const readme: Record<string, Variant['colorScheme']> = {
  dispute: 'dark',
  country: 'light',
  'compare-exercises': 'dark',
  map: 'light',
}
const readmeWidth = 390
const maxBytes = 150_000

/** High enough for the longest card; a screen's height if the whole page is captured. */
const heights = { message: 3000, whole: 800 }

interface Shot {
  scene: Scene
  variant: Variant
  file: string
}

const {
  values: { readme: forReadme, measure },
  positionals: only,
} = readFlags({
  allowPositionals: true,
  options: { readme: { type: 'boolean', default: false }, measure: { type: 'boolean', default: false } },
})

const executablePath = findChromium()
if (!executablePath) {
  console.error(
    'Chromium not found: install one (on Debian or Ubuntu: apt-get install -y chromium), or set CHROMIUM.',
  )
  process.exit(1)
}

const all: Shot[] = forReadme
  ? scenes.flatMap((scene) => {
      const colorScheme = readme[scene.name]
      const variant = colorScheme && { size: 'phone' as const, width: readmeWidth, colorScheme }
      return variant ? [{ scene, variant, file: `${scene.name}.png` }] : []
    })
  : variants.flatMap((variant) =>
      scenes.map((scene) => ({
        scene,
        variant,
        file: `${scene.name}-${variant.size}-${variant.colorScheme}.png`,
      })),
    )
/** Names select scenes; a size and a color scheme narrow them down: "dispute country phone dark". */
const names = only.filter((part) => scenes.some(({ name }) => name === part))
const kinds = only.filter((part) => !names.includes(part))
const shots = all.filter(
  ({ scene: { name }, variant: { size, colorScheme } }) =>
    (names.length === 0 || names.includes(name)) &&
    kinds.every((part) => part === size || part === colorScheme),
)
const folder = join(import.meta.dirname, forReadme ? '../docs/images' : '../gallery')
mkdirSync(folder, { recursive: true })

const temporary = mkdtempSync(join(tmpdir(), 'entente-gallery-'))
const files = join(temporary, 'data')
cpSync(dataDirectory, files, { recursive: true })
const world = createWorld()
world.application.name = 'Entente'
// Discord shows /admin only to guild administrators.
const { operator, administrator } = world.users
world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
const emulator = await startDiscordEmulator({
  port: 0,
  world,
  initialResponseTimeoutMs: 60_000,
  page: { suggestions: [] },
})
let aheadMs = 0
const bot = await startApp({
  token: emulator.token,
  apiUrl: emulator.apiUrl,
  dataDirectory: files,
  databaseDirectory: join(temporary, 'database'),
  rateLimit: { burst: 1_000_000 },
  now: () => new Date(Date.now() + aheadMs),
  dailyFactsCheckMs: 100,
  // Every card waits for its image.
  images: { limits: { waitMs: 60_000 } },
  log: await createLog({ level: 'fatal', production: false, secrets: [emulator.token] }),
})
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})

const taken: Shot[] = []
const failed: string[] = []
if (measure) await printCardHeights(browser, emulator, join(temporary, 'database'))
for (const [index, shot] of measure ? [] : shots.entries()) {
  const progress = `${index + 1} of ${shots.length}: ${shot.file}`
  try {
    await shoot(shot)
    taken.push(shot)
    console.log(progress)
  } catch (error) {
    failed.push(shot.file)
    console.error(`${progress}: ${String(error)}`)
  }
}
await browser.close()
await bot.close()
await emulator.close()
rmSync(temporary, { recursive: true, force: true })
if (!forReadme && !measure) writeFileSync(join(folder, 'index.html'), indexPage())
if (!measure)
  console.log(`Wrote ${taken.length} screenshots${forReadme ? '' : ', and index.html,'} into ${folder}.`)
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}. The reasons are above.`)
  process.exitCode = 1
}

async function shoot({ scene, variant, file }: Shot): Promise<void> {
  const { as = 'member', whole, play } = scene
  const { width, colorScheme } = variant
  const path = join(folder, file)
  const viewport = { width, height: whole ? heights.whole : heights.message }
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: forReadme ? 2 : 1 })
  const page = await context.newPage()
  await page.goto(emulator.pageUrl)
  await page.locator('#text').waitFor()
  await page.getByLabel('You are').selectOption(as)
  await clear(page)
  page.setDefaultTimeout(20_000)
  try {
    const advanceHours = (hours: number) => void (aheadMs = hours * 60 * 60_000)
    await play({ page, emulator, dataDirectory: files, advanceHours })
    await page.waitForFunction('[...document.images].every(({ complete }) => complete)')
    await page.waitForTimeout(300)
    const screenshot = await (whole ? page : lastMessage(page)).screenshot()
    writeFileSync(path, forReadme ? withPalette(screenshot) : screenshot)
  } finally {
    aheadMs = 0
    await context.close()
  }
  const { size } = statSync(path)
  if (forReadme && size > maxBytes) throw new Error(`it is ${size} bytes, over the limit of ${maxBytes}`)
}

/** The same image in fewer bytes. */
function withPalette(png: Buffer): Buffer {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return createRenderer([]).png(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
  )
}

/** Empties the channel as a user would. */
async function clear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear channel' }).click()
  await page.locator('.message').first().waitFor({ state: 'detached' })
}

function indexPage(): string {
  const sections = [...Map.groupBy(taken, ({ scene }) => scene)].map(([{ name, shows }, own]) => {
    const figures = own.map(
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
