// The card of /privacy: what is stored about the user and the guild, and buttons that delete it.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'

export interface PrivacyEntry {
  subject: 'user' | 'guild'
  title: string
  purpose: string
  retention: string
  /** How many there are; undefined if they are not counted. */
  count: number | undefined
}

export interface PrivacyCardOptions {
  entries: readonly PrivacyEntry[]
  privacyNotes: readonly { title: string; purpose: string }[]
  /** Whose data the user may delete, and whether there is any. */
  deletable: readonly { subject: PrivacyEntry['subject']; hasData: boolean }[]
}

const headings = { user: 'About you', guild: 'About this server' }
const labels = { user: 'Delete my data', guild: "Delete this server's data" }

export function privacyCard({ entries, privacyNotes, deletable }: PrivacyCardOptions): Card {
  const sections = [...Map.groupBy(entries, ({ subject }) => subject)].map(([subject, own]) => ({
    name: headings[subject],
    value: own.map(formatEntry).join('\n'),
  }))
  const embed = new EmbedBuilder()
    .setTitle('Data Entente stores')
    .addFields(sections)
    .addFields(privacyNotes.map(({ title, purpose }) => ({ name: title, value: purpose })))
  const buttons = deletable.map(({ subject, hasData }) =>
    button(ButtonStyle.Danger, labels[subject], packCustomId('privacy', subject)).setDisabled(!hasData),
  )
  const canDelete = deletable.some(({ hasData }) => hasData)
  return {
    content: canDelete
      ? 'Everything Entente stores, in plain words. The buttons below delete what can be deleted.'
      : 'Everything Entente stores, in plain words. You have nothing to delete right now.',
    embeds: [embed.toJSON()],
    components: buttonRow(...buttons),
  }
}

function formatEntry({ title, purpose, retention, count }: PrivacyEntry): string {
  const now = count === undefined ? '' : ` Currently: ${count}.`
  return `**${title}.** ${purpose} ${retention}${now}`
}
