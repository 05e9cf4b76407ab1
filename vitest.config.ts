import { defineConfig } from 'vitest/config'

const fuzz = ['test/**/*.fuzz.test.ts', 'test/**/*.load.test.ts']
const emulator = 'packages/discord-emulator/test'
const ui = ['test/page/**/*.test.ts', `${emulator}/ui/**/*.test.ts`]
const bot = ['bot', 'commands', 'interaction-handlers'].map((folder) => `test/${folder}/**/*.test.ts`)
const replicas = 'test/replicas/**/*.test.ts'
const postgres = 'test/postgres/**/*.test.ts'
// On both engines.
const state = ['audit-log', 'daily-facts', 'posted-cards', 'quiz', 'state'].map(
  (name) => `test/db/${name}.test.ts`,
)
const revisions = ['db', 'monitoring', 'revisions'].map((folder) => `test/${folder}/**/*.test.ts`)

// `vitest run --mode whole` runs all of the fuzz and load tests, and every other run a tenth.
export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: 'test/helpers/global-setup.ts',
    provide: { fuzzShare: mode === 'whole' ? 1 : 0.1 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What comes soon comes later on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // Many tests wait for a process or a clock, so more files run at once than there are cores.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/index.test.ts', ...bot, ...revisions, ...fuzz, ...ui, postgres, replicas],
        },
      },
      {
        extends: true,
        test: { name: 'bot', include: ['test/index.test.ts', ...bot], exclude: fuzz },
      },
      { extends: true, test: { name: 'revisions', include: revisions, exclude: fuzz } },
      {
        extends: true,
        test: { name: 'emulator', include: [`${emulator}/**/*.test.ts`], exclude: ui },
      },
      { extends: true, test: { name: 'fuzz', include: fuzz } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [postgres, ...state],
          globalSetup: ['test/helpers/global-setup.ts', 'test/helpers/postgres-setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'replicas', include: [replicas], testTimeout: 600_000, hookTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ui,
          globalSetup: [
            'test/helpers/global-setup.ts',
            'packages/discord-emulator/src/page-testing/chromium.ts',
          ],
        },
      },
    ],
  },
}))
