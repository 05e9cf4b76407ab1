// The default world: five users, two guilds, and a channel of every kind.
import { everyPermission, permission } from './permissions.ts'
import type { EmulatorChannel, EmulatorGuild, EmulatorUser, EmulatorWorld } from './world.ts'

const memberPermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.sendInThreads |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useApplicationCommands |
  permission.useExternalApps

const moderatorPermissions = memberPermissions | permission.manageMessages | permission.manageServer

/** Creates the default world; change what it returns to emulate another. */
export function createWorld(): EmulatorWorld {
  const user = (n: number, name: string, displayName: string, installed = false): EmulatorUser => ({
    id: `20000000000000000${n}`,
    name,
    displayName,
    locale: 'en-US',
    installed,
  })
  const users = {
    member: user(1, 'member', 'Mia Member'),
    moderator: user(2, 'moderator', 'Moe Moderator'),
    administrator: user(3, 'administrator', 'Ada Administrator'),
    operator: user(4, 'operator', 'Ophelia Operator', true),
    userInstaller: user(5, 'user_installer', 'Ina Installer', true),
  }
  const { member, moderator, administrator, operator, userInstaller } = users
  const home: EmulatorGuild = {
    id: '300000000000000001',
    name: 'Home',
    locale: 'en-US',
    ownerId: '200000000000000009',
    installed: true,
    members: {
      [member.id]: memberPermissions,
      [moderator.id]: moderatorPermissions,
      [administrator.id]: everyPermission,
      [operator.id]: everyPermission,
      [userInstaller.id]: memberPermissions,
    },
    botPermissions: memberPermissions,
  }
  const otherGuild: EmulatorGuild = {
    ...home,
    id: '300000000000000002',
    name: 'Other server',
    locale: 'en-GB',
    installed: false,
    members: {
      [member.id]: memberPermissions,
      [operator.id]: memberPermissions,
      [userInstaller.id]: memberPermissions,
    },
  }
  const general: EmulatorChannel = { id: '400000000000000001', name: 'general', type: 0, guild: home }
  const forum = '400000000000000020'
  const everyone = Object.values(users).map(({ id }) => id)
  return {
    application: {
      id: '100000000000000001',
      name: 'Emulated',
      ownerId: operator.id,
      team: null,
      integrationTypes: [0, 1],
      privilegedIntents: 0,
    },
    users,
    guilds: { home, otherGuild },
    channels: {
      general,
      thread: { id: '400000000000000002', name: 'a thread', type: 11, guild: home, parentId: general.id },
      forumPost: { id: '400000000000000003', name: 'a forum post', type: 11, guild: home, parentId: forum },
      voice: { id: '400000000000000004', name: 'voice', type: 2, guild: home },
      announcements: {
        id: '400000000000000005',
        name: 'announcements',
        type: 5,
        guild: home,
        denied: { users: permission.sendMessages, bot: permission.sendMessages },
      },
      noCommands: {
        id: '400000000000000006',
        name: 'no-commands',
        type: 0,
        guild: home,
        denied: { users: permission.useApplicationCommands },
      },
      ageRestricted: { id: '400000000000000007', name: 'age-restricted', type: 0, guild: home, nsfw: true },
      dm: { id: '400000000000000008', name: 'dm', type: 1, withBot: true },
      group: { id: '400000000000000009', name: 'group', type: 3, recipientIds: everyone },
      dmWithFriend: {
        id: '400000000000000010',
        name: 'dm with a friend',
        type: 1,
        recipientIds: [member.id, userInstaller.id],
      },
      otherGuild: { id: '400000000000000011', name: 'other-server', type: 0, guild: otherGuild },
      otherGuildNoExternalApps: {
        id: '400000000000000012',
        name: 'no-external-apps',
        type: 0,
        guild: otherGuild,
        denied: { users: permission.useExternalApps },
      },
    },
  }
}
