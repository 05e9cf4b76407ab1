// Finds the Chromium of this machine; without one the page's tests say how to get it, and end.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium: that of CHROMIUM, or the first one on the PATH. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM']
  if (given) return existsSync(given) ? given : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** Runs before all tests. */
export default function setup(): void {
  if (findChromium() !== undefined) return
  console.error(
    'Chromium not found to try the page in. Install one (on Debian or Ubuntu: apt-get install -y chromium), or set CHROMIUM to the path of yours.',
  )
  process.exit(1)
}
