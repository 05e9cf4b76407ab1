// Command availability by user and channel, and the interaction's payload about both.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PermissionFlagsBits } from 'discord.js'
import { type DiscordEmulator, startDiscordEmulator } from '../src/server.ts'
import type { UserKey, ChannelKey } from '../src/world.ts'
import { call } from './helpers/request.ts'

let emulator: DiscordEmulator

beforeAll(async () => {
  emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 1 })
  const { application, guilds } = emulator.world
  const chat = (name: string, more: object = {}) => ({ name, description: 'd', ...more })
  await call(emulator, 'PUT', `/applications/${application.id}/commands`, [
    chat('anywhere'),
    chat('servers', { contexts: [0] }),
    chat('messages', { contexts: [1] }),
    chat('installed-to-servers', { integration_types: [0] }),
    chat('installed-to-users', { integration_types: [1] }),
    chat('managers', { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
    chat('admins', { default_member_permissions: '0' }),
    chat('age-restricted', { nsfw: true }),
    chat('old-servers', { dm_permission: false }),
  ])
  await call(emulator, 'PUT', `/applications/${application.id}/guilds/${guilds.home.id}/commands`, [
    chat('at-home'),
  ])
})

afterAll(() => emulator.close())

const rows: [command: string, user: UserKey, channel: ChannelKey, available: boolean][] = [
  ['anywhere', 'member', 'general', true],
  ['anywhere', 'member', 'thread', true],
  ['anywhere', 'member', 'forumPost', true],
  ['anywhere', 'member', 'voice', true],
  ['anywhere', 'member', 'announcements', true],
  ['anywhere', 'member', 'dm', true],
  ['anywhere', 'member', 'noCommands', false],
  ['anywhere', 'administrator', 'noCommands', true],
  ['anywhere', 'member', 'group', false],
  ['anywhere', 'userInstaller', 'group', true],
  ['anywhere', 'userInstaller', 'dmWithFriend', true],
  ['anywhere', 'operator', 'dmWithFriend', false],
  ['anywhere', 'member', 'otherGuild', false],
  ['anywhere', 'userInstaller', 'otherGuild', true],
  ['anywhere', 'moderator', 'otherGuild', false],
  ['servers', 'member', 'general', true],
  ['servers', 'member', 'dm', false],
  ['old-servers', 'member', 'dm', false],
  ['messages', 'member', 'dm', true],
  ['messages', 'member', 'general', false],
  ['messages', 'userInstaller', 'group', false],
  ['installed-to-servers', 'member', 'general', true],
  ['installed-to-servers', 'userInstaller', 'otherGuild', false],
  ['installed-to-users', 'member', 'general', false],
  ['installed-to-users', 'userInstaller', 'general', true],
  ['managers', 'member', 'general', false],
  ['managers', 'moderator', 'general', true],
  ['managers', 'administrator', 'general', true],
  ['managers', 'member', 'dm', true],
  ['admins', 'moderator', 'general', false],
  ['admins', 'administrator', 'general', true],
  ['age-restricted', 'member', 'general', false],
  ['age-restricted', 'member', 'ageRestricted', true],
  ['at-home', 'member', 'general', true],
]

test.each(rows)('/%s is available to %s in %s: %s', async (command, user, channel, available) => {
  const seen = emulator.as(user).in(channel).runCommand(`/${command}`)
  if (available) expect(await seen).toMatchObject({ type: 'failed' })
  else
    await expect(seen).rejects.toThrow(
      `Discord does not offer ${command} to ${emulator.world.users[user].name}`,
    )
})

test('a guild command exists only in its guild', async () => {
  await expect(emulator.in('dm').runCommand('/at-home')).rejects.toThrow('There is no command /at-home')
})

async function payload(user: UserKey, channel: ChannelKey): Promise<Record<string, unknown>> {
  await emulator.as(user).in(channel).runCommand('/anywhere')
  return emulator.log.interactions.at(-1)?.payload ?? {}
}

test('in a server the payload has the member, guild and channel', async () => {
  const { home } = emulator.world.guilds
  const { user, ...seen } = await payload('moderator', 'thread')
  expect(user).toBeUndefined()
  expect(seen).toMatchObject({
    type: 2,
    version: 1,
    context: 0,
    guild_id: home.id,
    guild: { id: home.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    locale: 'en-US',
    channel: {
      type: 11,
      parent_id: emulator.world.channels.general.id,
      thread_metadata: { archived: false },
    },
    member: { user: { username: 'moderator' } },
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    authorizing_integration_owners: { '0': home.id },
  })
  const { permissions } = seen['member'] as { permissions: string }
  expect(BigInt(permissions) & PermissionFlagsBits.ManageGuild).toBe(PermissionFlagsBits.ManageGuild)
})

test('in a direct message the payload has the user', async () => {
  const { member, guild, guild_id, ...seen } = await payload('member', 'dm')
  expect([member, guild, guild_id]).toEqual([undefined, undefined, undefined])
  expect(seen).toMatchObject({
    context: 1,
    user: { username: 'member' },
    channel: { type: 1 },
    authorizing_integration_owners: { '0': '0' },
  })
})

test('installed to guild and user, both authorize', async () => {
  const { home } = emulator.world.guilds
  const { id } = emulator.world.users.userInstaller
  expect(await payload('userInstaller', 'general')).toMatchObject({
    authorizing_integration_owners: { '0': home.id, '1': id },
  })
  expect(await payload('userInstaller', 'group')).toMatchObject({
    context: 2,
    authorizing_integration_owners: { '1': id },
  })
})

test('app_permissions reflect denied permissions', async () => {
  const { app_permissions } = await payload('member', 'announcements')
  expect(BigInt(String(app_permissions)) & PermissionFlagsBits.SendMessages).toBe(0n)
  const general = await payload('member', 'general')
  expect(BigInt(String(general['app_permissions'])) & PermissionFlagsBits.SendMessages).not.toBe(0n)
})

test('each user has a separate direct message', async () => {
  const memberPayload = await payload('member', 'dm')
  const moderatorPayload = await payload('moderator', 'dm')
  expect(memberPayload['channel_id']).not.toBe(moderatorPayload['channel_id'])
})

test('only users with the permission can send messages', async () => {
  expect(await emulator.in('dm').sendMessage('hello')).toMatchObject({
    content: 'hello',
    author: { username: 'member' },
  })
  await expect(emulator.in('announcements').sendMessage('hello')).rejects.toThrow(
    'member cannot send messages in announcements',
  )
})
