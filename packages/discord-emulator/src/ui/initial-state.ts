// The people and places that the page offers, with words that tell a newcomer what each is good for.
import { type PersonName, type PlaceName, type EmulatorWorld, dmChannelOf } from '../world.ts'
import type { InteractionTimeouts } from '../interactions.ts'
import type { InitialState, Suggestion } from './ui-protocol.ts'

const people: Record<PersonName, string> = {
  member: 'member',
  moderator: 'moderator',
  administrator: 'server administrator',
  operator: 'operator of the bot',
  traveller: 'member with the bot installed for himself',
}

interface Words {
  name: string
  title: string
  about: string
  rare?: true
}

function placesWith(app: string): Record<PlaceName, Words> {
  return {
    general: {
      name: 'Server channel',
      title: '#general',
      about: `A server that has installed ${app}: everyone here can use it.`,
    },
    thread: { name: 'Thread', title: '#general › a thread', about: 'A thread of #general.' },
    dm: { name: `Direct message with ${app}`, title: `@${app}`, about: `Only you and ${app} see this.` },
    group: {
      name: 'Group direct message',
      title: 'Group',
      about: `A conversation among people: ${app} is there only for those who installed it for themselves.`,
    },
    abroad: {
      name: `Server without ${app}`,
      title: '#abroad',
      about: `A server that has not installed ${app}: it is there only for those who installed it for themselves.`,
    },
    friends: {
      name: 'Direct message between two people',
      title: '@friend',
      about: `Mia and Tom talk here, and ${app} takes no part.`,
      rare: true,
    },
    'abroad-quiet': {
      name: `Server without ${app}, outside apps hushed`,
      title: '#abroad-quiet',
      about: 'Whatever an app answers here is shown only to the one who asked.',
      rare: true,
    },
    quiet: {
      name: 'Channel without commands',
      title: '#quiet',
      about: 'Members may not use commands here.',
      rare: true,
    },
    announcements: {
      name: 'Announcements',
      title: '#announcements',
      about: 'Members may use commands here, but not write.',
      rare: true,
    },
    post: { name: 'Forum post', title: 'a forum post', about: 'A post of a forum.', rare: true },
    voice: {
      name: 'Voice channel’s chat',
      title: '#voice',
      about: 'The chat of a voice channel.',
      rare: true,
    },
    adults: {
      name: 'Age-restricted channel',
      title: '#adults',
      about: 'A channel that only adults see.',
      rare: true,
    },
  }
}

export function sceneOf(
  world: EmulatorWorld,
  { interactionTokenTtlMs }: InteractionTimeouts,
  tries: Suggestion[],
): InitialState {
  const { id, name } = world.application
  const persons = Object.entries(world.people) as [PersonName, EmulatorWorld['people'][PersonName]][]
  const words = Object.entries(placesWith(name)) as [PlaceName, Words][]
  return {
    app: { id, name },
    people: persons.map(([key, person]) => ({
      id: person.id,
      key,
      name: person.displayName,
      about: people[key],
    })),
    places: words.map(([key, { rare = false, ...said }]) => {
      const place = world.places[key]
      const channelIds = persons.map(([one, person]) => [
        one,
        place.withBot ? dmChannelOf(person).id : place.id,
      ])
      return { key, ...said, rare, channelIds: Object.fromEntries(channelIds) as Record<string, string> }
    }),
    tries,
    interactionTokenTtlMs: interactionTokenTtlMs,
  }
}
