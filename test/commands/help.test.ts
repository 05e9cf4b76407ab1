import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCommandFolder } from '../../src/bot/module-loader.ts'
import { headingOf, renderedText, startTestBot } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()
const commands = await openCommandFolder(join(import.meta.dirname, '../../src/commands')).all()

test('help lists every command with what it does, visible only to the requester, without operator commands', async () => {
  const seen = await emulator.runCommand('/help')
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  const text = renderedText(seen)
  for (const { name, operatorsOnly, definition } of commands.values()) {
    if (name === 'help') continue
    if (operatorsOnly || definition.default_member_permissions) expect(text).not.toContain(`/${name}`)
    else expect(text).toContain(definition.name)
  }
  expect(text).toContain('**Compare**\n`/compare` two or three alliances')
  expect(text).toContain('**Find facts** what is known')
})

test('members with Manage Server also see /settings', async () => {
  const text = renderedText(await emulator.as('administrator').runCommand('/help'))
  expect(text).toContain('/settings')
  expect(text).not.toContain('/admin')
})

test('help can be shown to everyone', async () => {
  expect(await emulator.runCommand('/help private:false')).toMatchObject({ ephemeral: false })
})

test('each example is one click away', async () => {
  for (const [label, title] of [
    ['NATO', 'NATO'],
    ['NATO and AUKUS', 'NATO and AUKUS'],
    ['What is an alliance?', 'Alliance'],
  ] as const) {
    const opened = await emulator.clickButton(await emulator.runCommand('/help'), label)
    expect(opened).toMatchObject({ type: 'updated', ephemeral: true })
    expect(headingOf(opened)).toBe(title)
  }
})
