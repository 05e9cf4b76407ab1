// The health of the bot in one card, with how to fix each problem.
import { EmbedBuilder } from '@discordjs/builders'
import { time, TimestampStyles } from 'discord.js'
import type { Card } from '../../core/card.ts'
import type { InteractionSummary } from '../../db/interaction-metrics.ts'
import type { HealthReport, Shard } from '../../monitoring/health.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { adminColor } from './revision-diff-card.ts'

export function statusCard(report: HealthReport): Card {
  const { version, startedAt, shards, live, sizes, lastBackup, missedQueries, issues } = report
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle('Status')
    .addFields(
      { name: 'Version', value: `${version}, started ${formatTime(startedAt)}`, inline: true },
      {
        name: 'Facts',
        value: live
          ? `revision ${live.number}, built ${formatTime(new Date(live.builtAt))}${live.pinnedByRollback ? ', pinned by a rollback' : ''}`
          : 'none',
        inline: true,
      },
      {
        name: 'Shards',
        value: truncate(shards.map(formatShard).join('\n') || 'none', limits.fieldValue),
        inline: true,
      },
      { name: 'Last hour', value: formatInteractions(report.lastHour), inline: true },
      { name: 'Last day', value: formatInteractions(report.lastDay), inline: true },
      { name: 'Memory', value: formatBytes(report.memory), inline: true },
      {
        name: 'On disk',
        value: [
          `revisions ${formatBytes(sizes.revisions)}, app.db ${formatBytes(sizes.app)}, backups ${formatBytes(sizes.backups)}; ${formatBytes(sizes.free)} free`,
          `last backup of app.db: ${lastBackup ? formatTime(lastBackup) : 'none'}`,
        ].join('\n'),
      },
    )
  if (report.openReports > 0)
    embed.addFields({ name: 'User reports', value: `${report.openReports} open: type /admin reports` })
  if (missedQueries.length > 0)
    embed.addFields({
      name: 'Searches without a result, last 30 days',
      value: truncate(
        missedQueries.map(({ query, count }) => `“${query}” ${count}×`).join(', '),
        limits.fieldValue,
      ),
    })
  if (issues.length > 0)
    embed.setDescription(
      truncate(
        issues.map(({ message, fix }) => `**${message}** ${fix}`).join('\n'),
        limits.embedDescription / 2,
      ),
    )
  return { content: summaryOf(issues.length), embeds: [embed.toJSON()], components: [] }
}

function summaryOf(issues: number): string {
  if (issues === 0) return 'No problems.'
  return issues === 1 ? '1 problem.' : `${issues} problems.`
}

function formatShard({ id, ready, latencyMs }: Shard): string {
  const latency = latencyMs === undefined ? 'no heartbeat yet' : `${Math.round(latencyMs)} ms`
  return `${id}: ${ready ? latency : 'not connected'}`
}

function formatInteractions({ interactions, failures, p50, p99 }: InteractionSummary): string {
  const quantiles =
    p50 === undefined || p99 === undefined
      ? ''
      : `\np50 ${formatMilliseconds(p50)}, p99 ${formatMilliseconds(p99)}`
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
