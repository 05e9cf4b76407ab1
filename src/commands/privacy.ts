// /privacy: the data stored about the requester and the server, with buttons to delete it and all of it in full.
import { PermissionFlagsBits } from 'discord.js'
import { privacyCard, privacyDetailsCard, type PrivacyEntry } from '../cards/user/privacy-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import {
  privacyNotes,
  hasDeletableData,
  deletePersonalData,
  personalData,
  type PersonalDataEntry,
} from '../db/personal-data.ts'

/** The id of the requester or of their server; undefined outside servers. */
function subjectId(
  subject: PersonalDataEntry['subject'],
  { user, channel }: CommandContext,
): string | undefined {
  return subject === 'user' ? user.id : channel.guildId
}

function canDelete(subject: PersonalDataEntry['subject'], { channel }: CommandContext): boolean {
  return subject === 'user' || channel.memberHas(PermissionFlagsBits.ManageGuild)
}

async function countEntries(context: CommandContext): Promise<PrivacyEntry[]> {
  const entries: PrivacyEntry[] = []
  for (const { subject, title, purpose, retention, count } of personalData) {
    const id = subjectId(subject, context)
    if (id !== undefined)
      entries.push({ subject, title, purpose, retention, count: await count?.(context, id) })
  }
  return entries
}

async function renderPrivacyCard(context: CommandContext): Promise<Card> {
  const deletable: Parameters<typeof privacyCard>[0]['deletable'][number][] = []
  for (const subject of ['user', 'guild'] as const) {
    const id = subjectId(subject, context)
    if (id !== undefined && canDelete(subject, context))
      deletable.push({ subject, hasData: await hasDeletableData(subject, context, id) })
  }
  return privacyCard({ entries: await countEntries(context), deletable })
}

export default defineCommand({
  name: 'privacy',
  description: 'The data stored about you and this server, and buttons to delete it',
  options: {},
  run: async (_options, context) => ({
    type: 'reply',
    card: await renderPrivacyCard(context),
    ephemeral: true,
  }),

  async onComponent({ args: [subject, page] }, context) {
    if (subject === 'more') {
      const card = privacyDetailsCard(await countEntries(context), privacyNotes, Number(page ?? 0))
      return page === undefined ? { type: 'reply', card, ephemeral: true } : { type: 'update', card }
    }
    if (subject !== 'user' && subject !== 'guild')
      throw new UserError("That button isn't valid.", 'Type /privacy to see what is stored.')
    const id = subjectId(subject, context)
    if (id === undefined || !canDelete(subject, context))
      throw new UserError(
        "Only members with Manage Server can delete a server's data.",
        'Ask one of them to type /privacy.',
      )
    await deletePersonalData(subject, context, id)
    return { type: 'update', card: await renderPrivacyCard(context) }
  },
})
