// /ask: answers, what it does not understand, and questions while one types.
import { expect, test } from 'vitest'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { buttonId, headingOf, messageIn, renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot({ dataDirectory })

test('a question is answered for all, with the facts and their sources', async () => {
  const answer = await emulator.runCommand('/ask question:is Canada in NATO?')
  expect(answer).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(answer)).toBe('Is Canada in NATO?')
  expect(verdictOf(answer)).toMatch(/^Yes\. Canada is a founding member of NATO, since April 4, 1949\./)
  expect(renderedText(answer)).toMatch(/-# .+/)
  const more = await emulator.clickButton(answer, 'More')
  expect(headingOf(more)).toMatch(/^NATO/)
  expect(await emulator.runCommand('/ask question:is Canada in NATO? private:true')).toMatchObject({
    ephemeral: true,
  })
})

test('a number by country has a chart', async () => {
  const answer = await emulator.runCommand('/ask question:how many us troops are in Germany')
  expect(verdictOf(answer)).toMatch(/36,541/)
  expect(buttonId(answer, 'Chart')).toBeDefined()
})

test('what is not understood is said to the asker alone, with questions to choose from', async () => {
  const refused = await emulator.runCommand('/ask question:will *narnia* ever defend France @everyone')
  expect(refused).toMatchObject({ type: 'message', ephemeral: true })
  expect(verdictOf(refused)).toContain('narnia')
  expect(verdictOf(refused)).toContain('so this is no answer')
  expect(messageIn(refused).mentions).toEqual([])
  const chosen = await emulator.select(refused, 'What alliances is France in?')
  expect(headingOf(chosen)).toBe('What is France in?')
})

test('a name that was mistyped is offered, and not taken for another', async () => {
  const refused = await emulator.runCommand('/ask question:is ukrane in nato')
  expect(verdictOf(refused)).toMatch(/^I did not understand “ukrane”/)
  const chosen = await emulator.select(refused, 'Is Ukraine in NATO?')
  expect(verdictOf(chosen)).toMatch(/^No\. Ukraine is an applicant to NATO/)
  const troops = await emulator.runCommand('/ask question:how many us troops are in Germny')
  expect(renderedText(troops)).toContain('Germny'.toLowerCase())
  const answered = await emulator.select(troops, 'How many U.S. troops are in Germany?')
  expect(verdictOf(answered)).toMatch(/36,541/)
})

test('a name that may mean two things asks which', async () => {
  const asked = await emulator.runCommand('/ask question:is Korea in NATO')
  expect(asked).toMatchObject({ ephemeral: true })
  const chosen = await emulator.select(asked, 'Is North Korea in NATO?')
  expect(verdictOf(chosen)).toMatch(/^No\. The list of the members of NATO/)
})

test('questions are completed as one types', async () => {
  const choices = await emulator.autocomplete('/ask question:is swe')
  expect(choices.map(({ name }) => name).slice(0, 2)).toEqual([
    'Is Sweden in NATO?',
    'Is Sweden a U.S. treaty ally?',
  ])
})

test('two questions at once are answered under their own headings, and can be shared', async () => {
  const seen = await emulator.runCommand(
    '/ask question:Is Israel in NATO, and when was Talisman Sabre first held in Australia or anywhere? private:true',
  )
  expect(seen).toMatchObject({ ephemeral: true })
  const long = 'is israel in nato and when was the exercise talisman sabre started'
  const both = await emulator.runCommand(`/ask question:${long} private:true`)
  expect(renderedText(both)).toMatch(/^\*\*Is Israel in NATO\?\*\*\nNo\. The list/m)
  expect(renderedText(both)).toMatch(
    /^\*\*When did Talisman Sabre begin\?\*\*\nTalisman Sabre began in 2005/m,
  )
  const shared = await emulator.nextResponse(await emulator.clickButton(both, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(renderedText(shared)).toContain('Talisman Sabre began in 2005')
})

test('a question about more countries than a custom id has room for can be shared', async () => {
  const long =
    'when did Bosnia and Herzegovina, North Macedonia, the United Kingdom, the United States, Luxembourg and the Netherlands join NATO'
  const asked = await emulator.runCommand(`/ask question:${long} private:true`)
  expect(verdictOf(asked)).toMatch(/North Macedonia joined NATO on March 27, 2020\./)
  const shared = await emulator.nextResponse(await emulator.clickButton(asked, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(verdictOf(shared)).toMatch(/North Macedonia joined NATO on March 27, 2020\./)
})
