// The questions that members ask are answered from the facts as they are.
import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { questions } from '../fixtures/questions.ts'
import { collectPages, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ dataDirectory })

test.each(questions)('%s', async (_question, command, answer, more, never) => {
  const pages = await collectPages(emulator, await emulator.runCommand(command))
  const [first = '', ...others] = pages.map(renderedText)
  const rest = others.join('\n')
  for (const pattern of answer) expect(first).toMatch(pattern)
  for (const pattern of more) expect(rest).toMatch(pattern)
  for (const pattern of never) expect(`${first}\n${rest}`).not.toMatch(pattern)
})
