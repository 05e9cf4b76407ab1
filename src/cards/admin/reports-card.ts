// The reports of users for an operator, one at a time: what was written, the fact as it was and as it is now.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, time, TimestampStyles, userMention } from 'discord.js'
import { textCard, type Card } from '../../core/card.ts'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { Report } from '../../db/reports.ts'
import { button, buttonRow } from '../shared/components.ts'
import { quoteUserInput } from '../shared/format.ts'
import { turnButtons } from '../shared/pagination.ts'
import { adminColor } from './revision-diff-card.ts'

export interface OpenReport {
  report: Report
  /** The fact in the live revision; undefined where it has none. */
  fact: Fact | undefined
  /** Among the open reports, from 0. */
  position: number
  count: number
}

/** `notice` comes first: what has just been done. */
export function reportsCard(open: OpenReport | undefined, notice = ''): Card {
  const lead = notice && `${notice} `
  if (!open) return { ...textCard(`${lead}No report is open.`), components: buttonRow(exportButton()) }
  const { report, fact, position, count } = open
  const sent = time(new Date(report.createdAt), TimestampStyles.RelativeTime)
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(`Report ${report.number}`)
    .setDescription(`${sent} by ${userMention(report.userId)}: ${quoteUserInput(report.message, 1000)}`)
    .addFields(
      {
        name: `The fact as it was, in revision ${report.revision}`,
        value: report.statement || 'Unknown: the facts changed while the report was written.',
      },
      { name: 'As it is now', value: currentStatement(report, fact) },
      { name: 'Fact id', value: `\`${report.factId}\`` },
    )
  if (report.answer !== null)
    embed.addFields({
      name: report.delivered
        ? 'Answered in a direct message'
        : 'Answer saved: no direct message is known to have been delivered',
      value: quoteUserInput(report.answer, 450),
    })
  const order = position === 0 ? 'the oldest' : `number ${position + 1} by age`
  const pageId = (target: number) => packCustomId('admin', 'reports', 'show', target)
  return {
    content: lead + (count === 1 ? 'One report is open.' : `${count} reports are open; this is ${order}.`),
    embeds: [embed.toJSON()],
    components: buttonRow(
      button(ButtonStyle.Primary, 'Answer', packCustomId('answer-report', report.number)),
      button(
        ButtonStyle.Secondary,
        'Close',
        packCustomId('admin', 'reports', 'close', report.number, position),
      ),
      ...turnButtons(position, count, pageId, ['Older', 'Newer']),
      exportButton(),
    ),
  }
}

/** An operator's answer, as the reporter gets it. */
export function reportAnswerMessage({ number, statement, factId }: Report, text: string): Card {
  const subject = statement === '' ? `the fact ${factId}` : `“${statement}”`
  return textCard(`Entente's operators answered your report ${number} on ${subject}\n${text}`)
}

/** Every report as JSON, with each fact as it is now; who sent it is not needed to correct the fact. */
export function reportsFile(reports: readonly Report[], currentFact: (id: string) => Fact | undefined): Card {
  const exported = reports.map(
    ({ number, createdAt, factId, revision, statement, message, answer, delivered, closedAt }) => ({
      ...{ number, createdAt, factId, revision, statement },
      currentStatement: currentFact(factId)?.statement ?? null,
      ...{ message, answer, delivered, closedAt },
    }),
  )
  const count = reports.length === 1 ? 'One report' : `${reports.length} reports`
  return {
    ...textCard(`${count}, open and closed, without who sent them.`),
    files: [{ name: 'reports.json', text: `${JSON.stringify(exported, undefined, 2)}\n` }],
  }
}

function exportButton() {
  return button(ButtonStyle.Secondary, 'All as a file', packCustomId('admin', 'reports', 'export'))
}

function currentStatement({ statement }: Report, fact: Fact | undefined): string {
  if (!fact) return 'It is no longer among the facts.'
  return fact.statement === statement ? 'Unchanged.' : fact.statement
}
