// npm run release:notes: prints what the commits since the last tag say, in the form of CHANGELOG.md. For the version in
// package.json, --write turns what is unreleased there into its notes, or else the commits, and --show prints them.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addRelease, notesFromCommits, notesOf } from './changelog.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: { write: { type: 'boolean', default: false }, show: { type: 'boolean', default: false } },
})
const root = join(import.meta.dirname, '..')
const path = join(root, 'CHANGELOG.md')
try {
  if (values.show) console.log(notesOf(readFileSync(path, 'utf8'), readVersion()))
  else if (values.write)
    writeFileSync(path, addRelease(readFileSync(path, 'utf8'), readVersion(), new Date(), subjects()))
  else console.log(notesFromCommits(subjects()) || 'No commit since the last tag is noticed by anyone.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** The subjects of the commits since the last tag, newest first; of all commits if there is no tag. */
function subjects(): string[] {
  const tag = git('tag', '--merged', 'HEAD', '--sort=-creatordate', '--list', 'v*').split('\n')[0]
  return git('log', '--no-merges', '--format=%s', ...(tag ? [`${tag}..HEAD`] : [])).split('\n')
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
