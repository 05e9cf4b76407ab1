// The reports of users for an operator, one at a time: what was written, the fact as it was and as it is now.
import { time, TimestampStyles, userMention } from 'discord.js'
import { buttonRow, textCard, type Button, type Card, type Line } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import type { Report } from '../../db/reports.ts'
import { quoteUserInput } from '../shared/format.ts'
import { pageButtons } from '../shared/pagination.ts'
import { adminColor } from './admin-color.ts'

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
  if (!open) return { ...textCard(`${lead}No report is open.`), controls: buttonRow(exportButton) }
  const { report, fact, position, count } = open
  const order = position === 0 ? 'the oldest' : `number ${position + 1} by age`
  return {
    color: adminColor,
    heading: { text: `Report ${report.number}` },
    verdict: {
      text: lead + (count === 1 ? 'One report is open.' : `${count} reports are open; this is ${order}.`),
    },
    sections: [{ lines: reportLines(report, fact) }],
    controls: buttonRow(
      { label: 'Answer', opens: ['answer-report', report.number], style: 'primary' },
      { label: 'Close', opens: ['admin', 'reports', 'close', report.number, position] },
      ...(count > 1
        ? pageButtons(position, count, (target) => ['admin', 'reports', 'show', target], ['Older', 'Newer'])
        : []),
      exportButton,
    ),
  }
}

const exportButton: Button = { label: 'All as a file', opens: ['admin', 'reports', 'export'] }

function reportLines(report: Report, fact: Fact | undefined): Line[] {
  const sent = time(new Date(report.createdAt), TimestampStyles.RelativeTime)
  const lines: Line[] = [
    {
      label: 'Reported',
      text: `${sent} by ${userMention(report.userId)}: ${quoteUserInput(report.message, 1000)}`,
    },
    {
      label: `In revision ${report.revision}`,
      text: report.statement || 'Unknown: the facts changed while the report was written.',
    },
    { label: 'Now', text: currentStatement(report, fact) },
    { label: 'Fact id', text: `\`${report.factId}\`` },
  ]
  return report.answer === null ? lines : [...lines, answerLine(report.answer, report.delivered === true)]
}

function answerLine(answer: string, isDelivered: boolean): Line {
  const quoted = quoteUserInput(answer, 450)
  return isDelivered
    ? { label: 'Answered', text: `in a direct message: ${quoted}` }
    : { label: 'Answer saved', text: `but no direct message is known to have been delivered: ${quoted}` }
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
    files: [{ name: 'reports.json', content: `${JSON.stringify(exported, undefined, 2)}\n` }],
  }
}

function currentStatement({ statement }: Report, fact: Fact | undefined): string {
  if (!fact) return 'It is no longer among the facts.'
  return fact.statement === statement ? 'Unchanged.' : fact.statement
}
