// Loading commands and interaction handlers from their folders, and what every command must declare.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadInteractionHandlers, loadCommands } from '../../src/bot/module-loader.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const commandsFolder = join(import.meta.dirname, '../../src/commands')

test('every file in the folder is a command named after the file', async () => {
  const loaded = await loadCommands(commandsFolder)
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
  const handlers = await loadInteractionHandlers(join(import.meta.dirname, '../../src/interaction-handlers'))
  const commandNames = [...(await loadCommands(commandsFolder)).keys()]
  expect([...handlers.keys()].filter((name) => commandNames.includes(name))).toEqual([])
  expect([...handlers.keys()]).toContain('entity')
})

test('a file that does not export a command stops startup, and the error contains its path', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'broken.ts'), 'export default { name: "broken" }')
  await expect(loadCommands(folder)).rejects.toThrow(`${join(folder, 'broken.ts')} does not export a command`)
})

test('a duplicate command name stops startup, and the error contains the path', async () => {
  const folder = temporaryFolder()
  const command = 'export default { name: "twice", definition: {}, run() {} }'
  writeFileSync(join(folder, 'a.ts'), command)
  writeFileSync(join(folder, 'b.ts'), command)
  await expect(loadCommands(folder)).rejects.toThrow(`${join(folder, 'b.ts')} declares the command "twice"`)
})

test('every command with the private option also has the for option, except /help and /quiz', async () => {
  const loaded = await loadCommands(commandsFolder)
  const commandsWith = (option: string) =>
    [...loaded.values()].filter(
      ({ definition }) => 'options' in definition && definition.options?.some(({ name }) => name === option),
    )
  expect(commandsWith('for')).toEqual(
    commandsWith('private').filter(({ name }) => name !== 'help' && name !== 'quiz'),
  )
})
