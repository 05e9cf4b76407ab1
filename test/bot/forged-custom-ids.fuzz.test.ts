// 20,000 forged custom ids: nothing crashes, and nobody can do what they lack permission for.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { InteractionPayload, ObservedResponse } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { headingOf, renderedText, startTestBot } from '../helpers/test-bot.ts'
import { runs } from '../helpers/fuzz.ts'
import { writeFiles } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'entente-forged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Besides the real commands, one that gives anyone buttons and a menu, whose numbers the emulator replaces by arbitrary custom ids.
const commandFiles = readdirSync(join(root, 'src/commands'))
writeFiles(folder, [
  ...commandFiles.map((file) => ({
    path: `commands/${file}`,
    text: `export { default } from '${root}/src/commands/${file}'\n`,
  })),
  {
    path: 'commands/forge.ts',
    text: `import { defineCommand } from '${root}/src/core/command.ts'
import { ephemeralOption, stringOption } from '${root}/src/core/options.ts'
export default defineCommand({
  name: 'forge', description: 'Any custom ids',
  options: { ids: stringOption('As JSON', { maxLength: 6000 }), private: ephemeralOption() },
  run({ ids, private: isPrivate }) {
    const [[menu, value], ...buttons] = JSON.parse(Buffer.from(ids, 'base64url').toString())
    const made = buttons.map(([id]) => ({ label: String(id), opens: ['forged', id] }))
    const rows = [0, 5, 10].map((from) => made.slice(from, from + 5)).filter((some) => some.length > 0)
    const choice = { type: 'menu', opens: ['forged', menu], options: [{ label: 'Forged', value }] }
    const controls = [choice, ...rows.map((row) => ({ type: 'buttons', buttons: row }))]
    return { type: 'reply', ephemeral: isPrivate, card: { verdict: { text: 'forged' }, controls } }
  },
})
`,
  },
])

const { emulator, log, databaseDirectory } = await startTestBot({
  commandsDirectory: join(folder, 'commands'),
})
const { member, moderator, userInstaller } = emulator.world.users

const targets = [
  ...readdirSync(join(root, 'src/interaction-handlers')).map((file) => file.replace('.ts', '')),
  ...commandFiles.map((file) => file.replace('.ts', '')),
]
const people = [member.id, moderator.id, userInstaller.id]
const telling = [
  ...['', '?', '0', '1', '-1', '99', '1e9', 'NaN', 'nato', 'aukus', 'rimpac', 'japan', 'norat'],
  ...[
    'public',
    'ephemeral',
    'reset',
    'dateOrder',
    'user',
    'guild',
    'report-fact',
    'term',
    'apply',
    'reseed',
    'rollback',
  ],
  ...[
    'entity',
    'compare',
    'share-card',
    'sources',
    'disambiguate',
    'delete-card',
    'settings',
    'privacy',
    'admin',
    ...people,
  ],
  ...['__proto__', 'constructor', '../../etc', '@everyone', `<@${moderator.id}>`, '‮', '\u0000', '💥'],
]
const part = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...telling) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
)
const forged = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...targets), fc.array(part, { maxLength: 7 }))
      .map(([target, parts]) => ['v2', target, ...parts].join(':')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }) },
)
/** Whether Discord accepts it as a custom id; the card already has a genuine v2:delete-card. */
const customId = forged
  .map((id) => id.slice(0, 100).toWellFormed())
  .filter((id) => id.trim() === id && id !== '' && id !== 'v2:delete-card')
const forgery = (most: number) =>
  fc.uniqueArray(
    fc.tuple(customId, fc.constantFrom('0', '1', 'nato', 'norad', '__proto__', people[1] ?? '')),
    {
      selector: ([id]) => id,
      minLength: most,
      maxLength: most,
    },
  )
type Forgery = [customId: string, value: string][]

/** The forged custom ids by their numbers. */
const forgedIds: string[] = []

// Everything in an interaction, its message included, looks as if the card had been sent with the forged ids.
emulator.faults.mutateInteractions((payload) => {
  const text = JSON.stringify(payload).replace(/"v2:forged:(\d+)"/g, (_match, number: string) =>
    JSON.stringify(forgedIds[Number(number)]),
  )
  return JSON.parse(text) as InteractionPayload
}, Infinity)

/** A card with a menu and buttons that have forged custom ids, and the custom ids by which the emulator knows them. */
async function forge(ids: Forgery, options = '') {
  const numbered = ids.map(([id, value]): [number, string] => [forgedIds.push(id) - 1, value])
  const input = Buffer.from(JSON.stringify(numbered)).toString('base64url')
  const card = await emulator.runCommand(`/forge ids:${input}${options}`)
  const [menu = '', ...buttons] = numbered.map(([number]) => `v2:forged:${number}`)
  return { card, menu, value: ids[0]?.[1] ?? '', buttons }
}

function pingsOf(seen: ObservedResponse): unknown[] {
  if (!('message' in seen)) return []
  const { mentions, mention_roles: roles, mention_everyone: everyone } = seen.message
  return [...mentions, ...roles, ...(everyone ? ['everyone'] : [])]
}

/** Everything that another user could have changed. */
async function storedData() {
  const state = openAppDatabase(databaseDirectory)
  const servers = [...(await state.guildSettings.all())]
  const { number } = (await state.live()) ?? {}
  const trail = (await state.latestAudit(1_000_000)).filter(({ action }) => action !== 'denied').length
  const reports = (await state.reports.all()).length
  await state.close()
  return { servers, number, trail, reports }
}

test('a forged custom id reaches its handler', async () => {
  const { card, menu, value, buttons } = await forge([
    ['v2:entity::nato', '0'],
    ['v2:entity::norad', '0'],
  ])
  const stranger = emulator.as('userInstaller')
  expect(headingOf(await stranger.select(card, value, menu))).toBe('NATO')
  expect(headingOf(await stranger.clickButton(card, buttons[0] ?? ''))).toBe('NORAD')
})

const presses = runs(20_000)

test(`${presses} of them, clicked by a stranger on another user’s card`, { timeout: 600_000 }, async () => {
  const home = emulator.as(moderator)
  await home.select(await home.runCommand('/settings'), 'Dates: day first')
  const before = await storedData()
  let pressed = 0
  const stranger = emulator.as('userInstaller')
  await fc.assert(
    fc.asyncProperty(forgery(16), async (ids) => {
      const { card, menu, value, buttons } = await forge(ids)
      const sights = await Promise.all([
        stranger.select(card, value, menu),
        ...buttons.map((id) => stranger.clickButton(card, id)),
      ])
      pressed += sights.length
      for (const seen of sights) {
        // An ephemeral response or a modal; the other user's card is unchanged.
        expect(['message', 'modal']).toContain(seen.type)
        if (seen.type === 'message') expect(seen.ephemeral).toBe(true)
        expect(pingsOf(seen)).toEqual([])
      }
    }),
    { numRuns: Math.ceil(presses / 16), seed: 12 },
  )
  expect(pressed).toBeGreaterThanOrEqual(presses)
  expect(await storedData()).toEqual(before)
  expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
})

test(
  'clicked by the requester on their own card, they crash nothing and change nothing in the guild',
  { timeout: 600_000 },
  async () => {
    const before = await storedData()
    await fc.assert(
      fc.asyncProperty(forgery(1), fc.boolean(), async (ids, isPrivate) => {
        const { card, menu, value } = await forge(ids, ` private:${isPrivate}`)
        expect(renderedText(card)).toBe('forged')
        expect((await emulator.select(card, value, menu)).type).not.toBe('failed')
      }),
      { numRuns: runs(500), seed: 13 },
    )
    expect(await storedData()).toEqual(before)
    expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  },
)
