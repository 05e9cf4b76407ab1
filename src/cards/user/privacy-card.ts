// The card of /privacy: what is kept about whoever asks and about the server, and buttons that delete it.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'

export interface PrivacyEntry {
  whose: 'person' | 'server'
  what: string
  why: string
  until: string
  /** How much of it there is; undefined where that cannot be told. */
  count: number | undefined
}

export interface PrivacyCardOptions {
  entries: readonly PrivacyEntry[]
  assurances: readonly { what: string; why: string }[]
  /** Whose data the asker may delete, and whether there is any. */
  deletable: readonly { whose: PrivacyEntry['whose']; any: boolean }[]
}

const headings = { person: 'About you', server: 'About this server' }
const labels = { person: 'Delete what is kept about me', server: 'Delete what is kept about this server' }

export function privacyCard({ entries, assurances, deletable }: PrivacyCardOptions): Card {
  const parts = [...Map.groupBy(entries, ({ whose }) => whose)].map(([whose, own]) => ({
    name: headings[whose],
    value: own.map(writeEntry).join('\n'),
  }))
  const embed = new EmbedBuilder()
    .setTitle('What Entente keeps')
    .addFields(parts)
    .addFields(assurances.map(({ what, why }) => ({ name: what, value: why })))
  const buttons = deletable.map(({ whose, any }) =>
    button(ButtonStyle.Danger, labels[whose], packCustomId('privacy', whose)).setDisabled(!any),
  )
  const any = deletable.some((one) => one.any)
  return {
    content: any
      ? 'All that I keep, in plain words. The buttons below delete what can be deleted.'
      : 'All that I keep, in plain words. Just now there is nothing that you could delete.',
    embeds: [embed.toJSON()],
    rows: buttonRow(...buttons),
  }
}

function writeEntry({ what, why, until, count }: PrivacyEntry): string {
  const now = count === undefined ? '' : count === 0 ? ' Just now: none.' : ` Just now: ${count}.`
  return `**${what}.** ${why} ${until}${now}`
}
