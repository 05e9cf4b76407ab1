import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadInteractionHandlers, loadCommands } from '../../src/bot/module-loader.ts'
import {
  packCustomId,
  encodeDate,
  parseCustomId,
  decodeDate,
  SELECTED_VALUE,
} from '../../src/core/custom-id.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const commands = join(import.meta.dirname, '../../src/commands')

test('every file of the folder is a command under its own name', async () => {
  const loaded = await loadCommands(commands)
  expect([...loaded.keys()]).toContain('alliance')
  for (const [name, { definition, operatorsOnly = false, onMessageMenu }] of loaded) {
    // In the menu of a message Discord shows a command's name to people.
    if (!onMessageMenu) expect(definition.name).toBe(name)
    const managersOnly = name === 'settings'
    expect(definition.contexts).toEqual(operatorsOnly || managersOnly ? [0] : [0, 1, 2])
    expect(definition.integration_types).toEqual(operatorsOnly || managersOnly ? [0] : [0, 1])
    expect(definition.default_member_permissions).toBe(operatorsOnly ? '0' : managersOnly ? '32' : undefined)
  }
})

test('every action has a name that no command has', async () => {
  const actions = await loadInteractionHandlers(join(import.meta.dirname, '../../src/interaction-handlers'))
  const names = [...(await loadCommands(commands)).keys()]
  expect([...actions.keys()].filter((name) => names.includes(name))).toEqual([])
  expect([...actions.keys()]).toContain('entity')
})

test('a file that is no command stops the start and names its path', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'broken.ts'), 'export default { name: "broken" }')
  await expect(loadCommands(folder)).rejects.toThrow(`${join(folder, 'broken.ts')} does not export a command`)
})

test('a name used twice stops the start and names the path', async () => {
  const folder = temporaryFolder()
  const command = 'export default { name: "twice", definition: {}, run() {} }'
  writeFileSync(join(folder, 'a.ts'), command)
  writeFileSync(join(folder, 'b.ts'), command)
  await expect(loadCommands(folder)).rejects.toThrow(`${join(folder, 'b.ts')} declares the command "twice"`)
})

test('a custom id is packed and parsed by the same rule', () => {
  expect(packCustomId('entity', 'nato', 2)).toBe('v2:entity:nato:2')
  expect(parseCustomId('v2:entity:nato:2')).toEqual({ handler: 'entity', args: ['nato', '2'] })
  expect(parseCustomId('v2:search:free: text: with colons')?.args).toEqual(['free', ' text', ' with colons'])
})

test.each(['', 'v2', 'v2:', 'v1:alliance', 'hello', ':::', 'V2:alliance'])(
  '%j is no custom id of ours',
  (customId) => {
    expect(parseCustomId(customId)).toBeUndefined()
  },
)

test('whatever may be shown to everyone may be for someone, but for /help', async () => {
  const loaded = await loadCommands(commands)
  const offering = (option: string) =>
    [...loaded.values()].filter(
      ({ definition }) => 'options' in definition && definition.options?.some(({ name }) => name === option),
    )
  expect(offering('for')).toEqual(offering('private').filter(({ name }) => name !== 'help'))
})

test.each(['1900-01-01', '1969-12-31', '1970-01-01', '2019-12-31', '2999-12-31'])(
  '%s fits into the longest custom id there is, and comes back from it',
  (day) => {
    const id = 'an-id-of-22-characters'
    const view = ['compare', 9, encodeDate(day)] as const
    const packed = packCustomId('report-fact', ...view, id, id, id)
    expect(packed.length).toBeLessThanOrEqual(100)
    expect(decodeDate(parseCustomId(packed)?.args[2])).toBe(day)
    const mentioned = '12345678901234567890'
    const menu = packCustomId('disambiguate', mentioned, ...view, id, id, SELECTED_VALUE)
    expect(menu.length).toBeLessThanOrEqual(100)
  },
)
