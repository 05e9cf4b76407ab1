// Keeps the layout: which folder may import which, what may start a process, and how long a source file may be.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

interface Import {
  from: string
  to: string
  isTypeOnly: boolean
  /** Loaded only when the code around it runs. */
  isDynamic: boolean
}

interface ImportRule {
  /** Folders, or single files, of which values may be imported. */
  values: string[]
  /** Folders of which only types may be imported, besides those above. */
  types?: string[]
}

const folders = [
  ...[
    'app',
    'bot',
    'cards',
    'claims',
    'commands',
    'config',
    'core',
    'data/build',
    'data/model',
    'data/query',
    'db',
  ],
  ...['images', 'index', 'interaction-handlers', 'lookup', 'monitoring', 'questions', 'quiz', 'revisions'],
  'schedule',
]
const data = ['data/model', 'data/build', 'data/query']

/** What each folder may import besides itself. */
const importRules: Record<string, ImportRule> = {
  index: { values: ['app', 'config'] },
  // Commands, interaction handlers and, through them, cards are found in their folders.
  app: { values: ['bot', 'config', 'core', ...data, 'db', 'images', 'monitoring', 'revisions'] },
  // Startup errors are told apart by their classes.
  config: { values: ['db', 'revisions', 'data/model'] },
  // A card carries what its image shows.
  core: { values: [], types: [...data, 'images/image-spec.ts'] },
  'data/model': { values: [] },
  'data/build': { values: ['data/model', 'data/query', 'db/durable-fs.ts'] },
  'data/query': { values: ['data/model'] },
  images: { values: ['config/worker-error.ts'], types: ['data/model'] },
  db: { values: ['data/model', 'data/query/revision-file.ts'], types: ['core'] },
  revisions: { values: [...data, 'db', 'config/worker-error.ts'] },
  monitoring: { values: ['core', ...data, 'db'], types: ['images'] },
  cards: {
    values: ['core', 'data/model'],
    types: ['data/query', 'db', 'images', 'monitoring', 'revisions'],
  },
  lookup: { values: ['cards', 'core', 'data/model'], types: ['data/query'] },
  questions: {
    values: ['cards', 'core', 'data/model', 'data/query/message-tokenizer.ts', 'lookup'],
    types: ['data/query', 'images'],
  },
  claims: {
    values: ['cards', 'core', 'data/model', 'data/query/message-tokenizer.ts', 'questions'],
    types: ['data/query'],
  },
  quiz: {
    values: ['cards', 'core', 'data/model', 'lookup', 'questions'],
    types: ['data/query', 'images'],
  },
  schedule: { values: ['cards', 'core', 'data/model'], types: ['data/query', 'monitoring'] },
  commands: {
    values: [
      'cards',
      'claims',
      'core',
      'data/model',
      'db/personal-data.ts',
      'lookup',
      'monitoring',
      'questions',
      'quiz',
      'schedule',
    ],
    types: folders,
  },
  'interaction-handlers': { values: ['cards', 'core', 'data/model', 'lookup'], types: folders },
  bot: {
    values: [
      'cards/rendering',
      'cards/shared',
      'config',
      'core',
      'db/database-away.ts',
      'schedule/daily-facts.ts',
    ],
    types: folders,
  },
}

function sourceFiles(directory = src): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
}

/** "cards/shared/card.ts" is in "cards", "data/model/dates.ts" in "data/model", "app.ts" in "app". */
function folderOf(file: string): string {
  const parts = file.replace(/\.ts$/, '').split('/')
  return parts.slice(0, parts[0] === 'data' ? 2 : 1).join('/')
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/gms,
  )
  return [...found].map(([, type, from, dynamic]) => ({
    from: file,
    to: relative(src, join(src, dirname(file), from ?? dynamic ?? '')),
    isTypeOnly: type !== undefined,
    isDynamic: dynamic !== undefined,
  }))
}

function isAllowed({ from, to, isTypeOnly }: Omit<Import, 'isDynamic'>): boolean {
  const [folder, target] = [folderOf(from), folderOf(to)]
  if (folder === target) return true
  const rule = importRules[folder]
  const matches = (allowed: string) => target === allowed || to === allowed || to.startsWith(`${allowed}/`)
  return (rule?.values.some(matches) ?? false) || (isTypeOnly && (rule?.types?.some(matches) ?? false))
}

test('every import is one that its folder may make', () => {
  const imports = sourceFiles().flatMap(importsOf)
  expect(imports.length).toBeGreaterThan(500)
  expect(imports.filter((found) => !isAllowed(found))).toEqual([])
})

test('the rules tell apart what is allowed and what is not', () => {
  const allows = (from: string, to: string, isTypeOnly = false) => isAllowed({ from, to, isTypeOnly })
  expect(allows('cards/shared/format.ts', 'data/model/dates.ts')).toBe(true)
  expect(allows('cards/shared/format.ts', 'data/query/fact-store.ts')).toBe(false)
  expect(allows('cards/shared/format.ts', 'data/query/fact-store.ts', true)).toBe(true)
  expect(allows('bot/responder.ts', 'cards/shared/card.ts')).toBe(true)
  expect(allows('bot/responder.ts', 'cards/entity/entity-card.ts')).toBe(false)
  expect(allows('data/query/fact-store.ts', 'db/app-database.ts', true)).toBe(false)
  expect(allows('core/command.ts', 'bot/client.ts', true)).toBe(false)
  expect(allows('new-folder/file.ts', 'data/model/dates.ts', true)).toBe(false)
})

test('every source file is in a folder that has a rule', () => {
  expect(sourceFiles().filter((file) => !folders.includes(folderOf(file)))).toEqual([])
  expect(Object.keys(importRules).sort()).toEqual(folders.toSorted())
})

test('no file imports another that imports it, however far around', () => {
  const imports = Map.groupBy(
    sourceFiles()
      .flatMap(importsOf)
      .filter(({ isTypeOnly }) => !isTypeOnly),
    ({ from }) => from,
  )
  const cycles = new Set<string>()
  const visit = (file: string, path: string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) {
      cycles.add([...path.slice(start), file].join(' → '))
      return
    }
    if (visited.has(file)) return
    for (const { to } of imports.get(file) ?? []) visit(to, [...path, file])
    visited.add(file)
  }
  const visited = new Set<string>()
  for (const file of sourceFiles()) visit(file, [])
  expect([...cycles]).toEqual([])
})

/** What few users need, or only building does, is loaded when it is first needed. */
const loadedLater = {
  folders: ['claims', 'questions', 'quiz'],
  packages: /^(?!import type ).* from '(zod|yaml|i18n-iso-countries|@vvo\/tzdb|kysely)'/m,
}

test('startup loads nothing that can be loaded later', () => {
  const imports = Map.groupBy(
    sourceFiles()
      .flatMap(importsOf)
      .filter(({ isTypeOnly, isDynamic }) => !isTypeOnly && !isDynamic),
    ({ from }) => from,
  )
  const loaded = new Set(
    sourceFiles().filter((file) => /^(app\.ts|(commands|interaction-handlers)\/)/.test(file)),
  )
  for (const file of loaded) for (const { to } of imports.get(file) ?? []) loaded.add(to)
  expect(loaded.size).toBeGreaterThan(100)
  const early = [...loaded].filter(
    (file) =>
      loadedLater.folders.includes(folderOf(file)) ||
      loadedLater.packages.test(readFileSync(join(src, file), 'utf8')),
  )
  expect(early).toEqual([])
})

test('nothing in src imports or starts a script', () => {
  const files = sourceFiles().filter((file) => /scripts\//.test(readFileSync(join(src, file), 'utf8')))
  expect(files).toEqual([])
})

test('only the processes that build facts and render images are started, each by its own file alone', () => {
  const files = sourceFiles().filter((file) =>
    readFileSync(join(src, file), 'utf8').includes('node:child_process'),
  )
  expect(files).toEqual(['images/render-queue.ts', 'revisions/build-process.ts'])
})

test('the emulator imports nothing of the bot', () => {
  const emulator = join(root, 'packages/discord-emulator')
  const outside = sourceFiles(emulator)
    .filter((file) => !file.startsWith('node_modules'))
    .filter((file) =>
      [...readFileSync(join(emulator, file), 'utf8').matchAll(/['"](\.{1,2}\/[^'"\n]+)['"]/g)].some(
        ([, path = '']) => relative(emulator, join(emulator, dirname(file), path)).startsWith('..'),
      ),
    )
  expect(outside).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = sourceFiles().filter((file) =>
    readFileSync(join(src, file), 'utf8').includes('process.env'),
  )
  expect(readers).toEqual(['config/config.ts'])
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
