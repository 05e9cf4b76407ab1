// The card of /privacy: title is kept about whoever asks and about the server, and buttons that delete it.
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
  /** How much of it there is; undefined where that cannot be told. */
  count: number | undefined
}

export interface PrivacyCardOptions {
  entries: readonly PrivacyEntry[]
  privacyNotes: readonly { title: string; purpose: string }[]
  /** Whose data the asker may delete, and whether there is any. */
  deletable: readonly { subject: PrivacyEntry['subject']; any: boolean }[]
}

const headings = { user: 'About you', guild: 'About this server' }
const labels = { user: 'Delete my data', guild: "Delete this server's data" }

export function privacyCard({ entries, privacyNotes, deletable }: PrivacyCardOptions): Card {
  const parts = [...Map.groupBy(entries, ({ subject }) => subject)].map(([subject, own]) => ({
    name: headings[subject],
    value: own.map(writeEntry).join('\n'),
  }))
  const embed = new EmbedBuilder()
    .setTitle('Data Entente stores')
    .addFields(parts)
    .addFields(privacyNotes.map(({ title, purpose }) => ({ name: title, value: purpose })))
  const buttons = deletable.map(({ subject, any }) =>
    button(ButtonStyle.Danger, labels[subject], packCustomId('privacy', subject)).setDisabled(!any),
  )
  const any = deletable.some((one) => one.any)
  return {
    content: any
      ? 'Everything Entente stores, in plain words. The buttons below delete what can be deleted.'
      : 'Everything Entente stores, in plain words. You have nothing to delete right now.',
    embeds: [embed.toJSON()],
    components: buttonRow(...buttons),
  }
}

function writeEntry({ title, purpose, retention, count }: PrivacyEntry): string {
  const now = count === undefined ? '' : count === 0 ? ' Currently: 0.' : ` Currently: ${count}.`
  return `**${title}.** ${purpose} ${retention}${now}`
}
