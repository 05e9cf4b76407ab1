// All single-valued attributes for which the articles give more than one value, and how /disputes shows them.
import { expect, test } from 'vitest'
import { formatValue } from '../../src/cards/shared/format.ts'
import { collectPages, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
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

test('all disputes are shown, the most debated first, each side with its article and date', async () => {
  const first = await emulator.runCommand('/disputes')
  expect(messageIn(first).content).toBe(
    'The articles differ in 3 places: **U.S.-Japan alliance** (kind of relationship), **AUKUS** (kind of relationship) and ' +
      '**NATO** (members besides the United States). In 7 more places they use other words.',
  )
  const text = renderedText(first)
  expect(text).toContain(
    '__AUKUS · Kind of relationship__\n' +
      '**Alliance, partnership and security pact**\n' +
      '-# Strengthening Security: Military Partnerships in the Pacific · AUKUS Partnership · in or after September 2021 (inferred)\n' +
      '**Partnership**\n' +
      '-# [U.S. military alliances and the Department of Defense] · Indo-Pacific Region · in or after 2024 (inferred)',
  )
  expect(text.indexOf('### Classification')).toBeLessThan(text.indexOf('### Change over time'))
  expect(text.indexOf('### Change over time')).toBeLessThan(text.indexOf('### Wording'))
  const all = (await collectPages(emulator, first)).map(renderedText).join('\n')
  expect(all.match(/^__.*__$/gm)).toHaveLength(differences.length)
})

test('the disputes of an entity are explained and link to its card and sources', async () => {
  const seen = await emulator.runCommand('/disputes about:NATO private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  const text = renderedText(seen)
  expect(text).toContain('*The world changes this, so each may be right for its date.*')
  expect(text.indexOf('31 countries')).toBeLessThan(text.indexOf('28 countries'))
  const sources = renderedText(await emulator.clickButton(seen, 'Sources'))
  expect(sources).toContain('This card rests on 7 facts from 4 articles.')
  expect(messageIn(await emulator.select(seen, 'NATO')).embeds[0]?.title).toBe('NATO')
})

test('if the articles agree, it says so and suggests entities on which they do not', async () => {
  const seen = await emulator.runCommand('/disputes about:IMSC')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(messageIn(seen).content).toBe(
    "The articles don't disagree on **International Maritime Security Construct**. They do on these:",
  )
  const picked = await emulator.select(seen, 'AUKUS')
  expect(messageIn(await emulator.nextResponse(picked)).content).toMatch(
    /^The articles differ on \*\*AUKUS\*\* in one place: kind of relationship\.$/m,
  )
  const [choice] = await emulator.autocomplete('/disputes about:auk')
  expect(choice?.value).toBe('aukus')
  expect(await emulator.autocomplete('/disputes about:imsc')).toEqual([])
})
