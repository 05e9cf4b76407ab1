// What is kept so that names complete at once stays within bounds, however often the same is typed.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandContext } from '../../src/core/command.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { loadCommands } from '../../src/bot/module-loader.ts'
import { seed } from '../../src/revisions/publish.ts'
import { openLive, temporaryFolder } from '../fixtures/sample-data.ts'

test('what completes a text is kept once for each command, not once for each key that is pressed', async () => {
  const databaseDirectory = temporaryFolder()
  seed({ dataDirectory: corpusDirectory, databaseDirectory, actor: 'test' })
  const facts = openLive(databaseDirectory).current()
  const commands = await loadCommands(join(import.meta.dirname, '../../src/commands'))
  for (const [name, option] of Object.entries({ fact: 'about', disputes: 'about', timeline: 'of' })) {
    const complete = () => commands.get(name)?.autocomplete?.(option, 'na', { facts } as CommandContext, {})
    expect(complete()).not.toEqual([])
    const kept = facts.memo('choices na', () => new Map())
    const { size } = kept
    expect(size).toBeGreaterThan(0)
    complete()
    expect(kept.size).toBe(size)
  }
})
