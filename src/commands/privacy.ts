// /privacy: what is kept about whoever asks and about the server, in plain words, and buttons that delete it.
import { PermissionFlagsBits } from 'discord.js'
import { privacyCard } from '../cards/user/privacy-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, UserError, type CommandContext } from '../core/command.ts'
import {
  privacyNotes,
  hasDeletableData,
  deletePersonalData,
  personalData,
  type PersonalDataEntry,
} from '../db/personal-data.ts'

/** The id of a person or server for the one who asks, or undefined outside of servers. */
function subjectId(
  subject: PersonalDataEntry['subject'],
  { user, channel }: CommandContext,
): string | undefined {
  return subject === 'user' ? user.id : channel.guildId
}

function canDelete(subject: PersonalDataEntry['subject'], { channel }: CommandContext): boolean {
  return subject === 'user' || channel.memberHas(PermissionFlagsBits.ManageGuild)
}

function renderPrivacyCard(context: CommandContext): Card {
  const entries = personalData.flatMap(({ subject, title, purpose, retention, count }) => {
    const id = subjectId(subject, context)
    return id === undefined ? [] : [{ subject, title, purpose, retention, count: count?.(context, id) }]
  })
  const deletable = (['user', 'guild'] as const).flatMap((subject) => {
    const id = subjectId(subject, context)
    return id !== undefined && canDelete(subject, context)
      ? [{ subject, any: hasDeletableData(subject, context, id) }]
      : []
  })
  return privacyCard({ entries, privacyNotes, deletable })
}

export default defineCommand({
  name: 'privacy',
  description: 'What is kept about you and this server, and a button that deletes it',
  options: {},
  run: (_options, context) => ({ type: 'reply', card: renderPrivacyCard(context), ephemeral: true }),

  onComponent({ args: [subject] }, context) {
    if (subject !== 'user' && subject !== 'guild')
      throw new UserError('This button is no longer in use.', 'Type /privacy to see what is kept.')
    const id = subjectId(subject, context)
    if (id === undefined || !canDelete(subject, context))
      throw new UserError(
        'Only members with the permission “Manage Server” may delete what is kept about a server.',
        'Ask one of them to type /privacy.',
      )
    deletePersonalData(subject, context, id)
    return { type: 'update', card: renderPrivacyCard(context) }
  },
})
