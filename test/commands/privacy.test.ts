// Data about users and servers: listed in Discord and in the docs from one register, counted and deleted.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { personalData, privacyNotes, renderPrivacyDoc } from '../../src/db/personal-data.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { collectPages, fieldValue, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, databaseDirectory } = await startTestBot()
const moderator = emulator.as('moderator')

test('docs/privacy.md matches the output of npm run docs:privacy', async () => {
  const page = join(import.meta.dirname, '../../docs/privacy.md')
  const options = { ...(await resolveConfig(page)), filepath: page }
  expect(readFileSync(page, 'utf8')).toBe(await format(renderPrivacyDoc(), options))
})

test('/privacy shows the whole register ephemerally in every kind of channel', async () => {
  const seen = await emulator.runCommand('/privacy')
  const text = (await collectPages(emulator, seen)).map(renderedText).join('\n')
  for (const { title, purpose, retention } of personalData)
    expect(text).toContain(`**${title}** ${purpose} ${retention}`)
  for (const { title, purpose } of privacyNotes) expect(text).toContain(`**${title}** ${purpose}`)
  const direct = renderedText(await emulator.in('dm').runCommand('/privacy'))
  expect(direct).not.toContain('About this server')
  expect(await emulator.in('otherGuild').as('userInstaller').runCommand('/privacy')).toMatchObject({
    ephemeral: true,
  })
})

test('data about a guild is counted, and can be deleted only by members who manage it', async () => {
  await moderator.select(await moderator.runCommand('/settings'), 'Answers are private')
  const member = await emulator.runCommand('/privacy')
  expect(fieldValue(member, 'Settings')).toBe('1')
  const whole = await collectPages(emulator, await emulator.clickButton(member, 'More'))
  expect(whole.map(renderedText).join('\n')).toContain('without the server using it. Currently: 1.')
  await expect(emulator.clickButton(member, "Delete this server's data")).rejects.toThrow('no button')
  const seen = await moderator.runCommand('/privacy')
  const deleted = await moderator.clickButton(seen, "Delete this server's data")
  expect(fieldValue(deleted, 'Settings')).toBe('0')
  const state = openAppDatabase(databaseDirectory)
  expect((await state.guildSettings.all()).size).toBe(0)
  await state.close()
  expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })
})

test('data about a user can be deleted by that user', async () => {
  const keep = async (userId: string) => {
    const state = openAppDatabase(databaseDirectory)
    const report = {
      createdAt: '2026-06-01T12:00:00Z',
      userId,
      factId: 'a/b',
      revision: 1,
      statement: '',
      message: 'wrong',
    }
    await state.reports.add(report, 5)
    await state.close()
  }
  const { member, userInstaller } = emulator.world.users
  const nothing = await emulator.runCommand('/privacy')
  await expect(emulator.clickButton(nothing, 'Delete my data')).rejects.toThrow('disabled')
  for (const { id } of [member, userInstaller]) await keep(id)
  const direct = emulator.in('dm')
  const seen = await direct.runCommand('/privacy')
  expect(fieldValue(seen, 'Error reports')).toBe('1')
  const deleted = await direct.clickButton(seen, 'Delete my data')
  expect(fieldValue(deleted, 'Error reports')).toBe('0')
  const state = openAppDatabase(databaseDirectory)
  expect((await state.reports.all()).map(({ userId }) => userId)).toEqual([userInstaller.id])
  await state.close()
})

test('an /admin action is counted only for the operator who performed it', async () => {
  const operator = emulator.as('operator')
  const entriesOf = async (user: typeof operator) =>
    fieldValue(await user.runCommand('/privacy'), 'Audit log of /admin')
  expect(await entriesOf(operator)).toBe('0')
  const administrator = emulator.as('administrator')
  expect(renderedText(await administrator.runCommand('/admin history'))).toMatch(/^Only Entente's operators/)
  expect(await entriesOf(administrator)).toBe('1')
  expect(await entriesOf(operator)).toBe('0')
})
