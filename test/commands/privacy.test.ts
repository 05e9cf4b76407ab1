// What is kept about people and servers is said in Discord and in the docs from one list, and can be deleted.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { renderPrivacyDoc, personalData } from '../../src/db/personal-data.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, runBot, textOf } from '../helpers/test-bot.ts'

const { sandbox, databaseDirectory } = await runBot()
const moderator = sandbox.as('moderator')

test('docs/privacy.md says what is kept: npm run docs:privacy writes it', async () => {
  const page = join(import.meta.dirname, '../../docs/privacy.md')
  const options = { ...(await resolveConfig(page)), filepath: page }
  expect(readFileSync(page, 'utf8')).toBe(await format(renderPrivacyDoc(), options))
})

test('/privacy says all of it, privately, in every place', async () => {
  const text = textOf(await sandbox.runCommand('/privacy'))
  for (const { title, purpose, retention } of personalData)
    expect(text).toContain(`**${title}.** ${purpose} ${retention}`)
  const direct = textOf(await sandbox.in('dm').runCommand('/privacy'))
  expect(direct).not.toContain('About this server')
  expect(await sandbox.in('abroad').as('traveller').runCommand('/privacy')).toMatchObject({ private: true })
})

test('what is kept about a server is counted, and deleted by who manages it alone', async () => {
  await moderator.select(await moderator.runCommand('/settings'), 'Answers are private')
  const member = await sandbox.runCommand('/privacy')
  expect(textOf(member)).toContain('without the server using it. Just now: 1.')
  await expect(sandbox.clickButton(member, 'Delete what is kept about this server')).rejects.toThrow(
    'no button',
  )
  const seen = await moderator.runCommand('/privacy')
  const deleted = await moderator.clickButton(seen, 'Delete what is kept about this server')
  expect(textOf(deleted)).toContain('without the server using it. Just now: none.')
  const state = openAppDatabase(databaseDirectory)
  expect(state.guildSettings.all().size).toBe(0)
  state.close()
  expect(await sandbox.runCommand('/alliance name:NATO')).toMatchObject({ private: false })
})

test('what is kept about a person is deleted by that person', async () => {
  const keep = (user: string) => {
    const state = openAppDatabase(databaseDirectory)
    const report = {
      at: '2026-06-01T12:00:00Z',
      user,
      fact: 'a/b',
      revision: 1,
      statement: '',
      text: 'wrong',
    }
    state.reports.add(report, 5)
    state.close()
  }
  const { member, traveller } = sandbox.world.people
  const nothing = await sandbox.runCommand('/privacy')
  await expect(sandbox.clickButton(nothing, 'Delete what is kept about me')).rejects.toThrow('disabled')
  for (const { id } of [member, traveller]) keep(id)
  const direct = sandbox.in('dm')
  const seen = await direct.runCommand('/privacy')
  expect(textOf(seen)).toContain('Until you delete them. Just now: 1.')
  const deleted = await direct.clickButton(seen, 'Delete what is kept about me')
  expect(textOf(deleted)).toContain('Until you delete them. Just now: none.')
  const state = openAppDatabase(databaseDirectory)
  expect(state.reports.all().map(({ user }) => user)).toEqual([traveller.id])
  state.close()
})

test('a deed with /admin is counted for who did it, and for nobody else', async () => {
  expect(textOf(await sandbox.as('operator').runCommand('/privacy'))).toContain(
    'proves nothing. Just now: none.',
  )
  const administrator = sandbox.as('administrator')
  expect(messageIn(await administrator.runCommand('/admin history')).content).toMatch(/^Only the operators/)
  expect(textOf(await administrator.runCommand('/privacy'))).toContain('proves nothing. Just now: 1.')
  expect(textOf(await sandbox.as('operator').runCommand('/privacy'))).toContain(
    'proves nothing. Just now: none.',
  )
})
