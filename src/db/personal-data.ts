// What Entente keeps about people and servers: the one list behind /privacy and docs/privacy.md.
// Whatever is kept anywhere has its entry here, true word for word.
import type { CommandContext } from '../core/command.ts'

type PersonalDataStores = Pick<CommandContext, 'db' | 'guildSettings' | 'postedCards'>

export interface PersonalDataEntry {
  /** Whose it is: a person's, by user id, or a server's, by its id. */
  subject: 'user' | 'guild'
  /** What it is, as a heading. */
  title: string
  /** What of it is kept and why, in sentences. */
  purpose: string
  /** How long, in a sentence. */
  retention: string
  /** How much of it there is about someone; left out where that cannot be told. */
  count?: (keeper: PersonalDataStores, id: string) => number
  /** Deletes all of it; left out where it cannot be deleted, and `until` says why. */
  deletePersonalData?: (keeper: PersonalDataStores, id: string) => void
}

export const personalData: readonly PersonalDataEntry[] = [
  {
    subject: 'user',
    title: 'Reports of errors',
    purpose:
      'Your user id, which fact you reported, what you wrote, when, and what you were answered, so that the fact can be mended and you can be told.',
    retention: 'Until you delete them.',
    count: ({ db }, id) => db.reports.countByUser(id),
    deletePersonalData: ({ db }, id) => void db.reports.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Cards posted with Find facts',
    purpose: 'Your user id and the id of the message, so that you can delete the card and turn its pages.',
    retention:
      'Thirty days, and of the latest fifty thousand; older ones go with the next such card. Without them, only a moderator can delete the cards.',
    count: ({ postedCards }, id) => postedCards.countByUser(id),
    deletePersonalData: ({ postedCards }, id) => postedCards.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'What you do with /admin',
    purpose:
      'Your user id, what you did or tried, when, how often and in which server, so that those who host Entente can see who changed the facts. Most people never use /admin.',
    retention: 'It stays, since a trail that can be deleted proves nothing.',
    count: ({ db }, id) => db.countAuditBy(id),
  },
  {
    subject: 'user',
    title: 'Rate limit',
    purpose: 'Your user id and one time, for the limit on how many answers a person gets in a short time.',
    retention: 'In memory alone: it goes after half a minute, with the next answer to anyone.',
  },
  {
    subject: 'guild',
    title: 'Settings',
    purpose:
      'The id of the server, what was chosen in /settings, and on which day the server last used Entente. A server that has chosen nothing is not kept.',
    retention:
      'Until it is deleted here or reset in /settings, or Entente has run on 180 days without the server using it.',
    count: ({ guildSettings }, id) => Number(guildSettings.hasCustomSettings(id)),
    deletePersonalData: ({ guildSettings }, id) => guildSettings.delete(id),
  },
  {
    subject: 'guild',
    title: 'The server with /admin',
    purpose: 'The id of the one server to which those who host Entente may have kept /admin.',
    retention: 'Until they choose another one.',
  },
]

/** What is true of everything that is kept, and what is not kept. */
export const privacyNotes: readonly { title: string; purpose: string }[] = [
  {
    title: 'Not kept',
    purpose:
      'No names of people, no messages, no lists of members, and nothing that you type but what stands above and below. Entente cannot read what is written in a channel; it gets what you give to a command, and a message only when you choose it under Apps.',
  },
  {
    title: 'Names that were not found',
    purpose:
      'A name that was looked for and not found is counted, by day and for thirty days on which Entente runs, so that it can be added. Who looked for it is not kept.',
  },
  {
    title: 'In memory',
    purpose:
      'The ids of what was pressed, typed and chosen last, so that what Discord delivers twice is done once; the ids of messages from which a card was posted, and which card, so that a double press posts it once; who used for on whom, by user id, so that nobody is pinged twice within ten minutes; which fact was last shown in a channel, and which channels are threads; what was typed where names complete, without who typed it, so that the same choices come faster the next time. Of each at most the latest ten thousand, and all of it goes at a restart.',
  },
  {
    title: 'The log',
    purpose:
      'One line for each command, press, form or list of choices: the id that Discord gave it, which command, how long it took and how it ended. Lines about /admin name the user and the server by id. Those who host Entente keep it for as long as they choose.',
  },
  {
    title: 'Copies',
    purpose:
      'What is kept is copied at each start and each day, and the last seven copies stay. So what you delete is gone from the copies too after seven days, while Entente runs.',
  },
  {
    title: 'In Discord',
    purpose:
      'A posted card is a message like any other: it stays in its channel until it is deleted there. Delete under the card does that.',
  },
]

/** Deletes all that can be deleted of a person or a server. */
export function deletePersonalData(
  subject: PersonalDataEntry['subject'],
  keeper: PersonalDataStores,
  id: string,
): void {
  for (const one of personalData) if (one.subject === subject) one.deletePersonalData?.(keeper, id)
}

/** Whether anything is kept of a person or a server that can be deleted. */
export function hasDeletableData(
  subject: PersonalDataEntry['subject'],
  keeper: PersonalDataStores,
  id: string,
): boolean {
  return personalData.some(
    (one) => one.subject === subject && one.deletePersonalData && (one.count?.(keeper, id) ?? 1) > 0,
  )
}

/** docs/privacy.md. */
export function renderPrivacyDoc(): string {
  const part = (subject: PersonalDataEntry['subject']) =>
    personalData
      .filter((one) => one.subject === subject)
      .map(({ title, purpose, retention }) => `**${title}.** ${purpose} ${retention}`)
      .join('\n\n')
  return `# Privacy

What Entente keeps about people and servers, and how to have it deleted. \`/privacy\` says the same in Discord, with what is kept about you just now and a button that deletes it.

## About you

${part('user')}

## About your server

${part('guild')}

## For everyone

${privacyNotes.map(({ title, purpose }) => `**${title}.** ${purpose}`).join('\n\n')}

Written by \`npm run docs:privacy\` from [src/db/personal-data.ts](../src/db/personal-data.ts).
`
}
