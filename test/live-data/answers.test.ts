// The questions that members ask are answered from the facts as they are.
import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { questions } from '../fixtures/questions.ts'
import { collectPages, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ dataDirectory })

test.each(questions)('%s', async (_question, command, says, never) => {
  const text = (await collectPages(emulator, await emulator.runCommand(command))).map(renderedText).join('\n')
  for (const pattern of says) expect(text).toMatch(pattern)
  for (const pattern of never) expect(text).not.toMatch(pattern)
})
