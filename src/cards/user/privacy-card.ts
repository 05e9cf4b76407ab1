// The card of /privacy: title is kept about whoever asks and about the server, and buttons that delete it.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'

export interface PrivacyEntry {
  subject: 'person' | 'server'
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

const headings = { person: 'About you', server: 'About this server' }
const labels = { person: 'Delete what is kept about me', server: 'Delete what is kept about this server' }

export function privacyCard({ entries, privacyNotes, deletable }: PrivacyCardOptions): Card {
  const parts = [...Map.groupBy(entries, ({ subject }) => subject)].map(([subject, own]) => ({
    name: headings[subject],
    value: own.map(writeEntry).join('\n'),
  }))
  const embed = new EmbedBuilder()
    .setTitle('What Entente keeps')
    .addFields(parts)
    .addFields(privacyNotes.map(({ title, purpose }) => ({ name: title, value: purpose })))
  const buttons = deletable.map(({ subject, any }) =>
    button(ButtonStyle.Danger, labels[subject], packCustomId('privacy', subject)).setDisabled(!any),
  )
  const any = deletable.some((one) => one.any)
  return {
    content: any
      ? 'All that I keep, in plain words. The buttons below delete what can be deleted.'
      : 'All that I keep, in plain words. Just now there is nothing that you could delete.',
    embeds: [embed.toJSON()],
    components: buttonRow(...buttons),
  }
}

function writeEntry({ title, purpose, retention, count }: PrivacyEntry): string {
  const now = count === undefined ? '' : count === 0 ? ' Just now: none.' : ` Just now: ${count}.`
  return `**${title}.** ${purpose} ${retention}${now}`
}
