// The revisions of the facts, newest first: which is live, when and by whom each was built, and from what.
import { escapeMarkdown, time, TimestampStyles, userMention } from 'discord.js'
import type { Card, Line, Section } from '../../core/card.ts'
import type { AuditEntry } from '../../db/audit-log.ts'
import type { HistoryEntry } from '../../revisions/revision-service.ts'
import { truncate } from '../shared/discord-limits.ts'
import { pageLabel, pageOf, paginationRow } from '../shared/pagination.ts'
import { adminColor } from './admin-color.ts'
import { formatContentCounts } from './revision-diff-text.ts'

const revisionsPerPage = 8
/** So that the five actions of the first page leave room for its revisions. */
const maxActionLength = 190

export function historyCard(
  entries: readonly HistoryEntry[],
  actions: readonly AuditEntry[],
  requestedPage: number,
): Card {
  const { items, page, count } = pageOf(entries, requestedPage, revisionsPerPage)
  const live = entries.find((entry) => entry.live)
  return {
    color: adminColor,
    heading: { text: 'Revisions of the facts' },
    verdict: {
      text: live
        ? `Revision ${live.number} of ${entries.length} is live${live.pinnedByRollback ? ', pinned by a rollback' : ''}.`
        : 'No revision is live.',
    },
    sections: [
      ...(items.length > 0 ? [{ lines: items.map(revisionEntry) }] : []),
      ...(page === 0 && actions.length > 0 ? [actionsSection(actions)] : []),
    ],
    notes: pageLabel(page, count),
    controls: paginationRow(page, count, (target) => ['admin', 'history', target]),
  }
}

/** "7 · 2026-06-01 12:00 UTC · 342 facts", as a choice of autocomplete. */
export function revisionLine({ number, builtAt, facts }: HistoryEntry): string {
  return `${number} · ${builtAt.slice(0, 16).replace('T', ' ')} UTC · ${facts} facts`
}

function revisionEntry(entry: HistoryEntry): Line {
  const { number, hash, builtAt, builtBy, builtFrom, live, hasFile } = entry
  return {
    label: `Revision ${number}${live ? ' (live)' : ''}`,
    text: [
      ...(hasFile ? [] : ['file deleted']),
      `${formatTime(builtAt)} by ${formatActor(builtBy)} from ${formatOrigin(builtFrom)}`,
      formatContentCounts(entry),
      `\`${hash.slice(0, 16)}\``,
    ].join(' · '),
  }
}

function actionsSection(actions: readonly AuditEntry[]): Section {
  return {
    heading: 'Recent actions',
    lines: actions.map((entry) => ({ text: truncate(formatAction(entry), maxActionLength) })),
  }
}

function formatAction({ createdAt, actor, action, detail, count }: AuditEntry): string {
  const times = count > 1 ? `, ${count} times` : ''
  return `${formatTime(createdAt)} ${formatActor(actor)}: ${escapeMarkdown(`${action}${times}, ${detail}`)}`
}

function formatActor(actor: string): string {
  if (/^\d{17,20}$/.test(actor)) return userMention(actor)
  return actor === 'start' ? 'the bot when it started' : actor
}

function formatOrigin(builtFrom: string): string {
  const origins: Record<string, string> = {
    files: 'the files of facts',
    import: 'an import',
    removal: 'the removal of an imported file',
  }
  return origins[builtFrom] ?? builtFrom
}

function formatTime(iso: string): string {
  return time(new Date(iso), TimestampStyles.LongDateShortTime)
}
