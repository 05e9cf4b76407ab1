// What Entente stores about users and servers: the one list behind /privacy and docs/privacy.md. Everything that is
// stored anywhere has an accurate entry here.
import type { PersonalDataStores } from '../core/stores.ts'

export interface PersonalDataEntry {
  /** Whose data it is: a user's or a server's, by its id. */
  subject: 'user' | 'guild'
  title: string
  /** What is stored and why, in sentences. */
  purpose: string
  /** For how long, in a sentence. */
  retention: string
  /** How many entries there are; left out if they cannot be counted. */
  count?: (stores: PersonalDataStores, id: string) => number | Promise<number>
  /** Deletes all of it; left out if it cannot be deleted, and `retention` says why. */
  deletePersonalData?: (stores: PersonalDataStores, id: string) => Promise<unknown>
}

export const personalData: readonly PersonalDataEntry[] = [
  {
    subject: 'user',
    title: 'Error reports',
    purpose:
      'Your user id, the fact you reported, your message, the time, and the answer sent to you, so that the operators can correct the fact and reply to you.',
    retention: 'Stored until you delete them.',
    count: ({ reports }, id) => reports.countByUser(id),
    deletePersonalData: ({ reports }, id) => reports.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Cards posted with Find facts and Check claims',
    purpose: 'Your user id and the id of the message, so that you can delete the card and turn its pages.',
    retention:
      'Stored for 30 days, and only for the latest 50,000 cards; older entries are deleted when the next such card is posted. Once the entry is gone, only a moderator can delete the card.',
    count: ({ postedCards }, id) => postedCards.countByUser(id),
    deletePersonalData: ({ postedCards }, id) => postedCards.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Answers in the quiz',
    purpose:
      'Your user id, the id of the message, and your choices in a round of /quiz, so that each player answers once, also over a restart, and the result of the round can be shown.',
    retention: 'Deleted when someone answers in a round that began a day or more later.',
    count: ({ quiz }, id) => quiz.countByUser(id),
    deletePersonalData: ({ quiz }, id) => quiz.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Scores of the quiz',
    purpose:
      'Your user id, the id of the server and the number of your right answers in a week, only in servers that have switched scores on in /settings.',
    retention:
      'Stored until you delete them, until the server deletes its data, or for 60 days on which Entente runs.',
    count: ({ quiz }, id) => quiz.scores.countByUser(id),
    deletePersonalData: ({ quiz }, id) => quiz.scores.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Fact of the day',
    purpose:
      'If you switched it on or changed it with /daily, your user id, so that you can be told in a direct message when it can no longer be posted.',
    retention:
      'Stored until you delete it, until it stops or someone else changes it, until the server deletes its data, or until Entente has run for 180 days without posting it. The facts go on without it; nobody is then told.',
    count: ({ dailyFacts }, id) => dailyFacts.countByUser(id),
    deletePersonalData: ({ dailyFacts }, id) => dailyFacts.deleteByUser(id),
  },
  {
    subject: 'user',
    title: 'Audit log of /admin',
    purpose:
      'Your user id, what you did or tried to do, when, how often and in which server, so that the operators can see who changed the facts. Most people never use /admin.',
    retention:
      'Stored permanently, because an audit log is only useful if nobody can delete entries. If you are not an operator, ask the operators to delete the entries about what you tried.',
    count: ({ auditLog }, id) => auditLog.countByUser(id),
  },
  {
    subject: 'user',
    title: 'Rate limit',
    purpose: 'Your user id and one timestamp, to limit how many requests you can make in a short time.',
    retention:
      'Held in memory only. After about half a minute, it is cleared by the next request from anyone.',
  },
  {
    subject: 'guild',
    title: 'Settings',
    purpose:
      'The id of the server, the settings chosen in /settings, and the day on which the server last used Entente. Nothing is stored about a server that has never changed a setting.',
    retention:
      'Stored until someone deletes them here or resets them in /settings, or until Entente has run for 180 days without the server using it.',
    count: ({ guildSettings }, id) => Number(guildSettings.hasCustomSettings(id)),
    deletePersonalData: ({ guildSettings }, id) => guildSettings.delete(id),
  },
  {
    subject: 'guild',
    title: 'Quiz',
    purpose:
      'The id of the server, which questions were asked there, so that none comes twice in 30 days, and the scores of its players if it has switched them on.',
    retention:
      'Questions are stored for 30 days on which Entente runs, and scores for 60, or until someone deletes them here.',
    count: ({ quiz }, id) => quiz.scores.countByGuild(id),
    deletePersonalData: ({ quiz }, id) => quiz.scores.deleteByGuild(id),
  },
  {
    subject: 'guild',
    title: 'Fact of the day',
    purpose:
      'The id of the server and of the channel, the hour and the time zone chosen with /daily, when the next post is due and the last one was, why it stopped, and which facts were told, so that none is told twice. Nothing is stored about a server that has never used /daily.',
    retention:
      'Stored until someone deletes it here, which also ends the posts, or until Entente has run for 180 days without posting it.',
    count: ({ dailyFacts }, id) => dailyFacts.countByGuild(id),
    deletePersonalData: ({ dailyFacts }, id) => dailyFacts.deleteByGuild(id),
  },
  {
    subject: 'guild',
    title: 'The server with /admin',
    purpose: 'If the operators have registered /admin in one server only, the id of that server.',
    retention: 'Stored until they choose another server or none.',
  },
]

/** What applies to everything that is stored, and what is not stored. */
export const privacyNotes: readonly { title: string; purpose: string }[] = [
  {
    title: 'Not stored',
    purpose:
      'No usernames, no messages, no member lists, and nothing you type except what is listed here. Entente cannot read channels. It receives what you enter in a command, and a message only when you use one of its commands in the Apps menu of that message.',
  },
  {
    title: 'Searches without a result',
    purpose:
      'Names that were not found are counted per day, and the counts are deleted after 30 days on which Entente ran. They show the operators which names to add. Who searched is not stored.',
  },
  {
    title: 'Long searches, questions and claims',
    purpose:
      'What is too long for the buttons of a card, so that the buttons work: the words of a search or a question, and what a sentence claims, in words of Entente. It is deleted once nobody has used it for 30 days on which Entente ran, and only the latest 20,000 are stored. Who asked is not stored.',
  },
  {
    title: 'In memory',
    purpose:
      'The ids of recent interactions, so that an interaction that Discord delivers twice is handled once; which card was posted from which message, by message id, so that a double click posts it once; which user pinged which other user with a card, by user id, so that nobody is pinged twice by the same person within ten minutes; which fact was last shown in a channel; which channels are threads; and what was typed in autocomplete, but not by whom, so that the same suggestions appear faster the next time. At most the latest 10,000 of each are held, and a restart clears them all. Where Entente runs on several machines, hashes of the actions that must not be repeated are also stored in their database: of a ping for ten minutes, of others for a day.',
  },
  {
    title: 'The log',
    purpose:
      'One line for each command, button, menu, modal or autocomplete request: its id, the command, how long it took and its outcome; and one for each fact of the day: the fact and the outcome, or, if it could not be posted, the id of the server and why. Lines about /admin contain the ids of the user and the server. The operators decide how long the log is retained.',
  },
  {
    title: 'Backups',
    purpose:
      'The database is backed up once a day and before an upgrade changes it, and the last seven backups are retained. What you delete therefore also disappears from the backups once seven more have been made. Where Entente runs on several machines, the operators make the backups, and keep them for no more than seven days.',
  },
  {
    title: 'Sharing',
    purpose:
      'The operators (the owner or the team of this application in Discord, and whom they name) read the reports and the audit log. Entente connects to Discord and to nothing else, and gives no data to anyone else; nothing is sold, used for advertising or used to train models.',
  },
  {
    title: 'Your requests',
    purpose:
      '/privacy shows what is stored about you and deletes it; if you manage a server, also what is stored about that server. For anything else, such as a copy or a correction of what is stored about you, ask the operators. Removing Entente from a server deletes no posted cards, and no data at once: the retention above applies.',
  },
  {
    title: 'In Discord',
    purpose:
      'Entente posts only when someone uses a command, and, in servers that have switched it on with /daily, one fact a day. A posted card is an ordinary message: it stays in its channel until someone deletes it there, for example with the Delete button below the card.',
  },
]

/** Deletes all data of a user or a server that can be deleted. */
export async function deletePersonalData(
  subject: PersonalDataEntry['subject'],
  stores: PersonalDataStores,
  id: string,
): Promise<void> {
  for (const entry of personalData)
    if (entry.subject === subject) await entry.deletePersonalData?.(stores, id)
}

/** Whether anything is stored about a user or a server that can be deleted. */
export async function hasDeletableData(
  subject: PersonalDataEntry['subject'],
  stores: PersonalDataStores,
  id: string,
): Promise<boolean> {
  for (const { subject: whose, count, deletePersonalData } of personalData)
    if (whose === subject && deletePersonalData && ((await count?.(stores, id)) ?? 1) > 0) return true
  return false
}

/** The text of docs/privacy.md. */
export function renderPrivacyDoc(): string {
  const section = (subject: PersonalDataEntry['subject']) =>
    personalData
      .filter((entry) => entry.subject === subject)
      .map(({ title, purpose, retention }) => `**${title}.** ${purpose} ${retention}`)
      .join('\n\n')
  return `# Privacy

What Entente stores about users and servers, and how to delete it. \`/privacy\` shows the same list in Discord, with the number of entries about you and a button that deletes them. The [terms](terms.md) say who the operators are and how to reach them.

## About you

${section('user')}

## About your server

${section('guild')}

## For everyone

${privacyNotes.map(({ title, purpose }) => `**${title}.** ${purpose}`).join('\n\n')}

Generated by \`npm run docs:privacy\` from [src/db/personal-data.ts](../src/db/personal-data.ts).
`
}
