// The changelog of a release, from notes written by hand or from the subjects of commits.
import { expect, test } from 'vitest'
import { addRelease, notesFromCommits, notesOf } from '../../scripts/changelog.ts'

const subjects = [
  'Fix plurals of words in -y',
  'Test plurals',
  'Refactor: one rule for plurals',
  'Add /ask and its questions',
  'Remove what nothing uses',
  'Show the newest edition first',
]

const fromCommits = `### Added

- /ask and its questions.

### Changed

- Show the newest edition first.

### Removed

- What nothing uses.

### Fixed

- Plurals of words in -y.`

/** As prettier writes it, with empty lines around headings. */
const spaced = (text: string) => text.replace(/^(#.*)\n(?!\n)/gm, '$1\n\n')

const changelog = (unreleased: string) =>
  `# Changelog\n\nWhat is noticed.\n\n## Unreleased\n\n${unreleased}\n\n## 0.1.0 - 2026-01-02\n\n### Added\n\n- \`/help\`.\n`

test('the subjects of commits become notes by their verb, and what nobody notices is left out', () => {
  expect(spaced(notesFromCommits(subjects))).toBe(fromCommits)
  expect(notesFromCommits(['Test plurals', ''])).toBe('')
})

test('what was written by hand becomes the notes of a release, and the older ones stay', () => {
  const byHand = '### Fixed\n\n- Names in the plural are found.'
  const released = addRelease(changelog(byHand), '0.2.0', new Date('2026-03-04T00:00:00Z'), subjects)
  expect(spaced(released)).toContain(
    `## Unreleased\n\n## 0.2.0 - 2026-03-04\n\n${byHand}\n\n## 0.1.0 - 2026-01-02\n`,
  )
  expect(spaced(notesOf(released, '0.2.0'))).toBe(byHand)
  expect(spaced(notesOf(released, '0.1.0'))).toBe('### Added\n\n- `/help`.')
})

test('where nothing was written by hand, a release says what its commits say', () => {
  const released = addRelease(changelog(''), '0.2.0', new Date('2026-03-04T00:00:00Z'), subjects)
  expect(spaced(notesOf(released, '0.2.0'))).toBe(fromCommits)
})

test('a version that is there already, an empty release and a version without notes are refused', () => {
  const date = new Date('2026-03-04T00:00:00Z')
  expect(() => addRelease(changelog('- x'), '0.1.0', date, subjects)).toThrow('has 0.1.0 already')
  expect(() => addRelease(changelog(''), '0.2.0', date, ['Test plurals'])).toThrow('nothing to release')
  expect(() => notesOf(changelog(''), '0.3.0')).toThrow('says nothing about 0.3.0')
})
