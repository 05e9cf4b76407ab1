// What Entente keeps about people and servers: the one list behind /privacy and docs/privacy.md.
// Whatever is kept anywhere has its entry here, true word for word.
import type { Context } from '../core/command.ts'

type Keeper = Pick<Context, 'state' | 'servers' | 'postedCards'>

export interface Kept {
  /** Whose it is: a person's, by user id, or a server's, by its id. */
  whose: 'person' | 'server'
  /** What it is, as a heading. */
  what: string
  /** What of it is kept and why, in sentences. */
  why: string
  /** How long, in a sentence. */
  until: string
  /** How much of it there is about someone; left out where that cannot be told. */
  count?: (keeper: Keeper, id: string) => number
  /** Deletes all of it; left out where it cannot be deleted, and `until` says why. */
  forget?: (keeper: Keeper, id: string) => void
}

export const kept: readonly Kept[] = [
  {
    whose: 'person',
    what: 'Reports of errors',
    why: 'Your user id, which fact you reported, what you wrote, when, and what you were answered, so that the fact can be mended and you can be told.',
    until: 'Until you delete them.',
    count: ({ state }, id) => state.reports.countOf(id),
    forget: ({ state }, id) => void state.reports.deleteOf(id),
  },
  {
    whose: 'person',
    what: 'Cards posted with Find facts',
    why: 'Your user id and the id of the message, so that you can delete the card and turn its pages.',
    until:
      'Thirty days, and of the latest fifty thousand; older ones go with the next such card. Without them, only a moderator can delete the cards.',
    count: ({ postedCards }, id) => postedCards.countOf(id),
    forget: ({ postedCards }, id) => postedCards.deleteOf(id),
  },
  {
    whose: 'person',
    what: 'What you do with /admin',
    why: 'Your user id, what you did or tried, when, how often and in which server, so that those who host Entente can see who changed the facts. Most people never use /admin.',
    until: 'It stays, since a trail that can be deleted proves nothing.',
    count: ({ state }, id) => state.deedsBy(id),
  },
  {
    whose: 'person',
    what: 'How much you ask just now',
    why: 'Your user id and one time, for the limit on how many answers a person gets in a short time.',
    until: 'In memory alone: it goes after half a minute, with the next answer to anyone.',
  },
  {
    whose: 'server',
    what: 'Settings',
    why: 'The id of the server, what was chosen in /settings, and on which day the server last used Entente. A server that has chosen nothing is not kept.',
    until:
      'Until it is deleted here or reset in /settings, or Entente has run on 180 days without the server using it.',
    count: ({ servers }, id) => Number(servers.hasChosen(id)),
    forget: ({ servers }, id) => servers.forget(id),
  },
  {
    whose: 'server',
    what: 'The server with /admin',
    why: 'The id of the one server to which those who host Entente may have kept /admin.',
    until: 'Until they choose another one.',
  },
]

/** What is true of everything that is kept, and what is not kept. */
export const assurances: readonly { what: string; why: string }[] = [
  {
    what: 'Not kept',
    why: 'No names of people, no messages, no lists of members, and nothing that you type but what stands above and below. Entente cannot read what is written in a channel; it gets what you give to a command, and a message only when you choose it under Apps.',
  },
  {
    what: 'Names that were not found',
    why: 'A name that was looked for and not found is counted, by day and for thirty days on which Entente runs, so that it can be added. Who looked for it is not kept.',
  },
  {
    what: 'In memory',
    why: 'The ids of what was pressed, typed and chosen last, so that what Discord delivers twice is done once; the ids of messages from which a card was posted, and which card, so that a double press posts it once; who used for on whom, by user id, so that nobody is pinged twice within ten minutes; which fact was last shown in a channel, and which channels are threads; what was typed where names complete, without who typed it, so that the same choices come faster the next time. Of each at most the latest ten thousand, and all of it goes at a restart.',
  },
  {
    what: 'The log',
    why: 'One line for each command, press, form or list of choices: the id that Discord gave it, which command, how long it took and how it ended. Lines about /admin name the user and the server by id. Those who host Entente keep it for as long as they choose.',
  },
  {
    what: 'Copies',
    why: 'What is kept is copied at each start and each day, and the last seven copies stay. So what you delete is gone from the copies too after seven days, while Entente runs.',
  },
  {
    what: 'In Discord',
    why: 'A posted card is a message like any other: it stays in its channel until it is deleted there. Delete under the card does that.',
  },
]

/** Deletes all that can be deleted of a person or a server. */
export function forget(whose: Kept['whose'], keeper: Keeper, id: string): void {
  for (const one of kept) if (one.whose === whose) one.forget?.(keeper, id)
}

/** Whether anything is kept of a person or a server that can be deleted. */
export function canForget(whose: Kept['whose'], keeper: Keeper, id: string): boolean {
  return kept.some((one) => one.whose === whose && one.forget && (one.count?.(keeper, id) ?? 1) > 0)
}

/** docs/privacy.md. */
export function describeKept(): string {
  const part = (whose: Kept['whose']) =>
    kept
      .filter((one) => one.whose === whose)
      .map(({ what, why, until }) => `**${what}.** ${why} ${until}`)
      .join('\n\n')
  return `# Privacy

What Entente keeps about people and servers, and how to have it deleted. \`/privacy\` says the same in Discord, with what is kept about you just now and a button that deletes it.

## About you

${part('person')}

## About your server

${part('server')}

## For everyone

${assurances.map(({ what, why }) => `**${what}.** ${why}`).join('\n\n')}

Written by \`npm run docs:privacy\` from [src/db/personal-data.ts](../src/db/personal-data.ts).
`
}
