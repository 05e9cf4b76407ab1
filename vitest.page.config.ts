import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/page/**/*.test.ts'],
    globalSetup: 'test/page/chromium.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
