import { expect, test } from 'vitest'
import type { ObservedResponse } from 'discord-emulator'
import {
  collectPages,
  fieldValue,
  headingOf,
  renderedText,
  startTestBot,
  verdictOf,
} from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test.each([
  ['alliance', 'Alliance', /formal agreements/],
  ['alliances', 'Alliance', /formal agreements/],
  ['partnership', 'Partnership', /less formal/],
  ['SCO', 'Security Cooperation Organizations', /points of contact/],
])('%j opens a card of its own', async (term, heading, definition) => {
  const seen = await emulator.runCommand(`/glossary term:${term}`)
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(seen)).toBe(heading)
  expect(verdictOf(seen)).toMatch(definition)
})

test('a name of two terms asks which', async () => {
  const menu = await emulator.runCommand('/glossary term:U.S. alliances and partnerships private:true')
  expect(verdictOf(menu)).toMatch(/matches several entries/)
  expect(headingOf(await emulator.select(menu, 'Partnership'))).toBe('Partnership')
})

test('a term has its definition, what belongs to it, its article and More', async () => {
  const seen = await emulator.runCommand('/glossary term:collective defence private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(verdictOf(seen)).toMatch(/mutual obligation/)
  expect(fieldValue(seen, 'Elements')).toMatch(/^Mutual defense treaties · .*Intelligence sharing$/)
  expect(renderedText(seen)).toContain('-# Partnerships in the Pacific, Sep 2021 or later')
  expect(renderedText(await emulator.clickButton(seen, 'More'))).toContain('Collective defense')
})

test('a term that no article defines says so, with what the articles say about it', async () => {
  const seen = await emulator.runCommand('/glossary term:SATCOM')
  expect(headingOf(seen)).toBe('Satellite communications')
  expect(verdictOf(seen)).toBe('No article says what it means.')
  expect(renderedText(seen)).toMatch(/^• .*warfighters/m)
})

test('without a term, the list has pages, names undefined terms, and opens every term', async () => {
  const pages = await collectPages(emulator, await emulator.runCommand('/glossary'))
  expect(pages.length).toBeGreaterThan(1)
  const text = pages.map(renderedText).join('\n')
  expect(text).toMatch(/^\*\*Alliance\*\* Formal agreement .* ¹$/m)
  expect(text).toMatch(/^\*\*Treaty ally\*\* /m)
  expect(text).toMatch(/defined by no article\*\*\n.*Satellite communications/)
  const opened = await emulator.select(pages.at(-1) as ObservedResponse, 'Deterrence')
  expect(headingOf(opened)).toBe('Deterrence')
})

test('an entity outside the glossary opens its own card, and an unknown term opens a menu', async () => {
  expect(headingOf(await emulator.runCommand('/glossary term:Cobra Gold'))).toBe('Cobra Gold')
  const menu = await emulator.runCommand('/glossary term:interoprability')
  expect(menu).toMatchObject({ ephemeral: true })
  expect(verdictOf(menu)).toMatch(/^I found nothing named “interoprability”/)
  const picked = await emulator.select(menu, 'Interoperability')
  expect(verdictOf(picked)).toBe('Posted.')
  expect(headingOf(await emulator.nextResponse(picked))).toBe('Interoperability')
})

test('terms autocomplete, concepts first', async () => {
  const [first] = await emulator.autocomplete('/glossary term:inter')
  expect(first?.name).toBe('Interoperability')
})
