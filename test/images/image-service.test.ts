import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { packagedAtlas } from '../../src/images/atlas.ts'
import type { BarsSpec, TimelineSpec } from '../../src/images/image-spec.ts'
import { createImageService, type ImageServiceOptions } from '../../src/images/image-service.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import { mapOf, pixelsOf } from '../helpers/draw.ts'

function timeline(title: string, lines: string[] = []): TimelineSpec {
  const events = [{ date: '1949', when: '1949', label: 'It was founded' }]
  return { type: 'timeline', title, events, lines }
}

function open(options: Partial<ImageServiceOptions> = {}) {
  const directory = options.directory ?? temporaryFolder()
  const log: Record<string, unknown>[] = []
  const write = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>)
  const images = createImageService({ directory, log: pino({ level: 'debug' }, { write }), ...options })
  onTestFinished(() => images.close())
  return { images, directory, log }
}

test('an image is rendered as PNG, with its file name and alt text', async () => {
  const { images, log } = open()
  const rendered = await images.render(mapOf({ first: 'MT' }))
  expect(rendered).toMatchObject({ fileName: 'map.png', alt: expect.stringContaining('Malta') as string })
  expect(pixelsOf(rendered?.png ?? Buffer.alloc(0)).width).toBe(1000)
  expect(log).toEqual([])
})

test('a bar chart is rendered by the worker and cached by its numbers', async () => {
  const { images, directory, log } = open()
  const spec = (number: number): BarsSpec => {
    const bars = [{ label: '2024', number, text: String(number), isEstimate: false }]
    return { type: 'bars', title: 'Troops', unit: 'U.S. troops', bars }
  }
  const rendered = await images.render(spec(100))
  expect(rendered).toMatchObject({ fileName: 'bars.png', alt: 'Chart: Troops (U.S. troops). 2024: 100.' })
  expect((await images.render(spec(100)))?.png === rendered?.png).toBe(true)
  await images.render(spec(200))
  expect([readdirSync(directory).length, log]).toEqual([2, []])
})

test('a rendered image is cached in memory and on disk by what it shows', async () => {
  const { images, directory } = open()
  const first = await images.render(timeline('One'))
  expect((await images.render(timeline('One')))?.png === first?.png).toBe(true)
  const other = await images.render(timeline('Two'))
  expect(other?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(false)
  const [one, two] = readdirSync(directory).sort()
  expect(readdirSync(directory)).toHaveLength(2)

  // Another service takes what is on disk; here one image is stored under the key of the other.
  copyFileSync(join(directory, one ?? ''), join(directory, two ?? ''))
  const again = open({ directory })
  const [a, b] = [await again.images.render(timeline('One')), await again.images.render(timeline('Two'))]
  expect(a?.png.equals(b?.png ?? Buffer.alloc(0))).toBe(true)
})

test('concurrent requests for an image render it once', async () => {
  const { images } = open()
  const rendered = await Promise.all(Array.from({ length: 20 }, () => images.render(timeline('Wanted'))))
  expect(new Set(rendered.map((image) => image?.png)).size).toBe(1)
})

test('an incomplete file on disk is rendered again', async () => {
  const { images, directory } = open()
  const whole = (await images.render(timeline('Whole')))?.png ?? Buffer.alloc(0)
  const [file = ''] = readdirSync(directory)
  writeFileSync(join(directory, file), whole.subarray(0, 500))
  expect((await open({ directory }).images.render(timeline('Whole')))?.png.equals(whole)).toBe(true)
  expect(statSync(join(directory, file)).size).toBe(whole.length)
})

test('neither memory nor disk cache exceeds its limits', async () => {
  const { images, directory } = open({ limits: { diskFiles: 3, memoryBytes: 20_000 } })
  const first = await images.render(timeline('0'))
  for (const title of ['1', '2', '3', '4', '5']) await images.render(timeline(title))
  expect(readdirSync(directory)).toHaveLength(3)
  const again = await images.render(timeline('0'))
  expect(again?.png === first?.png).toBe(false)
  expect(again?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(true)
})

test('without a writable directory images are not cached on disk but still rendered', async () => {
  const file = join(temporaryFolder(), 'a-file')
  writeFileSync(file, '')
  expect(await open({ directory: file }).images.render(timeline('Anyway'))).toBeDefined()
})

test.each([
  ['a missing font', () => ['/nowhere/font.ttf']],
  [
    'a corrupt font',
    () => {
      const file = join(temporaryFolder(), 'font.ttf')
      writeFileSync(file, 'no font')
      return [file]
    },
  ],
])('with %s nothing is rendered, which is logged once', async (_, fontFiles) => {
  const { images, log } = open({ fontFiles: fontFiles() })
  expect(await images.render(timeline('No words'))).toBeUndefined()
  expect(await images.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(log).toMatchObject([{ level: 50, reason: 'the font renders no text' }])
})

test('only the worker loads the renderer, so that Entente starts where it cannot be loaded', () => {
  const { href } = new URL('../../src/images/image-service.ts', import.meta.url)
  const script = `
    import { registerHooks } from 'node:module'
    registerHooks({
      resolve(name, context, next) {
        if (name.startsWith('@resvg/')) throw new Error('not made for this machine')
        return next(name, context)
      },
    })
    const { createImageService } = await import('${href}')
    await createImageService({ directory: '/nowhere', log: {} }).close()`
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
})

test('with a corrupt atlas maps fail and timelines are rendered', async () => {
  const broken = join(temporaryFolder(), 'atlas.json')
  writeFileSync(broken, readFileSync(packagedAtlas().fine).subarray(0, 5000))
  const { images, log } = open({ atlasFiles: { ...packagedAtlas(), fine: broken } })
  expect(await images.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(await images.render(timeline('Still'))).toBeDefined()
  expect(await images.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(log).toMatchObject([{ level: 50, msg: 'failed to render image' }])
})

/** Takes the worker far longer than its timeout. */
const endless = () =>
  timeline(
    'Endless',
    Array.from({ length: 40_000 }, (_, index) => `line ${index}`),
  )

test(
  'a worker that hangs is terminated, and a new one renders the next image',
  { timeout: 120_000 },
  async () => {
    const { images, log } = open({ limits: { timeoutMs: 12_000 } })
    const [stuck, next] = await Promise.all([images.render(endless()), images.render(timeline('Next'))])
    expect([stuck, next?.fileName]).toEqual([undefined, 'timeline.png'])
    // An image that hung one worker is not given to another.
    expect(await images.render(endless())).toBeUndefined()
    expect(log).toHaveLength(1)
  },
)

test('an image that was ready in time does not fail because the main thread was busy', async () => {
  const timeoutMs = 3000
  const { images, directory, log } = open({ limits: { timeoutMs } })
  await images.render(timeline('Zero'))
  const rendered = Promise.all([images.render(mapOf({ first: 'MT' })), images.render(timeline('Next'))])
  while (images.status().queued < 2) await new Promise(setImmediate)
  // The worker writes the file, then sends the image.
  while (readdirSync(directory).filter((file) => file.endsWith('.png')).length < 2);
  const doneMs = performance.now()
  while (performance.now() < doneMs + timeoutMs);
  expect((await rendered).map((image) => image?.fileName)).toEqual(['map.png', 'timeline.png'])
  expect([images.status().failed, log]).toEqual([0, []])
})

test('a worker that keeps crashing is not started again', async () => {
  const { images, log } = open({ limits: { timeoutMs: 1, maxCrashes: 2 } })
  expect(await Promise.all([images.render(timeline('a')), images.render(timeline('b'))])).toEqual([
    undefined,
    undefined,
  ])
  expect(await images.render(timeline('c'))).toBeUndefined()
  expect(log.at(-1)).toMatchObject({ level: 50, reason: 'the image worker keeps crashing' })
})

/** The process ids of workers, once there are so many: those of earlier tests may still be ending. */
async function workerIds(count: number): Promise<number[]> {
  const ids = () => {
    const { libuv } = process.report.getReport() as unknown as { libuv: { type: string; pid: number }[] }
    return libuv.flatMap(({ type, pid }) => (type === 'process' && pid > 0 ? pid : []))
  }
  await expect.poll(ids, { timeout: 20_000 }).toHaveLength(count)
  return ids()
}

test('a worker that is killed loses its image alone', async () => {
  await workerIds(0)
  const { images, log } = open()
  const [lost, next] = [images.render(endless()), images.render(timeline('Next'))]
  const [worker = NaN] = await workerIds(1)
  process.kill(worker, 'SIGKILL')
  expect(await lost).toBeUndefined()
  expect((await next)?.fileName).toBe('timeline.png')
  expect(log).toMatchObject([{ level: 50, reason: 'killed by SIGKILL', msg: 'image worker crashed' }])
})

test('a worker that cannot start says why', async () => {
  const { images, log } = open({ directory: 'x'.repeat(200_000), limits: { maxCrashes: 1 } })
  expect(await images.render(timeline('Never'))).toBeUndefined()
  expect(log).toMatchObject([
    { level: 50, reason: expect.stringContaining('E2BIG') as string, msg: 'image worker crashed' },
    { level: 50, reason: 'the image worker keeps crashing' },
  ])
})

test('where no file descriptor is left, images fail and nothing else does', () => {
  const { href } = new URL('../../src/images/image-service.ts', import.meta.url)
  const program = `
    import { openSync } from 'node:fs'
    import { createImageService } from '${href}'
    const reasons = []
    const log = { error: ({ reason }) => reasons.push(reason) }
    const directory = ${JSON.stringify(temporaryFolder())}
    const images = createImageService({ directory, log, limits: { maxCrashes: 2 } })
    try {
      for (;;) openSync('/dev/null')
    } catch {}
    setInterval(() => undefined, 1000)
    const spec = (title) => ({ type: 'timeline', title, events: [], lines: [] })
    console.log(await Promise.all([images.render(spec('One')), images.render(spec('Two'))]), reasons)
    process.exit()`
  const file = join(temporaryFolder(), 'program.mjs')
  writeFileSync(file, program)
  const { stdout } = spawnSync('sh', ['-c', `ulimit -n 200; exec "${process.execPath}" "${file}"`], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(stdout).toMatch(
    /^\[ undefined, undefined \] \[\s+'spawn \S+ EMFILE',\s+'spawn \S+ EMFILE',\s+'the image worker keeps crashing'\s+\]\n$/,
  )
})

test('a worker with nothing to render ends, and another renders the next image', async () => {
  await workerIds(0)
  const { images, log } = open({ limits: { idleMs: 50, maxCrashes: 1 } })
  for (const title of ['One', 'Two']) {
    expect(await images.render(timeline(title))).toBeDefined()
    await workerIds(0)
  }
  expect([images.status().error, log]).toEqual([undefined, []])
})

test('a full queue renders no more images', async () => {
  const { images } = open({ limits: { maxQueue: 2 } })
  const rendered = await Promise.all(['a', 'b', 'c'].map((title) => images.render(timeline(title))))
  // Which comes last depends on how soon each was looked for on disk.
  expect(rendered.filter((image) => image !== undefined)).toHaveLength(2)
})

test('closing waits for the worker to end, also when nothing else keeps the process running', () => {
  const { href } = new URL('../../src/images/image-service.ts', import.meta.url)
  const script = `
    const { createImageService } = await import('${href}')
    const images = createImageService({ directory: ${JSON.stringify(temporaryFolder())}, log: {} })
    const keptRunning = setInterval(() => undefined, 1000)
    await images.render({ type: 'timeline', title: 'One', events: [], lines: [] })
    const { pid } = process.report.getReport().libuv.find(({ type }) => type === 'process')
    clearInterval(keptRunning)
    await images.close()
    try {
      process.kill(pid, 0)
    } catch ({ code }) {
      console.log(code)
    }`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 60_000,
  })
  expect(stdout.toString()).toBe('ESRCH\n')
})

test('closing resolves images in progress to undefined', async () => {
  const { images } = open()
  const pending = images.render(mapOf({ first: 'MT' }))
  await images.close()
  expect(await pending).toBeUndefined()
  expect(await images.render(timeline('Late'))).toBeUndefined()
})
