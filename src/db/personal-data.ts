// What Entente stores about users and servers: the one list behind /privacy and docs/privacy.md. Whatever is stored
// anywhere has its entry here, true word for word.
import type { PersonalDataStores } from '../core/stores.ts'

export interface PersonalDataEntry {
  /** Whose data it is: a user's or a server's, by its id. */
  subject: 'user' | 'guild'
  title: string
  /** What is stored and why, in sentences. */
  purpose: string
  /** For how long, in a sentence. */
  retention: string
  /** How much of it there is; left out where that cannot be counted. */
  count?: (stores: PersonalDataStores, id: string) => number
  /** Deletes all of it; left out where it cannot be deleted, and `retention` says why. */
  deletePersonalData?: (stores: PersonalDataStores, id: string) => void
}

export const personalData: readonly PersonalDataEntry[] = [
  {
    subject: 'user',
    title: 'Error reports',
    purpose:
      'Your user id, the fact you reported, your message, the time and the answer you were sent, so that the fact can be corrected and we can get back to you.',
    retention: 'Until you delete them.',
    count: ({ reports }, id) => reports.countByUser(id),
    deletePersonalData: ({ reports }, id) => void reports.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Cards posted with Find facts',
    purpose: 'Your user id and the id of the message, so that you can delete the card and turn its pages.',
    retention:
      'Thirty days, and only for the latest fifty thousand cards; older entries are deleted when the next such card is posted. Without an entry, only a moderator can delete the card.',
    count: ({ postedCards }, id) => postedCards.countByUser(id),
    deletePersonalData: ({ postedCards }, id) => postedCards.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Audit log of /admin',
    purpose:
      'Your user id, what you did or tried, when, how often and in which server, so that those who host Entente can see who changed the facts. Most people never use /admin.',
    retention: 'Permanently, since a log that can be deleted proves nothing.',
    count: ({ auditLog }, id) => auditLog.countByUser(id),
  },
  {
    subject: 'user',
    title: 'Rate limit',
    purpose: 'Your user id and one timestamp, to limit how many responses you get in a short time.',
    retention: 'In memory only, until the next response to anyone after half a minute.',
  },
  {
    subject: 'guild',
    title: 'Settings',
    purpose:
      'The id of the server, what was chosen in /settings, and the day on which the server last used Entente. Nothing is stored about a server that has chosen nothing.',
    retention:
      'Until they are deleted here or reset in /settings, or Entente has run on 180 days without the server using it.',
    count: ({ guildSettings }, id) => Number(guildSettings.hasCustomSettings(id)),
    deletePersonalData: ({ guildSettings }, id) => guildSettings.delete(id),
  },
  {
    subject: 'guild',
    title: 'The server with /admin',
    purpose: 'The id of the one server in which those who host Entente may have registered /admin.',
    retention: 'Until they choose another one.',
  },
]

/** What is true of everything that is stored, and what is not stored. */
export const privacyNotes: readonly { title: string; purpose: string }[] = [
  {
    title: 'Not stored',
    purpose:
      'No names of people, no messages, no member lists, and nothing you type except what is listed here. Entente cannot read channels; it receives what you enter in a command, and a message only when you choose it under Apps.',
  },
  {
    title: 'Searches without a result',
    purpose:
      'A name that was not found is counted, by day and for thirty days on which Entente runs, so that it can be added. Who searched for it is not stored.',
  },
  {
    title: 'In memory',
    purpose:
      'The ids of recent interactions, so that one that Discord delivers twice is handled once; the ids of messages from which a card was posted, and which card, so that a double click posts it once; who mentioned whom with a card, by user id, so that nobody is pinged twice within ten minutes; which fact was last shown in a channel, and which channels are threads; and what was typed in autocomplete, without who typed it, so that the same choices come faster the next time. Of each, at most the latest ten thousand are in memory, and a restart clears them all.',
  },
  {
    title: 'The log',
    purpose:
      'One line for each command, button, menu, modal or autocomplete request: its id, the command, how long it took and how it ended. Lines about /admin contain the ids of the user and the server. Those who host Entente decide how long the log is retained.',
  },
  {
    title: 'Backups',
    purpose:
      'The database is backed up at each start and each day, and the last seven backups are retained. So what you delete is gone from the backups too after seven days, while Entente runs.',
  },
  {
    title: 'In Discord',
    purpose:
      'A posted card is a message like any other: it stays in its channel until it is deleted there. Delete under the card does that.',
  },
]

/** Deletes all data of a user or a server that can be deleted. */
export function deletePersonalData(
  subject: PersonalDataEntry['subject'],
  stores: PersonalDataStores,
  id: string,
): void {
  for (const entry of personalData) if (entry.subject === subject) entry.deletePersonalData?.(stores, id)
}

/** Whether anything is stored about a user or a server that can be deleted. */
export function hasDeletableData(
  subject: PersonalDataEntry['subject'],
  stores: PersonalDataStores,
  id: string,
): boolean {
  return personalData.some(
    (entry) => entry.subject === subject && entry.deletePersonalData && (entry.count?.(stores, id) ?? 1) > 0,
  )
}

/** The text of docs/privacy.md. */
export function renderPrivacyDoc(): string {
  const section = (subject: PersonalDataEntry['subject']) =>
    personalData
      .filter((entry) => entry.subject === subject)
      .map(({ title, purpose, retention }) => `**${title}.** ${purpose} ${retention}`)
      .join('\n\n')
  return `# Privacy

What Entente stores about users and servers, and how to have it deleted. \`/privacy\` says the same in Discord, with how much is stored about you and a button that deletes it.

## About you

${section('user')}

## About your server

${section('guild')}

## For everyone

${privacyNotes.map(({ title, purpose }) => `**${title}.** ${purpose}`).join('\n\n')}

Generated by \`npm run docs:privacy\` from [src/db/personal-data.ts](../src/db/personal-data.ts).
`
}
