// The revisions of the facts, newest first: which is live, when and by whom each was built, and from what.
import { EmbedBuilder } from '@discordjs/builders'
import { escapeMarkdown, time, TimestampStyles, userMention } from 'discord.js'
import type { Card } from '../../core/card.ts'
import { packCustomId } from '../../core/custom-id.ts'
import type { AuditEntry } from '../../db/audit-log.ts'
import type { HistoryEntry } from '../../revisions/revision-service.ts'
import { buttonRow } from '../shared/components.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { pageLabel, pageOf, turnButtons } from '../shared/pagination.ts'
import { adminColor } from './revision-diff-card.ts'
import { formatContentCounts } from './revision-diff-text.ts'

const revisionsPerPage = 8
/** So that the five actions of the first page fit into one field. */
const maxActionLength = 190

export function historyCard(
  entries: readonly HistoryEntry[],
  actions: readonly AuditEntry[],
  requestedPage: number,
): Card {
  const { items, page, count } = pageOf(entries, requestedPage, revisionsPerPage)
  const live = entries.find((entry) => entry.live)
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle('Revisions of the facts')
    .setDescription(items.map(formatEntry).join('\n\n') || 'There are none yet.')
  if (page === 0 && actions.length > 0) {
    const lines = actions.map((entry) => truncate(formatAction(entry), maxActionLength))
    embed.addFields({ name: 'Recent actions', value: truncate(lines.join('\n'), limits.fieldValue) })
  }
  const [label] = pageLabel(page, count)
  if (label !== undefined) embed.setFooter({ text: label })
  return {
    content: live
      ? `Revision ${live.number} of ${entries.length} is live${live.pinnedByRollback ? ', pinned by a rollback' : ''}.`
      : 'No revision is live.',
    embeds: [embed.toJSON()],
    components:
      count > 1
        ? buttonRow(...turnButtons(page, count, (target) => packCustomId('admin', 'history', target)))
        : [],
  }
}

/** "7 · 2026-06-01 12:00 UTC · 342 facts", as a choice of autocomplete. */
export function revisionLine({ number, builtAt, facts }: HistoryEntry): string {
  return `${number} · ${builtAt.slice(0, 16).replace('T', ' ')} UTC · ${facts} facts`
}

function formatEntry(entry: HistoryEntry): string {
  const { number, hash, builtAt, builtBy, builtFrom, live, hasFile, pinnedByRollback } = entry
  const marks = [
    live && (pinnedByRollback ? '**live**, pinned by a rollback' : '**live**'),
    !hasFile && 'file deleted',
  ]
  return [
    [`**Revision ${number}**`, ...marks.filter(Boolean)].join(' · '),
    `${formatTime(builtAt)} by ${formatActor(builtBy)} from ${builtFrom} · ${formatContentCounts(entry)} · \`${hash.slice(0, 16)}\``,
  ].join('\n')
}

function formatAction({ createdAt, actor, action, detail, count }: AuditEntry): string {
  const times = count > 1 ? `, ${count} times` : ''
  return `${formatTime(createdAt)} ${formatActor(actor)}: ${escapeMarkdown(`${action}${times}, ${detail}`)}`
}

function formatActor(actor: string): string {
  return /^\d{17,20}$/.test(actor) ? userMention(actor) : actor
}

function formatTime(iso: string): string {
  return time(new Date(iso), TimestampStyles.LongDateShortTime)
}
