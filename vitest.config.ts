import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
    // Those need a browser: npm run test:page.
    exclude: ['test/page/**', 'packages/discord-emulator/test/ui/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for a process or a clock, so more files run at once than there are cores.
    maxWorkers: 3,
  },
})
