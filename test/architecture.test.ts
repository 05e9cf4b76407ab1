// Keeps the walls: who may import whom, and how long a source file may be.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

interface Import {
  from: string
  to: string
  typesOnly: boolean
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
}

/** "src/cards/text.ts" belongs to "cards", "src/bot.ts" to "bot". */
function roomOf(file: string): string {
  const [first = ''] = file.split('/')
  return first.replace(/\.ts$/, '')
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/gms,
  )
  return [...found].map(([, type, from, dynamic]) => ({
    from: file,
    to: relative(src, join(src, dirname(file), from ?? dynamic ?? '')),
    typesOnly: type !== undefined,
  }))
}

const everyImport = sourceFiles().flatMap(importsOf)

/** What a room may import, besides itself; "types of" stands for rooms of which only types may be imported. */
const walls: Record<string, { anything: string[]; typesOf: string[] }> = {
  index: { anything: ['config', 'log', 'start', 'start-errors', 'emulator', 'data'], typesOf: [] },
  start: {
    anything: [
      'bot',
      'command-registration',
      'connect',
      'courtesy',
      'deadline',
      'discord-errors',
      'dispatch',
      'last-shown',
      'load',
      'operators',
      'register',
      'shard-log',
      'data',
      'operate',
      'pictures',
    ],
    typesOf: ['state'],
  },
  'start-errors': {
    anything: ['config', 'deadline', 'discord-errors', 'operate', 'state', 'transport-errors'],
    typesOf: [],
  },
  connect: { anything: ['discord-errors', 'transport-errors'], typesOf: ['deadline'] },
  deadline: { anything: [], typesOf: [] },
  'discord-errors': { anything: ['config', 'transport-errors'], typesOf: [] },
  'rate-limits': { anything: ['discord-errors'], typesOf: [] },
  'shard-log': { anything: [], typesOf: [] },
  'command-registration': { anything: ['discord-errors'], typesOf: [] },
  'misspelled-variables': { anything: [], typesOf: [] },
  register: { anything: ['registration'], typesOf: ['command', 'state'] },
  registration: { anything: [], typesOf: [] },
  bot: {
    anything: [
      'deeds',
      'dispatch',
      'gateway-guard',
      'interaction-payload',
      'rate-limits',
      'rest-clock',
      'rest-requests',
      'unreadable',
    ],
    typesOf: ['operate'],
  },
  'gateway-guard': { anything: ['interaction-payload'], typesOf: [] },
  'interaction-payload': { anything: [], typesOf: [] },
  unreadable: {
    anything: ['failed-answer', 'interaction-payload'],
    typesOf: ['deeds', 'gateway-guard', 'operate'],
  },
  'failed-answer': { anything: ['send'], typesOf: [] },
  'rest-requests': { anything: ['transport-errors'], typesOf: [] },
  'transport-errors': { anything: [], typesOf: [] },
  'direct-message': { anything: ['cards/limits.ts', 'transport-errors'], typesOf: ['cards'] },
  'not-posted': { anything: ['command', 'transport-errors'], typesOf: ['place'] },
  'refused-picture': { anything: ['cards/limits.ts'], typesOf: ['message'] },
  dispatch: {
    anything: [
      'answer-press',
      'command',
      'custom-id',
      'deeds',
      'direct-message',
      'failed-answer',
      'given',
      'place',
      'send',
    ],
    typesOf: ['courtesy', 'data', 'operate', 'operators', 'pictures', 'state'],
  },
  kept: { anything: [], typesOf: ['command'] },
  'rest-clock': { anything: [], typesOf: [] },
  deeds: { anything: [], typesOf: [] },
  courtesy: { anything: [], typesOf: [] },
  'last-shown': { anything: [], typesOf: ['command'] },
  load: { anything: [], typesOf: ['command'] },
  operators: { anything: ['command'], typesOf: ['state'] },
  commands: {
    anything: ['as-of', 'command', 'options', 'custom-id', 'kept', 'lookup', 'operator-command', 'cards'],
    typesOf: ['data', 'state', 'operate', 'pictures'],
  },
  actions: {
    anything: ['command', 'options', 'custom-id', 'lookup', 'cards'],
    typesOf: ['data', 'state', 'operate', 'pictures'],
  },
  lookup: { anything: ['as-of', 'command', 'options', 'custom-id', 'cards'], typesOf: ['data'] },
  'as-of': { anything: ['command', 'options', 'cards', 'data/dates.ts'], typesOf: ['data'] },
  'operator-command': { anything: ['command', 'options'], typesOf: [] },
  command: {
    anything: ['options'],
    typesOf: ['cards', 'data', 'direct-message', 'state', 'operate', 'pictures', 'place'],
  },
  'answer-press': { anything: ['command'], typesOf: [] },
  given: { anything: ['options'], typesOf: ['command', 'options'] },
  options: { anything: [], typesOf: ['command'] },
  place: { anything: [], typesOf: ['state'] },
  'custom-id': { anything: [], typesOf: [] },
  send: {
    anything: [
      ...['command', 'message', 'not-posted', 'refused-picture'],
      ...['card', 'day-first', 'frame', 'limits'].map((file) => `cards/${file}.ts`),
    ],
    typesOf: ['cards', 'place'],
  },
  message: {
    anything: ['day-first', 'deed-row', 'frame'].map((file) => `cards/${file}.ts`),
    typesOf: ['cards', 'command', 'pictures'],
  },
  cards: { anything: ['custom-id'], typesOf: ['data', 'operate', 'state', 'pictures'] },
  pictures: { anything: [], typesOf: ['cards', 'data'] },
  data: { anything: [], typesOf: [] },
  state: { anything: ['data/lasting.ts'], typesOf: [] },
  operate: { anything: ['data', 'state'], typesOf: [] },
  emulator: { anything: [], typesOf: [] },
  config: { anything: ['misspelled-variables'], typesOf: [] },
  log: { anything: [], typesOf: [] },
}

function isAllowed({ from, to, typesOnly }: Import): boolean {
  const [room, other] = [roomOf(from), roomOf(to)]
  if (room === other) return true
  const wall = walls[room]
  if (!wall) return false
  if (wall.anything.includes(other) || wall.anything.includes(to)) return true
  return typesOnly && wall.typesOf.includes(other)
}

test('every import stays within the walls', () => {
  expect(everyImport.length).toBeGreaterThan(50)
  expect(everyImport.filter((one) => !isAllowed(one))).toEqual([])
})

test('the walls tell what is not allowed', () => {
  const cross = (from: string, to: string, typesOnly = false) => isAllowed({ from, to, typesOnly })
  expect(cross('cards/text.ts', 'data/store.ts')).toBe(false)
  expect(cross('cards/text.ts', 'data/store.ts', true)).toBe(true)
  expect(cross('send.ts', 'cards/text.ts')).toBe(false)
  expect(cross('emulator/world.ts', 'command.ts', true)).toBe(false)
  expect(cross('data/store.ts', 'state/state.ts', true)).toBe(false)
  expect(cross('new-room/file.ts', 'data/store.ts', true)).toBe(false)
})

test('only config.ts reads the environment', () => {
  const readers = sourceFiles().filter((file) =>
    readFileSync(join(src, file), 'utf8').includes('process.env'),
  )
  expect(readers).toEqual(['config.ts'])
})

test('no source file is longer than 250 lines', () => {
  const long = sourceFiles().filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
})

test('every source file begins with a sentence that says what it is for', () => {
  const silent = sourceFiles().filter(
    (file) => !/^(\/\/|\/\*\*) ?/.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(silent).toEqual([])
})

test('every folder of source is in the plan', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.filter(({ name }) => !(name in walls))).toEqual([])
})
