// All single-valued attributes for which the articles give more than one value, and how /disputes shows them.
import { expect, test } from 'vitest'
import { formatValue } from '../../src/cards/shared/format.ts'
import { collectPages, headingOf, renderedText, startTestBot, verdictOf } from '../helpers/test-bot.ts'
import { openCorpusFacts } from '../fixtures/sample-data.ts'

/** `dispute`: both sides are shown with their dates. Otherwise all values can be true at the same time. */
const differences: [entity: string, attribute: string, values: string[], kind: string, dispute: boolean][] = [
  [
    'nato',
    'other-members',
    [
      'us-alliances: 31 countries besides the United States',
      'explainer: 28 countries besides the United States',
    ],
    'change over time',
    true,
  ],
  [
    'aukus',
    'classification',
    ['pacific: partnership', 'pacific: alliance', 'pacific: security pact', 'us-alliances: partnership'],
    'classification',
    true,
  ],
  [
    'us-japan',
    'classification',
    ['pacific: partnership', 'pacific: alliance', 'us-alliances: alliance'],
    'classification',
    true,
  ],
  [
    'nato',
    'classification',
    [
      'dod-strategy: alliance',
      'dod-tag: alliance',
      'explainer: alliance',
      'us-alliances: alliance',
      'us-alliances: organization',
    ],
    'wording',
    false,
  ],
  [
    'norad',
    'classification',
    ['explainer: alliance', 'us-alliances: alliance', 'us-alliances: military command'],
    'wording',
    false,
  ],
  [
    'anzus',
    'classification',
    [
      'explainer: alliance',
      'pacific: treaty',
      'pacific: alliance',
      'us-alliances: alliance',
      'us-alliances: treaty',
    ],
    'wording',
    false,
  ],
  ['us-morocco-treaty', 'classification', ['explainer: alliance', 'explainer: treaty'], 'wording', false],
  ['quad', 'classification', ['pacific: organization', 'pacific: partnership'], 'wording', false],
  [
    'pacific-partnership',
    'classification',
    ['explainer: partnership', 'explainer: mission', 'us-alliances: partnership', 'us-alliances: mission'],
    'wording',
    false,
  ],
  [
    'state-partnership',
    'classification',
    ['explainer: partnership', 'explainer: program', 'us-alliances: partnership', 'us-alliances: program'],
    'wording',
    false,
  ],
]

const facts = openCorpusFacts()

test('the differences between the articles are exactly those in the table, and disputes are marked as such', () => {
  const found = facts.entities.flatMap(({ id }) =>
    facts.factsAbout(id).flatMap(({ attribute, multiValued, disputed, facts: groupFacts }) => {
      const values = groupFacts.map(
        ({ article, value }) => `${article}: ${formatValue(value, facts.getEntity)}`,
      )
      const differ = new Set(values.map((value) => value.replace(/^[^:]+/, ''))).size > 1
      return multiValued || !differ
        ? []
        : [`${id} ${attribute} ${values.toSorted().join(' | ')} ${disputed ? 'dispute' : 'agree'}`]
    }),
  )
  const expected = differences.map(
    ([entity, attribute, values, , dispute]) =>
      `${entity} ${attribute} ${values.toSorted().join(' | ')} ${dispute ? 'dispute' : 'agree'}`,
  )
  expect(found.sort()).toEqual(expected.sort())
  const listed = facts
    .disputes()
    .map(
      ({ entity, group, type }) =>
        `${entity.id} ${group.attribute} ${type === 'change' ? 'change over time' : type}`,
    )
  expect(listed.sort()).toEqual(
    differences.map(([entity, attribute, , kind]) => `${entity} ${attribute} ${kind}`).sort(),
  )
})

const { emulator } = await startTestBot()

test('all disputes are shown, the most debated first, each with its sides in a sentence', async () => {
  const first = await emulator.runCommand('/disputes')
  const all = (await collectPages(emulator, first)).map(renderedText).join('\n')
  const lines = all.match(/^\*\*.*\*\* .*\.(?: [¹²³⁴⁵⁶]+)*$/gm) ?? []
  expect(lines).toHaveLength(facts.disputes().length)
  expect(renderedText(first)).toContain(
    '**AUKUS** Both articles call it a partnership; one also calls it an alliance and a security pact.',
  )
  expect(renderedText(first)).toContain(
    '**NATO** Members besides the United States: 31, by an article of 2024 or later; earlier 28, by one of 2019.',
  )
  expect(all.indexOf('**AUKUS**')).toBeLessThan(all.indexOf('**NATO**'))
  const again = await emulator.runCommand('/disputes')
  expect(headingOf(await emulator.select(again, 'AUKUS'))).toBe('AUKUS: partnership or alliance?')
})

test('the dispute of an entity has both sides, each with its article, section and date', async () => {
  const seen = await emulator.runCommand('/disputes about:AUKUS private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(headingOf(seen)).toBe('AUKUS: partnership or alliance?')
  expect(verdictOf(seen)).toBe(
    'Both articles call it a partnership; one also calls it an alliance and a security pact.',
  )
  expect(renderedText(seen)).toContain(
    '**Alliance, partnership and security pact**\n' +
      '-# Strengthening Security: Military Partnerships in the Pacific · AUKUS Partnership · in or after September 2021 (inferred)\n' +
      '**Partnership**\n' +
      '-# [U.S. military alliances and the Department of Defense] · Indo-Pacific Region · in or after 2024 (inferred)',
  )
  const sources = renderedText(await emulator.clickButton(seen, 'Sources'))
  expect(sources).toContain('This card shows 4 facts from 2 articles')
  expect(headingOf(await emulator.clickButton(seen, 'AUKUS'))).toBe('AUKUS')
})

test('what changes over time is explained as such', async () => {
  const text = renderedText(await emulator.runCommand('/disputes about:NATO'))
  expect(text).toContain('-# This changes over time, so each may be right for its date.')
  expect(text.indexOf('**31 countries')).toBeLessThan(text.indexOf('**28 countries'))
})

test('if the articles agree, it says so and suggests entities on which they do not', async () => {
  const seen = await emulator.runCommand('/disputes about:IMSC')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(verdictOf(seen)).toBe(
    "The articles don't disagree on **International Maritime Security Construct**. They do on these:",
  )
  const picked = await emulator.select(seen, 'AUKUS')
  expect(headingOf(await emulator.nextResponse(picked))).toBe('AUKUS: partnership or alliance?')
  const [choice] = await emulator.autocomplete('/disputes about:auk')
  expect(choice?.value).toBe('aukus')
  expect(await emulator.autocomplete('/disputes about:imsc')).toEqual([])
})
