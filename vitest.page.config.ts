import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts', 'packages/discord-emulator/test/ui/**/*.test.ts'],
    globalSetup: 'packages/discord-emulator/test/ui/chromium.ts',
    // A page shows things soon, not at once.
    expect: { poll: { timeout: 5000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
