import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts'],
    globalSetup: 'test/page/chromium.ts',
    // A page shows things soon, not at once.
    expect: { poll: { timeout: 5000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
