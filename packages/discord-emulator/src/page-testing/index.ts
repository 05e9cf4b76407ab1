// Helpers to test a bot through the emulator's page: Chromium driven by Playwright, inside Vitest.
export {
  act,
  active,
  box,
  choose,
  container,
  heading,
  last,
  option,
  send,
  suggestions,
  usePages,
} from './browser.ts'
export type { Pages } from './browser.ts'
export { findChromium } from './chromium.ts'
