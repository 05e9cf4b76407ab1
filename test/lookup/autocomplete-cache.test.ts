// The cache of autocomplete choices stays within bounds, however often the same query is typed.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OperatorContext } from '../../src/bot/operator-context.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { openCommandFolder } from '../../src/bot/module-loader.ts'
import { seed } from '../../src/revisions/publish.ts'
import { openLive, temporaryFolder } from '../fixtures/sample-data.ts'

test('choices for a query are cached once per command, not once per keystroke', async () => {
  const databaseDirectory = temporaryFolder()
  await seed({ dataDirectory: corpusDirectory, databaseDirectory, actor: 'test' })
  const facts = openLive(databaseDirectory).current()
  const commands = await openCommandFolder(join(import.meta.dirname, '../../src/commands')).all()
  for (const [name, option] of Object.entries({ fact: 'about', disputes: 'about', timeline: 'of' })) {
    const autocomplete = () =>
      commands
        .get(name)
        ?.autocomplete?.(option, 'na', { facts, now: new Date('2026-11-01') } as OperatorContext, {})
    expect(await autocomplete()).not.toEqual([])
    const cached = facts.memo('choices na', () => new Map())
    const { size } = cached
    expect(size).toBeGreaterThan(0)
    await autocomplete()
    expect(cached.size).toBe(size)
  }
})
