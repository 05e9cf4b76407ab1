// The questions that members ask are answered from the five articles as they are, whatever other works say.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { alliances } from '../fixtures/questions/alliances.ts'
import { comparisons } from '../fixtures/questions/comparisons.ts'
import { countries } from '../fixtures/questions/countries.ts'
import { dates } from '../fixtures/questions/dates.ts'
import { exercises } from '../fixtures/questions/exercises.ts'
import { others } from '../fixtures/questions/others.ts'
import { terms } from '../fixtures/questions/terms.ts'
import { collectPages, startTestBot, renderedText } from '../helpers/test-bot.ts'

const articlesAlone = mkdtempSync(join(tmpdir(), 'entente-articles-'))
afterAll(() => rmSync(articlesAlone, { recursive: true, force: true }))
for (const name of ['articles', 'entities', 'passage-hashes.json'])
  cpSync(join(dataDirectory, name), join(articlesAlone, name), { recursive: true })

const { emulator } = await startTestBot({ dataDirectory: articlesAlone })
const questions = [alliances, comparisons, countries, dates, exercises, others, terms].flat()

test.each(questions)('%s', async (_question, command, answer, more, never) => {
  const [first = '', ...rest] = (await collectPages(emulator, await emulator.runCommand(command))).map(
    renderedText,
  )
  const moreText = rest.join('\n')
  for (const pattern of answer) expect(first).toMatch(pattern)
  for (const pattern of more) expect(moreText).toMatch(pattern)
  for (const pattern of never) expect(`${first}\n${moreText}`).not.toMatch(pattern)
})
