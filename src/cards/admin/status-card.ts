// How the bot is, in one card; first what is not well and what to do about it.
import { EmbedBuilder } from '@discordjs/builders'
import type { HandledSummary } from '../../db/interaction-metrics.ts'
import type { Shard, HealthReport } from '../../monitoring/health.ts'
import type { Card } from '../../core/card.ts'
import { adminColor } from './revision-diff-card.ts'
import { truncate, limits } from '../shared/discord-limits.ts'

export function statusCard(status: HealthReport): Card {
  const { version, upSince, shards, live, sizes, lastBackup, missedQueries, hour, day, memory, findings } =
    status
  const content =
    findings.length === 0
      ? 'No problems.'
      : findings.length === 1
        ? '1 problem.'
        : `${findings.length} things are not well.`
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle('Status')
    .addFields(
      { name: 'Version', value: `${version}, started ${time(upSince)}`, inline: true },
      {
        name: 'Facts',
        value: live
          ? `revision ${live.number}, built ${time(new Date(live.builtAt))}${live.pinnedByRollback ? ', chosen by an undo' : ''}`
          : 'none',
        inline: true,
      },
      {
        name: 'Shards',
        value: truncate(shards.map(writeShard).join('\n') || 'none', limits.fieldValue),
        inline: true,
      },
      { name: 'The last hour', value: writeHandled(hour), inline: true },
      { name: 'The last day', value: writeHandled(day), inline: true },
      { name: 'Memory', value: mebibytes(memory), inline: true },
      {
        name: 'On disk',
        value: `facts ${mebibytes(sizes.facts)}, state ${mebibytes(sizes.state)}, copies ${mebibytes(sizes.backups)}; ${mebibytes(sizes.free)} free\nlast copy of state.db: ${lastBackup ? time(lastBackup) : 'none'}`,
      },
    )
  if (status.openReports > 0)
    embed.addFields({ name: 'Reports of users', value: `${status.openReports} open: type /admin reports` })
  if (missedQueries.length > 0)
    embed.addFields({
      name: 'Searches without a result, last 30 days',
      value: truncate(
        missedQueries.map(({ name, count }) => `“${name}” ${count}×`).join(', '),
        limits.fieldValue,
      ),
    })
  if (findings.length > 0)
    embed.setDescription(
      truncate(
        findings.map(({ message, fix }) => `**${message}** ${fix}`).join('\n'),
        limits.embedDescription / 2,
      ),
    )
  return { content, embeds: [embed.toJSON()], components: [] }
}

function writeShard({ id, ready, latencyMs }: Shard): string {
  const latency = latencyMs === undefined ? 'no heartbeat yet' : `${Math.round(latencyMs)} ms`
  return `${id}: ${ready ? latency : 'not connected'}`
}

function writeHandled({ interactions, failures, p50, p99 }: HandledSummary): string {
  const times =
    p50 === undefined || p99 === undefined ? '' : `\np50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`
  return `${interactions} ${interactions === 1 ? 'interaction' : 'interactions'}, ${failures} failed${times}`
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MiB`
}

/** As Discord shows a time to each reader in their own zone: "2 hours ago". */
function time(at: Date): string {
  return `<t:${Math.floor(at.getTime() / 1000)}:R>`
}
