// An ephemeral card is shared once in every kind of channel and installation; a missing permission is named.
import { afterEach, describe, expect, test } from 'vitest'
import { permission, type UserKey, type ChannelKey, type ObservedResponse } from 'discord-emulator'
import { allComponents, headingOf, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

let clock = 0
const { emulator, log } = await startTestBot({
  emulator: { initialResponseTimeoutMs: 2000 },
  monotonicMs: () => clock,
})
const { world } = emulator
const restricted = new Set(['no-external-apps', 'announcements', 'no-commands'])

afterEach(() => {
  // The same user cannot be pinged twice within ten minutes.
  clock += 10 * 60_000
  emulator.faults.clear()
  delete world.channels.thread.locked
  for (const channel of Object.values(world.channels))
    if (!restricted.has(channel.name)) delete channel.denied
})

function labelsOf(seen: ObservedResponse): string[] {
  return allComponents(messageIn(seen).components).flatMap(({ label }) => label ?? [])
}

function pingsOf(seen: ObservedResponse): unknown[] {
  const { mentions, mention_roles: roles, mention_everyone: everyone } = messageIn(seen)
  return [...mentions.map(({ id }) => id), ...roles, ...(everyone ? ['everyone'] : [])]
}

const everywhere: [ChannelKey, UserKey, installed: string][] = [
  ['general', 'member', 'to the server'],
  ['general', 'userInstaller', 'to both'],
  ['thread', 'member', 'to the server'],
  ['forumPost', 'member', 'to the server'],
  ['voice', 'member', 'to the server'],
  ['dm', 'member', 'to the server'],
  ['dm', 'userInstaller', 'to both'],
  ['dmWithFriend', 'userInstaller', 'to the person'],
  ['group', 'userInstaller', 'to the person'],
  ['otherGuild', 'userInstaller', 'to the person'],
]

test('sharing into a locked thread names the reason and keeps the card', async () => {
  const { thread } = world.channels
  const user = emulator.in('thread')
  const card = await user.runCommand('/alliance name:NATO private:true')
  thread.locked = true
  const updated = await user.nextResponse(await user.clickButton(card, 'Share'))
  delete thread.locked
  expect(updated).toMatchObject({ type: 'updated', ephemeral: true })
  expect(renderedText(await user.nextResponse(updated))).toBe(
    'This thread is locked. Ask a moderator to unlock it, then press Share.',
  )
  expect(await user.nextResponse(await user.clickButton(updated, 'Share'))).toMatchObject({
    type: 'message',
    ephemeral: false,
  })
})

describe.each(everywhere)('at %s, %s', (channelKey, userKey) => {
  const user = emulator.as(userKey).in(channelKey)
  const { id } = world.users[userKey]

  test('an ephemeral card can be shared once, paged and deleted', async () => {
    const card = await user.runCommand('/alliance name:NATO private:true')
    expect(card).toMatchObject({ ephemeral: true })
    expect(labelsOf(card)).toContain('Share')
    const updated = await user.clickButton(card, 'Share')
    expect(updated).toMatchObject({ type: 'updated', ephemeral: true })
    expect(labelsOf(updated)).toContain('Shared')
    await expect(user.clickButton(updated, 'Shared')).rejects.toThrow('disabled')
    const shared = await user.nextResponse(updated)
    expect(shared).toMatchObject({ type: 'message', ephemeral: false })
    expect(labelsOf(shared)).toContain('Sources')
    expect(renderedText(shared)).toMatch(new RegExp(`^-# Shared by <@${id}>\n### NATO`))
    expect(pingsOf(shared)).toEqual([])
    expect((await user.nextResponse(shared)).type).toBe('none')

    expect(await user.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
  })

  test('a page of More can be shared, turned in place and deleted', async () => {
    const more = await user.clickButton(await user.runCommand('/alliance name:NATO'), 'More')
    expect(more).toMatchObject({ type: 'message', ephemeral: true })
    const shared = await user.nextResponse(await user.clickButton(more, 'Share'))
    expect(shared).toMatchObject({ type: 'message', ephemeral: false })
    const turned = await user.clickButton(shared, 'Next')
    expect(turned).toMatchObject({ type: 'updated', ephemeral: false })
    expect(renderedText(turned)).toMatch(new RegExp(`^-# Shared by <@${id}>\n### NATO[^]*-# Page 2 of`))
    expect(pingsOf(turned)).toEqual([])
    expect(await user.clickButton(turned, 'Delete')).toMatchObject({ type: 'deleted' })
  })

  test('the for option pings the user once', async () => {
    const addressee = world.users.moderator.id
    const card = await user.runCommand('/alliance name:NATO for:@moderator')
    expect(card).toMatchObject({ ephemeral: false })
    expect(renderedText(card)).toMatch(new RegExp(`^-# For <@${addressee}>\n### NATO`))
    expect(pingsOf(card)).toEqual([addressee])
    const more = await user.clickButton(card, 'More')
    expect(more).toMatchObject({ type: 'message', ephemeral: true })
    expect(pingsOf(more)).toEqual([])
  })

  test('a page turn keeps the line of the for option without a ping', async () => {
    const addressee = world.users.moderator.id
    const card = await user.runCommand('/disputes for:@moderator')
    expect(pingsOf(card)).toEqual([addressee])
    const turned = await user.clickButton(card, 'Next')
    expect(turned).toMatchObject({ type: 'updated', ephemeral: false })
    expect(renderedText(turned)).toMatch(new RegExp(`^-# For <@${addressee}>\n[^]*-# Page 2 of`))
    expect(pingsOf(turned)).toEqual([])
  })

  test('the for option pings the user once after a choice in a menu', async () => {
    const addressee = world.users.moderator.id
    const menu = await user.runCommand('/alliance name:norat for:@moderator')
    expect(menu).toMatchObject({ ephemeral: true })
    expect(pingsOf(menu)).toEqual([])
    const done = await user.select(menu, 'NORAD')
    expect(renderedText(done)).toBe('Posted.')
    const posted = await user.nextResponse(done)
    expect(posted).toMatchObject({ ephemeral: false })
    expect(renderedText(posted)).toMatch(
      new RegExp(`^-# For <@${addressee}>\n-# Asked by <@${id}>\n### NORAD`),
    )
    expect(pingsOf(posted)).toEqual([addressee])
  })

  test('a card cannot be for a bot, whether the name is exact or not', async () => {
    for (const name of ['NATO', 'norat']) {
      const seen = await user.runCommand(`/alliance name:${name} for:@${world.application.name}`)
      expect(seen).toMatchObject({ ephemeral: true })
      expect(renderedText(seen)).toBe("A card can't ping a bot. Choose a person.")
      expect(messageIn(seen).components).toEqual([])
      expect(pingsOf(seen)).toEqual([])
    }
  })

  test('a card cannot be ephemeral and mention someone else', async () => {
    const seen = await user.runCommand('/alliance name:NATO private:true for:@moderator')
    expect(seen).toMatchObject({ ephemeral: true })
    expect(renderedText(seen)).toBe(
      "A private card is visible only to you, so it can't mention someone else. Leave out private or for.",
    )
    expect(pingsOf(seen)).toEqual([])
  })
})

describe('in a guild that did not install Entente', () => {
  test('answers are ephemeral by default', async () => {
    const user = emulator.as('userInstaller').in('otherGuild')
    expect(await user.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: true })
    expect(await user.runCommand('/alliance name:NATO private:false')).toMatchObject({ ephemeral: false })
  })

  test('without Use External Apps there is no Share button, and the card says why', async () => {
    const user = emulator.as('userInstaller').in('otherGuildNoExternalApps')
    for (const options of ['', ' private:true', ' private:false']) {
      const card = await user.runCommand(`/alliance name:NATO${options}`)
      expect(card).toMatchObject({ ephemeral: true })
      expect(labelsOf(card)).not.toContain('Share')
      expect(labelsOf(card)).not.toContain('Delete')
      expect(renderedText(card)).toMatch(/you need the “Use External Apps” permission in this channel\.$/)
    }
    const refused = await user.runCommand('/alliance name:NATO for:@member')
    expect(renderedText(refused)).toMatch(/^Nobody else would see the card: you need/)
  })

  test('the limit of five follow-ups is never reached because a click sends at most one', async () => {
    const user = emulator.as('userInstaller').in('otherGuild')
    const card = await user.runCommand('/alliance name:NATO private:true')
    for (let click = 0; click < 7; click++) {
      const fresh = click === 0 ? card : await user.runCommand('/alliance name:NATO private:true')
      expect(await user.nextResponse(await user.clickButton(fresh, 'Share'))).toMatchObject({
        ephemeral: false,
      })
    }
    const followUps = emulator.log.calls.filter(
      ({ method, path, status }) => method === 'POST' && path.startsWith('/webhooks/') && status < 300,
    )
    const byToken = Map.groupBy(followUps, ({ path }) => path)
    expect(Math.max(...[...byToken.values()].map(({ length }) => length))).toBe(1)
  })
})

describe('if a member may not write', () => {
  const staff = emulator.as('administrator').in('announcements')
  const member = emulator.in('announcements')

  test('a card posted by the staff can be explored, but nothing is posted publicly', async () => {
    const card = await staff.runCommand('/alliance name:NATO')
    expect(card).toMatchObject({ ephemeral: false })
    const more = await member.clickButton(card, 'More')
    expect(more).toMatchObject({ type: 'message' })
    for (const page of [more, await member.select(more, 'Warsaw Pact')]) {
      expect(page).toMatchObject({ ephemeral: true })
      expect(labelsOf(page)).not.toContain('Share')
      expect(renderedText(page)).toMatch(/you need the “Send Messages” permission in this channel\.$/)
    }
    expect(await member.clickButton(card, 'Sources')).toMatchObject({ ephemeral: true })
  })

  test('a button from before they lost the permission posts nothing', async () => {
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    const menu = await emulator.runCommand('/alliance name:norat')
    world.channels.general.denied = { users: permission.sendMessages }
    for (const seen of [await emulator.clickButton(card, 'Share'), await emulator.select(menu, 'NORAD')]) {
      expect(seen).toMatchObject({ type: 'updated', ephemeral: true })
      expect(renderedText(seen)).toMatch(/you need the “Send Messages” permission in this channel\.$/)
      expect(await emulator.nextResponse(seen)).toMatchObject({ type: 'none' })
    }
    expect(await emulator.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: true })
    const refused = await emulator.runCommand('/alliance name:NATO for:@moderator')
    expect(renderedText(refused)).toMatch(/^Nobody else would see the card: you need the “Send/)
  })

  test('in threads, the permission to write in threads is required', async () => {
    const thread = emulator.in('thread')
    world.channels.thread.denied = { users: permission.sendMessages }
    expect(await thread.runCommand('/alliance name:NATO')).toMatchObject({ ephemeral: false })
    world.channels.thread.denied = { users: permission.sendInThreads }
    const card = await thread.runCommand('/alliance name:NATO')
    expect(card).toMatchObject({ ephemeral: true })
    expect(renderedText(card)).toMatch(/the “Send Messages in Threads” permission in this channel\.$/)
  })
})

test('a user can ping another once in ten minutes', async () => {
  const ask = () => emulator.runCommand('/alliance name:NATO for:@moderator')
  // The interval is independent of the wall clock.
  clock += 9 * 60_000
  expect(pingsOf(await ask())).toEqual([world.users.moderator.id])
  clock += 9 * 60_000
  const refused = await ask()
  expect(refused).toMatchObject({ ephemeral: true })
  expect(renderedText(refused)).toBe(
    'You pinged that person a moment ago. Ask again without for, or in ten minutes.',
  )
  expect(pingsOf(await emulator.runCommand('/alliance name:NATO for:@user_installer'))).toHaveLength(1)
  clock += 60_000
  expect(pingsOf(await ask())).toHaveLength(1)
})

test('a menu on a posted card opens an ephemeral card for anyone, the requester included', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const shared = await emulator.nextResponse(await emulator.clickButton(more, 'Share'))
  const opened = await emulator.select(shared, 'Warsaw Pact')
  expect(opened).toMatchObject({ type: 'message', ephemeral: true })
  expect(labelsOf(opened)).toContain('Share')
})

describe('a card that cannot be posted', () => {
  test('is kept ephemeral for its requester, who learns the missing permission and can share later', async () => {
    world.channels.general.denied = { bot: permission.sendMessages }
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    emulator.faults.failWith(403, { match: /^POST \/webhooks/ })
    const updated = await emulator.clickButton(card, 'Share')
    const restored = await emulator.nextResponse(updated)
    expect(restored).toMatchObject({ type: 'updated', ephemeral: true })
    expect(labelsOf(restored)).toContain('Share')
    const response = await emulator.nextResponse(restored)
    expect(response).toMatchObject({ type: 'message', ephemeral: true })
    expect(renderedText(response)).toBe(
      "I'm not allowed to post in this channel: I need the “Send Messages” permission. Ask a moderator to grant it, then press Share.",
    )
    const again = await emulator.clickButton(restored, 'Share')
    expect(await emulator.nextResponse(again)).toMatchObject({ type: 'message', ephemeral: false })
  })

  test('because of a Discord error says so and is logged', async () => {
    const card = await emulator.runCommand('/alliance name:NATO private:true')
    emulator.faults.failWith(404, { match: /^POST \/webhooks/ })
    const restored = await emulator.nextResponse(await emulator.clickButton(card, 'Share'))
    expect(labelsOf(restored)).toContain('Share')
    expect(renderedText(await emulator.nextResponse(restored))).toBe(
      'Discord rejected the card. Press Share to try again.',
    )
    expect(log.find(({ msg }) => msg === 'failed to post card')).toMatchObject({ level: 50 })
  })

  test('after a choice in a menu is shown to its requester', async () => {
    const menu = await emulator.runCommand('/alliance name:norat')
    emulator.faults.failWith(403, { match: /^POST \/webhooks/ })
    const restored = await emulator.nextResponse(await emulator.select(menu, 'NORAD'))
    expect(headingOf(restored)).toBe('NORAD')
    expect(labelsOf(restored)).toContain('Share')
  })
})

test('a card needs no Embed Links permission', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  world.channels.general.denied = { bot: permission.embedLinks }
  const without = await emulator.runCommand('/alliance name:NATO')
  expect(without).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(without)).toBe(renderedText(card))
  expect(labelsOf(without)).toEqual(labelsOf(card))
})

test('every ephemeral card of facts has a Share button', async () => {
  const card = await emulator.runCommand('/compare first:NATO second:NORAD')
  const moderator = emulator.as('moderator')
  const page = await moderator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const menu = await emulator.runCommand('/alliance name:norat private:true')
  const sights = [
    page,
    await emulator.select(menu, 'NORAD'),
    await emulator.runCommand('/compare first:NATO second:NORAD private:true'),
    await emulator.runCommand('/about name:Japan private:true'),
    await emulator.runCommand('/exercise name:RIMPAC private:true'),
  ]
  for (const seen of sights) {
    expect(seen).toMatchObject({ ephemeral: true })
    expect(labelsOf(seen)).toContain('Share')
    expect(labelsOf(seen)).not.toContain('Delete')
  }
  expect(labelsOf(card)).toContain('Delete')
  expect(labelsOf(card)).not.toContain('Share')
  const shared = await moderator.nextResponse(await moderator.clickButton(page, 'Share'))
  expect(renderedText(shared)).toContain(`Shared by <@${world.users.moderator.id}>`)
  expect(await moderator.clickButton(shared, 'Delete')).toMatchObject({ type: 'deleted' })
})

test('a user mentioned in a note on a card is not mistaken for its attribution', async () => {
  const seen = await emulator.runCommand('/alliance name:"x> For <@200000000000000002>:" for:@user_installer')
  expect(pingsOf(seen)).toEqual([])
  expect(renderedText(seen)).toContain('For \\<@200000000000000002\\>:')
})
