// The people, servers and places of the local Discord: plain data, made anew for each emulator.
import { everyPermission, permission } from './permissions.ts'

export interface EmulatorUser {
  id: string
  /** The unique name, as in `@name`. */
  name: string
  displayName: string
  locale: string
  /** Whether the app is installed to this person's account. */
  installed: boolean
}

export interface EmulatorGuild {
  id: string
  name: string
  locale: string
  ownerId: string
  /** Whether the app is installed to this server. */
  installed: boolean
  /** Permissions by the id of each member. */
  members: Record<string, bigint>
  botPermissions: bigint
}

export interface EmulatorChannel {
  id: string
  name: string
  /** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
  type: number
  server?: EmulatorGuild
  parentId?: string
  nsfw?: boolean
  /** For a thread: nobody may write in it any more. */
  locked?: boolean
  /** Permissions that this channel takes away, from people or from the bot. */
  denied?: { people?: bigint; bot?: bigint }
  /** For a direct message or a group: whether the bot takes part. */
  withBot?: boolean
  /** For a direct message or a group: the ids of the people in it. */
  peopleIds?: string[]
}

export interface Application {
  id: string
  name: string
  ownerId: string
  /** The ids of its team's members, when a team owns it. */
  team: {
    id: string
    name: string
    ownerId: string
    memberIds: string[]
    /** Those of them who may only read. */
    readOnlyIds?: string[]
  } | null
  /** The ways it may be installed: 0 to servers, 1 to people. */
  integrationTypes: (0 | 1)[]
  /** The privileged intents switched on for it. */
  privilegedIntents: number
}

export type PersonName = 'member' | 'moderator' | 'administrator' | 'operator' | 'traveller'
export type PlaceName =
  | 'general'
  | 'thread'
  | 'post'
  | 'voice'
  | 'announcements'
  | 'quiet'
  | 'adults'
  | 'dm'
  | 'group'
  | 'friends'
  | 'abroad'
  | 'abroad-quiet'

export interface EmulatorWorld {
  application: Application
  people: Record<PersonName, EmulatorUser>
  servers: Record<'home' | 'abroad', EmulatorGuild>
  places: Record<PlaceName, EmulatorChannel>
}

const ofMembers =
  permission.viewChannel |
  permission.sendMessages |
  permission.sendInThreads |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useApplicationCommands |
  permission.useExternalApps

const ofModerators = ofMembers | permission.manageMessages | permission.manageServer

/** The world a emulator starts with; change what it returns to try another. */
export function createWorld(): EmulatorWorld {
  const person = (n: number, name: string, displayName: string, installed = false): EmulatorUser => ({
    id: `20000000000000000${n}`,
    name,
    displayName,
    locale: 'en-US',
    installed,
  })
  const people = {
    member: person(1, 'member', 'Mia Member'),
    moderator: person(2, 'moderator', 'Moe Moderator'),
    administrator: person(3, 'administrator', 'Ada Administrator'),
    operator: person(4, 'operator', 'Ophelia Operator', true),
    traveller: person(5, 'traveller', 'Tom Traveller', true),
  }
  const { member, moderator, administrator, operator, traveller } = people
  const home: EmulatorGuild = {
    id: '300000000000000001',
    name: 'Home',
    locale: 'en-US',
    ownerId: '200000000000000009',
    installed: true,
    members: {
      [member.id]: ofMembers,
      [moderator.id]: ofModerators,
      [administrator.id]: everyPermission,
      [operator.id]: everyPermission,
      [traveller.id]: ofMembers,
    },
    botPermissions: ofMembers,
  }
  const otherGuild: EmulatorGuild = {
    ...home,
    id: '300000000000000002',
    name: 'Abroad',
    locale: 'en-GB',
    installed: false,
    members: { [member.id]: ofMembers, [operator.id]: ofMembers, [traveller.id]: ofMembers },
  }
  const general: EmulatorChannel = { id: '400000000000000001', name: 'general', type: 0, server: home }
  const forum = '400000000000000020'
  const everyone = Object.values(people).map(({ id }) => id)
  return {
    application: {
      id: '100000000000000001',
      name: 'Emulated',
      ownerId: operator.id,
      team: null,
      integrationTypes: [0, 1],
      privilegedIntents: 0,
    },
    people,
    servers: { home, abroad: otherGuild },
    places: {
      general,
      thread: { id: '400000000000000002', name: 'a thread', type: 11, server: home, parentId: general.id },
      post: { id: '400000000000000003', name: 'a forum post', type: 11, server: home, parentId: forum },
      voice: { id: '400000000000000004', name: 'voice', type: 2, server: home },
      announcements: {
        id: '400000000000000005',
        name: 'announcements',
        type: 5,
        server: home,
        denied: { people: permission.sendMessages, bot: permission.sendMessages },
      },
      quiet: {
        id: '400000000000000006',
        name: 'quiet',
        type: 0,
        server: home,
        denied: { people: permission.useApplicationCommands },
      },
      adults: { id: '400000000000000007', name: 'adults', type: 0, server: home, nsfw: true },
      dm: { id: '400000000000000008', name: 'dm', type: 1, withBot: true },
      group: { id: '400000000000000009', name: 'group', type: 3, peopleIds: everyone },
      friends: { id: '400000000000000010', name: 'friends', type: 1, peopleIds: [member.id, traveller.id] },
      abroad: { id: '400000000000000011', name: 'abroad', type: 0, server: otherGuild },
      'abroad-quiet': {
        id: '400000000000000012',
        name: 'abroad-quiet',
        type: 0,
        server: otherGuild,
        denied: { people: permission.useExternalApps },
      },
    },
  }
}

/** A person's own direct message with the bot. */
export function dmChannelOf(person: EmulatorUser): EmulatorChannel {
  return {
    id: String(BigInt(person.id) + 300_000_000_000_000_000n),
    name: `@${person.name}`,
    type: 1,
    withBot: true,
    peopleIds: [person.id],
  }
}

/** The place with this id, direct messages with the bot included. */
export function placeById(world: EmulatorWorld, id: string): EmulatorChannel | undefined {
  const places = [...Object.values(world.places), ...Object.values(world.people).map(dmChannelOf)]
  return places.find((place) => place.id === id)
}

export function personById(world: EmulatorWorld, id: string): EmulatorUser | undefined {
  return Object.values(world.people).find((person) => person.id === id)
}

export function serverById(world: EmulatorWorld, id: string): EmulatorGuild | undefined {
  return Object.values(world.servers).find((server) => server.id === id)
}
