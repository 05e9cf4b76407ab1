// The health of the bot in one card: which checks fail, since when, and what to do.
import { time, TimestampStyles } from 'discord.js'
import type { Card, Line } from '../../core/card.ts'
import type { InteractionSummary } from '../../db/interaction-metrics.ts'
import type { ConnectionStatus, Shard } from '../../monitoring/health.ts'
import type { HealthStatus } from '../../monitoring/health-monitor.ts'
import { truncate } from '../shared/discord-limits.ts'
import { quoteUserInput } from '../shared/format.ts'
import { adminColor } from './admin-color.ts'

/** In characters, of the texts that have no bound of their own. */
const maxLength = { issue: 600, shards: 400, missedQueries: 700 }

export function statusCard(report: HealthStatus): Card {
  const issueLines = report.issues.map(({ check, since, message, fix }) => ({
    label: check,
    text: `since ${formatTime(since)}: ${truncate(message, maxLength.issue)} ${fix}`,
  }))
  return {
    color: adminColor,
    heading: { text: 'Status' },
    verdict: { text: summaryOf(report) },
    sections: [
      ...(issueLines.length > 0 ? [{ lines: issueLines, isBulleted: true }] : []),
      { lines: statusLines(report) },
    ],
  }
}

function statusLines(report: HealthStatus): Line[] {
  const { version, startedAt, connection, live, sizes, lastBackup, missedQueries, openReports } = report
  const facts = live && [
    `revision ${live.number}, built ${formatTime(new Date(live.builtAt))}`,
    ...(live.pinnedByRollback ? ['pinned by a rollback'] : []),
  ]
  const own = report.isShared
    ? ''
    : `, app.db ${formatBytes(sizes.app)}, backups ${formatBytes(sizes.backups)}`
  const missed = missedQueries.map(({ query, count }) => `${quoteUserInput(query)} ${count}×`).join(', ')
  return [
    { label: 'Version', text: `${version}, started ${formatTime(startedAt)}` },
    { label: 'Facts', text: facts?.join(', ') ?? 'none' },
    connectionLine(connection),
    { label: 'Last hour', text: formatInteractions(report.lastHour) },
    { label: 'Last day', text: formatInteractions(report.lastDay) },
    { label: 'Memory', text: formatBytes(report.memory) },
    {
      label: 'On disk',
      text: `revisions ${formatBytes(sizes.revisions)}${own}; ${formatBytes(sizes.free)} free`,
    },
    {
      label: 'Last backup',
      text: report.isShared
        ? 'up to you: the state is in PostgreSQL'
        : lastBackup
          ? `of app.db, ${formatTime(lastBackup)}`
          : 'none',
    },
    ...(openReports > 0 ? [{ label: 'User reports', text: `${openReports} open: type /admin reports` }] : []),
    ...(missed
      ? [{ label: 'Not found', text: `in the last 30 days: ${truncate(missed, maxLength.missedQueries)}` }]
      : []),
  ]
}

/** In the words of /readyz and the alerts. */
function summaryOf({ isReady, issues }: HealthStatus): string {
  if (issues.length === 0) return 'Healthy: every check passes.'
  const failing = issues.length === 1 ? '1 check fails' : `${issues.length} checks fail`
  return `${isReady ? 'Ready, but' : 'Not ready:'} ${failing}.`
}

function connectionLine(connection: ConnectionStatus): Line {
  if (connection.type === 'gateway') {
    const text = connection.shards.map(formatShard).join(' · ') || 'none'
    return { label: 'Shards', text: truncate(text, maxLength.shards) }
  }
  const { isListening, lastDelivery } = connection
  const last = lastDelivery ? `last delivery ${formatTime(lastDelivery)}` : 'no delivery yet'
  return { label: 'Interactions by HTTP', text: isListening ? last : 'not listening' }
}

function formatShard({ id, ready, latencyMs }: Shard): string {
  const latency = latencyMs === undefined ? 'no heartbeat yet' : `${Math.round(latencyMs)} ms`
  return `${id}: ${ready ? latency : 'not connected'}`
}

function formatInteractions({ interactions, failures, p50, p99 }: InteractionSummary): string {
  const quantiles =
    p50 === undefined || p99 === undefined
      ? ''
      : `; half took at most ${formatMilliseconds(p50)}, 99% at most ${formatMilliseconds(p99)}`
  return `${interactions} ${interactions === 1 ? 'interaction' : 'interactions'}, ${failures} failed${quantiles}`
}

function formatMilliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
}

function formatBytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MiB`
}

/** "2 hours ago", which Discord shows to each reader in their own language. */
function formatTime(date: Date): string {
  return time(date, TimestampStyles.RelativeTime)
}
