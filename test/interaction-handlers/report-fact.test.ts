// "Report an error": the modal, its limits, what is stored, and hostile input.
import { expect, test } from 'vitest'
import { monthFirstDates } from '../../src/cards/rendering/date-order.ts'
import { reportModal } from '../../src/cards/user/report-modal.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import type { ObservedResponse } from 'discord-emulator'
import { renderedText, startTestBot } from '../helpers/test-bot.ts'
import { openLive } from '../fixtures/sample-data.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { emulator, databaseDirectory, log } = await startTestBot({ now: () => new Date(clock) })

async function storedReports() {
  const state = openAppDatabase(databaseDirectory)
  try {
    return await state.reports.all()
  } finally {
    await state.close()
  }
}

interface Modal {
  title: string
  components: {
    label: string
    component: { options?: { value: string; label: string }[]; max_length?: number }
  }[]
}

function modalIn(seen: ObservedResponse): Modal {
  if (seen.type !== 'modal') throw new Error(`expected a modal, not ${seen.type}`)
  return seen.modal as unknown as Modal
}

/** The page of Sources from which a user reports an error. */
async function pageOf(name: string, by: Pick<typeof emulator, 'runCommand' | 'clickButton'> = emulator) {
  return by.clickButton(await by.runCommand(`/alliance name:${name}`), 'Sources')
}

test('the modal offers the facts of the page and stores the report', async () => {
  const card = await pageOf('NORAD')
  const modal = await emulator.clickButton(card, 'Report an error')
  const [menu, text] = modalIn(modal).components
  const options = menu?.component.options ?? []
  expect(options.length).toBeGreaterThan(0)
  expect(text?.component.max_length).toBe(1000)
  const { value: fact = '' } = options[0] ?? {}
  const answer = await emulator.submitModal(modal, { fact, text: 'It says otherwise on page two. @everyone' })
  expect(answer).toMatchObject({ ephemeral: true })
  expect(renderedText(answer)).toMatch(/^Thank you\. This is report 1\.\n.*\n.*\/privacy/)
  expect(await storedReports()).toMatchObject([
    {
      number: 1,
      createdAt: '2026-06-01T12:00:00.000Z',
      factId: fact,
      revision: 1,
      message: 'It says otherwise on page two. @everyone',
      answer: null,
      closedAt: null,
    },
  ])
  expect((await storedReports())[0]?.statement).toMatch(/\.$/)
  expect(JSON.stringify(log)).not.toContain('page two')
})

test('on a page of More, the modal offers the facts of that page', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const statements = async (page: ObservedResponse) =>
    (modalIn(await emulator.clickButton(page, 'Report an error')).components[0]?.component.options ?? []).map(
      ({ label }) => label.replace(/…$/, ''),
    )
  const first = await statements(more)
  const next = await emulator.clickButton(more, 'Next')
  const second = await statements(next)
  expect(second.length).toBeGreaterThan(0)
  expect(first).not.toEqual(second)
  for (const statement of second) expect(renderedText(next)).toContain(statement)
})

test('the modal offers only the first 25 of more than 25 facts', () => {
  const facts = openLive(databaseDirectory).current()
  const allFacts = facts.entities.flatMap(({ id }) => facts.factsAbout(id)).flatMap((group) => group.facts)
  expect(allFacts.length).toBeGreaterThan(25)
  const { component } = reportModal(allFacts, facts, 'v2:report-fact:1', monthFirstDates)
    .components[0] as Modal['components'][0]
  expect(component.options?.map(({ value }) => value)).toEqual(allFacts.slice(0, 25).map(({ id }) => id))
})

test('Discord rejects text under 10 or over 1,000 characters, and the bot rejects text of only spaces', async () => {
  const modal = await emulator.clickButton(await pageOf('NORAD'), 'Report an error')
  const fact = modalIn(modal).components[0]?.component.options?.[0]?.value ?? ''
  await expect(emulator.submitModal(modal, { fact, text: 'too short' })).rejects.toThrow('10 to 1000')
  await expect(emulator.submitModal(modal, { fact, text: 'x'.repeat(1001) })).rejects.toThrow('10 to 1000')
  const before = (await storedReports()).length
  const refused = await emulator.submitModal(modal, { fact, text: ' '.repeat(20) })
  expect(renderedText(refused)).toMatch(/^Describe the error in 10 to 1000 characters/)
  expect(await storedReports()).toHaveLength(before)
})

test('each user can send five reports a day', async () => {
  const moderator = emulator.as('moderator')
  const send = async (by: typeof moderator, text: string) => {
    const modal = await by.clickButton(await pageOf('AUKUS', by), 'Report an error')
    const fact = modalIn(modal).components[0]?.component.options?.[0]?.value ?? ''
    return renderedText(await by.submitModal(modal, { fact, text }))
  }
  for (let n = 1; n <= 5; n++)
    expect(await send(moderator, `report of the moderator ${n}`)).toMatch(/^Thank you/)
  const refused = await moderator.clickButton(await pageOf('AUKUS', moderator), 'Report an error')
  expect(renderedText(refused)).toMatch(/^You can send 5 reports a day/)
  expect(await send(emulator.as('userInstaller'), 'one of the userInstaller')).toMatch(/^Thank you/)
  clock += 24 * 60 * 60_000 + 1
  expect(await send(moderator, 'the first of the next day')).toMatch(/^Thank you/)
})

test('of six modals open at once five can be submitted, and the sixth is refused', async () => {
  const administrator = emulator.as('administrator')
  const card = await pageOf('AUKUS', administrator)
  const forms = [1, 2, 3, 4, 5, 6].map(() => administrator.clickButton(card, 'Report an error'))
  const answers = await Promise.all(
    forms.map(async (opening, n) => {
      const modal = await opening
      const fact = modalIn(modal).components[0]?.component.options?.[0]?.value ?? ''
      return renderedText(await administrator.submitModal(modal, { fact, text: `one of many at once: ${n}` }))
    }),
  )
  expect(answers.filter((one) => one.startsWith('Thank you'))).toHaveLength(5)
  expect(answers.filter((one) => one.startsWith('You can send 5 reports'))).toHaveLength(1)
})

test('the reports of a user are counted and deleted only for that user', async () => {
  const state = openAppDatabase(databaseDirectory)
  const { moderator, userInstaller } = emulator.world.users
  expect(await state.reports.countByUser(moderator.id)).toBe(6)
  expect(await state.reports.deleteByUser(moderator.id)).toBe(6)
  expect(await state.reports.countByUser(moderator.id)).toBe(0)
  expect(await state.reports.countByUser(userInstaller.id)).toBe(1)
  await state.close()
})
