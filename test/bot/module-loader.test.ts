// Loading commands and interaction handlers from their folders, and what every command must declare.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCommandFolder, openHandlerFolder } from '../../src/bot/module-loader.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const commandsFolder = join(import.meta.dirname, '../../src/commands')

test('every file in the folder is a command named after the file', async () => {
  const loaded = await openCommandFolder(commandsFolder).all()
  expect([...loaded.keys()]).toContain('alliance')
  for (const [name, { definition, operatorsOnly = false, onMessageMenu }] of loaded) {
    // Message commands have a display name, which Discord shows in the menu.
    if (!onMessageMenu) expect(definition.name).toBe(name)
    const managersOnly = name === 'settings' || name === 'daily'
    expect(definition.contexts).toEqual(operatorsOnly || managersOnly ? [0] : [0, 1, 2])
    expect(definition.integration_types).toEqual(operatorsOnly || managersOnly ? [0] : [0, 1])
    expect(definition.default_member_permissions).toBe(operatorsOnly ? '0' : managersOnly ? '32' : undefined)
  }
})

test('no interaction handler shares its name with a command', async () => {
  const handlers = await openHandlerFolder(join(import.meta.dirname, '../../src/interaction-handlers')).all()
  const commandNames = [...(await openCommandFolder(commandsFolder).all()).keys()]
  expect([...handlers.keys()].filter((name) => commandNames.includes(name))).toEqual([])
  expect([...handlers.keys()]).toContain('entity')
})

test('a file that does not export a command stops startup, and the error contains its path', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'broken.ts'), 'export default { name: "broken" }')
  await expect(openCommandFolder(folder).all()).rejects.toThrow(
    `${join(folder, 'broken.ts')} does not export a command`,
  )
})

test('a command that is not named after its file stops startup, and the error says what to name it', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.ts'), 'export default { name: "b", definition: {}, run() {} }')
  const loading = openCommandFolder(folder).all()
  await expect(loading).rejects.toThrow(`${join(folder, 'a.ts')} exports the command "b": name it "a"`)
})

test('a command is loaded without the others, and a name is not a path', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.ts'), 'export default { name: "a", definition: {}, run() {} }')
  writeFileSync(join(folder, 'broken.ts'), 'export default { name: "broken" }')
  const { get } = openCommandFolder(folder)
  expect(await get('a')).toMatchObject({ name: 'a' })
  for (const name of ['b', '', '../a', 'a.ts', '__proto__']) expect(await get(name)).toBeUndefined()
  await expect(get('broken')).rejects.toThrow('does not export a command')
})

test('every command with the private option also has the for option, except /help and /quiz', async () => {
  const loaded = await openCommandFolder(commandsFolder).all()
  const commandsWith = (option: string) =>
    [...loaded.values()].filter(
      ({ definition }) => 'options' in definition && definition.options?.some(({ name }) => name === option),
    )
  expect(commandsWith('for')).toEqual(
    commandsWith('private').filter(({ name }) => name !== 'help' && name !== 'quiz'),
  )
})
