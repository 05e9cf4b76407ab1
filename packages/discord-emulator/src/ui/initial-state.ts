// The users and channels that the page offers, with words that tell a newcomer what each is good for.
import { type ChannelKey, type EmulatorWorld, type UserKey, dmChannelOf } from '../world.ts'
import type { InteractionTimeouts } from '../interactions.ts'
import type { InitialState, Suggestion } from './ui-protocol.ts'

const userDescriptions: Record<UserKey, string> = {
  member: 'member',
  moderator: 'moderator',
  administrator: 'server administrator',
  operator: 'operator of the bot',
  userInstaller: 'member with the bot installed to her account',
}

interface ChannelText {
  name: string
  title: string
  description: string
  isRare?: true
}

function channelTexts(app: string): Record<ChannelKey, ChannelText> {
  return {
    general: {
      name: 'Server channel',
      title: '#general',
      description: `A server that has installed ${app}: everyone here can use it.`,
    },
    thread: { name: 'Thread', title: '#general › a thread', description: 'A thread of #general.' },
    dm: {
      name: `Direct message with ${app}`,
      title: `@${app}`,
      description: `Only you and ${app} see this.`,
    },
    group: {
      name: 'Group direct message',
      title: 'Group',
      description: `A group conversation: only those who installed ${app} to their account can use it here.`,
    },
    otherGuild: {
      name: `Server without ${app}`,
      title: '#other-server',
      description: `A server that has not installed ${app}: only those who installed it to their account can use it here.`,
    },
    dmWithFriend: {
      name: 'Direct message between two people',
      title: '@friend',
      description: `Mia and Ina talk here, and ${app} takes no part.`,
      isRare: true,
    },
    otherGuildNoExternalApps: {
      name: `Server without ${app}, external apps restricted`,
      title: '#no-external-apps',
      description: 'Only the person who uses an app here sees its responses.',
      isRare: true,
    },
    noCommands: {
      name: 'Channel without commands',
      title: '#no-commands',
      description: 'Members cannot use commands here.',
      isRare: true,
    },
    announcements: {
      name: 'Announcements',
      title: '#announcements',
      description: 'Members can use commands here, but cannot send messages.',
      isRare: true,
    },
    forumPost: { name: 'Forum post', title: 'a forum post', description: 'A post in a forum.', isRare: true },
    voice: {
      name: 'Voice channel’s chat',
      title: '#voice',
      description: 'The chat of a voice channel.',
      isRare: true,
    },
    ageRestricted: {
      name: 'Age-restricted channel',
      title: '#age-restricted',
      description: 'A channel that only adults see.',
      isRare: true,
    },
  }
}

export function createInitialState(
  world: EmulatorWorld,
  { interactionTokenTtlMs }: InteractionTimeouts,
  suggestions: Suggestion[],
): InitialState {
  const { id, name } = world.application
  const users = Object.entries(world.users) as [UserKey, EmulatorWorld['users'][UserKey]][]
  const texts = Object.entries(channelTexts(name)) as [ChannelKey, ChannelText][]
  return {
    app: { id, name },
    users: users.map(([key, user]) => ({
      id: user.id,
      key,
      name: user.displayName,
      description: userDescriptions[key],
    })),
    channels: texts.map(([key, { isRare = false, ...text }]) => {
      const channel = world.channels[key]
      const channelIds = users.map(([userKey, user]) => [
        userKey,
        channel.withBot ? dmChannelOf(user).id : channel.id,
      ])
      return { key, ...text, isRare, channelIds: Object.fromEntries(channelIds) as Record<string, string> }
    }),
    suggestions,
    interactionTokenTtlMs,
  }
}
