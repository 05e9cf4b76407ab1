import { expect, test } from 'vitest'
import type { ObservedResponse } from 'discord-emulator'
import { collectPages, fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test.each(['alliance', 'partnership', 'alliances', 'U.S. alliances and partnerships'])(
  '%j shows alliance and partnership side by side, each as its articles define it',
  async (term) => {
    const seen = await emulator.runCommand(`/glossary term:${term}`)
    expect(seen).toMatchObject({ type: 'message', ephemeral: false })
    expect(messageIn(seen).content).toMatch(/\*\*Alliance\*\*: .*formal.* \*\*Partnership\*\*: .*less formal/)
    const [alliance, partnership] = messageIn(seen).embeds[0]?.fields ?? []
    expect([alliance, partnership]).toMatchObject([
      { name: 'Alliance', inline: true },
      { name: 'Partnership', inline: true },
    ])
    for (const field of [alliance, partnership]) {
      expect(field?.value).toContain('[Alliances and partnerships explained], February – December 2019')
      expect(field?.value).toContain(
        '[U.S. military alliances and the Department of Defense], in or after 2024',
      )
    }
  },
)

test('a term has its definition, its article and related entities', async () => {
  const seen = await emulator.runCommand('/glossary term:collective defence private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(fieldValue(seen, 'What it means')).toMatch(
    /^-# Strengthening Security.*\n• .*mutual obligation.* ¹$/,
  )
  expect(fieldValue(seen, 'Elements')).toMatch(/Mutual defense treaties.*\n.*\n.*Intelligence sharing/)
})

test('a term that no article defines says so, with what the articles say about it', async () => {
  const seen = await emulator.runCommand('/glossary term:SATCOM')
  expect(messageIn(seen).content).toBe('**Satellite communications**: no article says what it means.')
  expect(fieldValue(seen, 'What it means')).toBe('not stated')
  expect(fieldValue(seen, 'Purpose')).toContain('warfighters')
})

test('without a term, the list has pages, names undefined terms, and opens every term', async () => {
  const pages = await collectPages(emulator, await emulator.runCommand('/glossary'))
  expect(pages.length).toBeGreaterThan(1)
  const text = pages.map(renderedText).join('\n')
  expect(text).toMatch(/^\*\*Alliance\*\* · Alliances are .* ¹$/m)
  expect(text).toMatch(/^\*\*Treaty ally\*\* · /m)
  expect(text).toMatch(/not defined by any article\*\*\n.*Satellite.communications/)
  const opened = await emulator.select(pages.at(-1) as ObservedResponse, 'Deterrence')
  expect(messageIn(opened).content).toMatch(/^\*\*Deterrence\*\*: /)
})

test('an entity outside the glossary opens its own card, and an unknown term opens a menu', async () => {
  expect(messageIn(await emulator.runCommand('/glossary term:Cobra Gold')).content).toMatch(
    /^\*\*Cobra Gold\*\* is an exercise/,
  )
  const menu = await emulator.runCommand('/glossary term:interoprability')
  expect(menu).toMatchObject({ ephemeral: true })
  expect(messageIn(menu).content).toMatch(/^I found nothing named “interoprability”/)
  const picked = await emulator.select(menu, 'Interoperability')
  expect(messageIn(picked).content).toBe('Posted.')
  expect(messageIn(await emulator.nextResponse(picked)).content).toMatch(/^\*\*Interoperability\*\*: /)
})

test('terms autocomplete, concepts first', async () => {
  const [first] = await emulator.autocomplete('/glossary term:inter')
  expect(first?.name).toBe('Interoperability')
})
