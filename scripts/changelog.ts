// What CHANGELOG.md says about a release, and what the subjects of commits would say: they begin with a verb.
import { Release, parser } from 'keep-a-changelog'

type Section = 'added' | 'changed' | 'deprecated' | 'removed' | 'fixed' | 'security'

const sectionOf: Partial<Record<string, Section>> = {
  Add: 'added',
  Deprecate: 'deprecated',
  Remove: 'removed',
  Fix: 'fixed',
}

/** Verbs of commits that nobody notices who uses or operates Entente. */
const unnoticed = new Set(['Document', 'Format', 'Measure', 'Merge', 'Move', 'Refactor', 'Release', 'Test'])

/** The notes of commits in the form of CHANGELOG.md, from the subjects of commits, newest first. */
export function notesFromCommits(subjects: readonly string[]): string {
  const release = new Release()
  addCommits(release, subjects)
  return writeNotes(release)
}

/** The notes on a version, without its heading; throws if there are none. */
export function notesOf(changelog: string, version: string): string {
  const release = parser(changelog).releases.find((candidate) => candidate.version === version)
  if (release && !release.isEmpty()) return writeNotes(release)
  throw new Error(`CHANGELOG.md says nothing about ${version}: run npm version, which adds it.`)
}

/**
 * Turns what is unreleased into a release of `date`; if nothing is, what the subjects of commits say. Returns the whole
 * changelog; throws if it has the version already, or if there is nothing to release.
 */
export function addRelease(
  changelog: string,
  version: string,
  date: Date,
  subjects: readonly string[],
): string {
  const parsed = parser(changelog)
  if (parsed.releases.some((candidate) => candidate.version === version))
    throw new Error(`CHANGELOG.md has ${version} already: choose a newer version.`)
  let release = parsed.releases.find((candidate) => !candidate.version)
  if (!release) parsed.addRelease((release = new Release()))
  if (release.isEmpty()) addCommits(release, subjects)
  if (release.isEmpty())
    throw new Error('There is nothing to release: no commit since the last tag is noticed.')
  release.setVersion(version)
  release.setDate(date)
  parsed.addRelease(new Release())
  return parsed.toString()
}

function addCommits(release: Release, subjects: readonly string[]): void {
  for (const subject of subjects) {
    const [, verb = '', rest = ''] = /^(\w+):? (.+)$/.exec(subject) ?? []
    if (rest === '' || unnoticed.has(verb)) continue
    const section = sectionOf[verb]
    const text = section ? rest.charAt(0).toUpperCase() + rest.slice(1) : subject
    release.addChange(section ?? 'changed', `${text.replace(/\.$/, '')}.`)
  }
}

function writeNotes(release: Release): string {
  return release
    .toString()
    .replace(/^## .*\n?/, '')
    .trim()
}
