// The reports of users for an operator, one at a time: what was written, the fact as it was and as it is now.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { Report } from '../../db/reports.ts'
import { button, buttonRow } from '../shared/components.ts'
import { textCard, type Card } from '../../core/card.ts'
import { adminColor } from './revision-diff-card.ts'
import { quoteUserInput } from '../shared/format.ts'

export interface OpenReport {
  report: Report
  /** The fact by the live facts; undefined where it is not among them. */
  fact: Fact | undefined
  /** Its place among the open reports, from 0. */
  position: number
  count: number
}

/** `said` is told first: what has just been done. */
export function reportsCard(open: OpenReport | undefined, said = ''): Card {
  const before = said && `${said} `
  if (!open) return { ...textCard(`${before}No report is open.`), components: buttonRow(exportButton()) }
  const { report, fact, position, count } = open
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(`Report ${report.number}`)
    .setDescription(
      `<t:${Math.floor(Date.parse(report.at) / 1000)}:R> by <@${report.user}>: ${quoteUserInput(report.text, 1000)}`,
    )
    .addFields(
      {
        name: `The fact as it was, in revision ${report.revision}`,
        value: report.statement || 'Not kept: the facts changed while the report was written.',
      },
      { name: 'As it is now', value: currentStatement(report, fact) },
      { name: 'Id of the fact', value: `\`${report.fact}\`` },
    )
  if (report.answer !== null) {
    const how = report.delivered
      ? 'Answered in a direct message'
      : 'Answer kept: no direct message is known to have come through'
    embed.addFields({ name: how, value: quoteUserInput(report.answer, 450) })
  }
  const nth = position === 0 ? 'the oldest' : `number ${position + 1} by age`
  const show = (label: string, to: number) =>
    button(ButtonStyle.Secondary, label, packCustomId('admin', 'reports', 'show', to)).setDisabled(
      to < 0 || to >= count,
    )
  return {
    content: before + (count === 1 ? 'One report is open.' : `${count} reports are open; this is ${nth}.`),
    embeds: [embed.toJSON()],
    components: buttonRow(
      button(ButtonStyle.Primary, 'Answer', packCustomId('answer-report', report.number)),
      button(
        ButtonStyle.Secondary,
        'Close',
        packCustomId('admin', 'reports', 'close', report.number, position),
      ),
      show('Older', position - 1),
      show('Newer', position + 1),
      exportButton(),
    ),
  }
}

/** What an operator's answer tells who reported. */
export function reportAnswerMessage({ number, statement, fact }: Report, text: string): Card {
  const what = statement === '' ? `the fact ${fact}` : `“${statement}”`
  return textCard(`The operators of Entente answer your report ${number} on ${what}\n${text}`)
}

/** Every report as JSON, with each fact as it is now; who sent it is not needed to mend it. */
export function reportsFile(reports: readonly Report[], factNow: (id: string) => Fact | undefined): Card {
  const told = reports.map(
    ({ number, at, fact, revision, statement, text, answer, delivered, closedAt }) => ({
      ...{ number, at, fact, revision, statement, statementNow: factNow(fact)?.statement ?? null },
      ...{ text, answer, delivered, closedAt },
    }),
  )
  return {
    ...textCard(
      `${reports.length === 1 ? 'One report' : `${reports.length} reports`}, open and closed, without who sent them.`,
    ),
    files: [{ name: 'reports.json', text: `${JSON.stringify(told, undefined, 2)}\n` }],
  }
}

function exportButton() {
  return button(ButtonStyle.Secondary, 'All as a file', packCustomId('admin', 'reports', 'export'))
}

function currentStatement({ statement }: Report, fact: Fact | undefined): string {
  if (!fact) return 'It is no longer among the facts.'
  return fact.statement === statement ? 'Unchanged.' : fact.statement
}
