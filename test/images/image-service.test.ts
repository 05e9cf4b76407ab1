import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { packagedAtlas } from '../../src/images/atlas.ts'
import type { TimelineImage } from '../../src/images/image-spec.ts'
import { createImageService, type ImageServiceOptions } from '../../src/images/image-service.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import { mapOf, pixelsOf } from '../helpers/draw.ts'

function timeline(title: string, lines: string[] = []): TimelineImage {
  const events = [{ date: '1949', when: '1949', label: 'It was founded' }]
  return { type: 'timeline', title, events, lines, sources: [] }
}

function open(options: Partial<ImageServiceOptions> = {}) {
  const folder = options.folder ?? temporaryFolder()
  const log: Record<string, unknown>[] = []
  const write = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>)
  const pictures = createImageService({ folder, log: pino({ level: 'debug' }, { write }), ...options })
  onTestFinished(() => pictures.close())
  return { pictures, folder, log }
}

test('a picture is drawn as PNG, with its name and its alt text', async () => {
  const { pictures, log } = open()
  const drawn = await pictures.render(mapOf({ first: 'MT' }))
  expect(drawn).toMatchObject({ fileName: 'map.png', alt: expect.stringContaining('Malta') as string })
  expect(pixelsOf(drawn?.png ?? Buffer.alloc(0)).width).toBe(1000)
  expect(log).toEqual([])
})

test('a picture that was drawn is kept, in memory and on disk, by what it shows', async () => {
  const { pictures, folder } = open()
  const first = await pictures.render(timeline('One'))
  expect((await pictures.render(timeline('One')))?.png === first?.png).toBe(true)
  const other = await pictures.render(timeline('Two'))
  expect(other?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(false)
  const [one, two] = readdirSync(folder).sort()
  expect(readdirSync(folder)).toHaveLength(2)

  // Another start takes what lies there, here a picture put under the name of the other.
  copyFileSync(join(folder, one ?? ''), join(folder, two ?? ''))
  const again = open({ folder })
  const [a, b] = [await again.pictures.render(timeline('One')), await again.pictures.render(timeline('Two'))]
  expect(a?.png.equals(b?.png ?? Buffer.alloc(0))).toBe(true)
})

test('many who ask for one picture at once get it drawn once', async () => {
  const { pictures } = open()
  const drawn = await Promise.all(Array.from({ length: 20 }, () => pictures.render(timeline('Wanted'))))
  expect(new Set(drawn.map((one) => one?.png)).size).toBe(1)
})

test('half a file on disk is drawn again', async () => {
  const { pictures, folder } = open()
  const whole = (await pictures.render(timeline('Whole')))?.png ?? Buffer.alloc(0)
  const [file = ''] = readdirSync(folder)
  writeFileSync(join(folder, file), whole.subarray(0, 500))
  expect((await open({ folder }).pictures.render(timeline('Whole')))?.png.equals(whole)).toBe(true)
  expect(statSync(join(folder, file)).size).toBe(whole.length)
})

test('neither memory nor the disk grows over its bounds', async () => {
  const { pictures, folder } = open({ bounds: { diskFiles: 3, memoryBytes: 20_000 } })
  const first = await pictures.render(timeline('0'))
  for (const title of ['1', '2', '3', '4', '5']) await pictures.render(timeline(title))
  expect(readdirSync(folder)).toHaveLength(3)
  const again = await pictures.render(timeline('0'))
  expect(again?.png === first?.png).toBe(false)
  expect(again?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(true)
})

test('a folder that cannot be written keeps nothing, and pictures are drawn all the same', async () => {
  const file = join(temporaryFolder(), 'a-file')
  writeFileSync(file, '')
  expect(await open({ folder: file }).pictures.render(timeline('Anyway'))).toBeDefined()
})

test.each([
  ['a font that is not there', () => ['/nowhere/font.ttf']],
  [
    'a font that is broken',
    () => {
      const file = join(temporaryFolder(), 'font.ttf')
      writeFileSync(file, 'no font')
      return [file]
    },
  ],
])('with %s nothing is drawn, which is said once', async (_, fontFiles) => {
  const { pictures, log } = open({ fontFiles: fontFiles() })
  expect(await pictures.render(timeline('No words'))).toBeUndefined()
  expect(await pictures.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(log).toMatchObject([{ level: 50, why: 'the font draws no text' }])
})

test('what draws is loaded by the thread alone, so that Entente starts where it cannot be loaded', () => {
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
    await createImageService({ folder: '/nowhere', log: {} }).close()`
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
})

test('with a broken atlas maps are not drawn, and timelines are', async () => {
  const broken = join(temporaryFolder(), 'atlas.json')
  writeFileSync(broken, readFileSync(packagedAtlas().fine).subarray(0, 5000))
  const { pictures, log } = open({ atlasFiles: { ...packagedAtlas(), fine: broken } })
  expect(await pictures.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(await pictures.render(timeline('Still'))).toBeDefined()
  expect(await pictures.render(mapOf({ first: 'MT' }))).toBeUndefined()
  expect(log).toMatchObject([{ level: 50, msg: 'a picture could not be drawn' }])
})

/** Takes the thread far longer than it is given. */
const endless = () =>
  timeline(
    'Endless',
    Array.from({ length: 40_000 }, (_, index) => `line ${index}`),
  )

test('a thread that does not come back is ended, the next picture is drawn by a new one', async () => {
  const { pictures, log } = open({ bounds: { drawMs: 5000 } })
  const [stuck, next] = await Promise.all([pictures.render(endless()), pictures.render(timeline('Next'))])
  expect([stuck, next?.fileName]).toEqual([undefined, 'timeline.png'])
  // What ended one thread is not given to another.
  expect(await pictures.render(endless())).toBeUndefined()
  expect(log).toHaveLength(1)
})

test('threads that keep ending are given up', async () => {
  const { pictures, log } = open({ bounds: { drawMs: 1, crashes: 2 } })
  expect(await Promise.all([pictures.render(timeline('a')), pictures.render(timeline('b'))])).toEqual([
    undefined,
    undefined,
  ])
  expect(await pictures.render(timeline('c'))).toBeUndefined()
  expect(log.at(-1)).toMatchObject({ level: 50, why: 'the thread that draws them keeps ending' })
})

test('more than may wait get none', async () => {
  const { pictures } = open({ bounds: { waiting: 2 } })
  const drawn = await Promise.all(['a', 'b', 'c'].map((title) => pictures.render(timeline(title))))
  expect(drawn.map((one) => one !== undefined)).toEqual([true, true, false])
})

test('closed while drawing, it answers with nothing', async () => {
  const { pictures } = open()
  const asked = pictures.render(mapOf({ first: 'MT' }))
  await pictures.close()
  expect(await asked).toBeUndefined()
  expect(await pictures.render(timeline('Late'))).toBeUndefined()
})
