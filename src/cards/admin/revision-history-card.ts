// The revisions of the facts, newest first: which is live, when and by whom each was built, and from what.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { HistoryEntry } from '../../revisions/revision-service.ts'
import type { AuditEntry } from '../../db/audit-log.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { formatContentCounts } from './revision-diff-text.ts'
import { adminColor } from './revision-diff-card.ts'
import { truncate, limits } from '../shared/discord-limits.ts'

const revisionsOnAPage = 8

export function historyCard(
  entries: readonly HistoryEntry[],
  trail: readonly AuditEntry[],
  asked: number,
): Card {
  const pages = Math.max(1, Math.ceil(entries.length / revisionsOnAPage))
  const page = Math.min(asked, pages - 1)
  const shown = entries.slice(page * revisionsOnAPage, (page + 1) * revisionsOnAPage)
  const live = entries.find((entry) => entry.live)
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle('Revisions of the facts')
    .setDescription(shown.map(writeEntry).join('\n\n') || 'There is none yet.')
  if (page === 0 && trail.length > 0) {
    const lines = trail.map(({ at, who, deed, detail, times }) => {
      const count = times > 1 ? `, ${times} times` : ''
      return truncate(`${time(at)} ${writeWho(who)}: ${escapeMarkdown(`${deed}${count}, ${detail}`)}`, 190)
    })
    embed.addFields({ name: 'Recent actions', value: truncate(lines.join('\n'), limits.fieldValue) })
  }
  if (pages > 1) embed.setFooter({ text: `page ${page + 1} of ${pages}` })
  const turn = (label: string, to: number) =>
    button(ButtonStyle.Secondary, label, packCustomId('admin', 'history', to)).setDisabled(
      to < 0 || to >= pages,
    )
  return {
    content: live
      ? `Revision ${live.number} of ${entries.length} is live${live.pinnedByRollback ? ', chosen by an undo' : ''}.`
      : 'No revision is live.',
    embeds: [embed.toJSON()],
    components: pages > 1 ? buttonRow(turn('Previous', page - 1), turn('Next', page + 1)) : [],
  }
}

/** "7 · 2026-06-01 · 342 facts", as a choice of autocomplete. */
export function revisionLine({ number, builtAt, facts }: HistoryEntry): string {
  return `${number} · ${builtAt.slice(0, 16).replace('T', ' ')} UTC · ${facts} facts`
}

function writeEntry(entry: HistoryEntry): string {
  const { number, hash, builtAt, builtBy, builtFrom, live, hasFile, pinnedByRollback } = entry
  const marks = [
    live && (pinnedByRollback ? '**live**, chosen by an undo' : '**live**'),
    !hasFile && 'no longer kept',
  ]
  return [
    [`**Revision ${number}**`, ...marks.filter(Boolean)].join(' · '),
    `${time(builtAt)} by ${writeWho(builtBy)} from ${builtFrom} · ${formatContentCounts(entry)} · \`${hash.slice(0, 16)}\``,
  ].join('\n')
}

function writeWho(who: string): string {
  return /^\d{17,20}$/.test(who) ? `<@${who}>` : who
}

function time(iso: string): string {
  return `<t:${Math.floor(Date.parse(iso) / 1000)}:f>`
}
