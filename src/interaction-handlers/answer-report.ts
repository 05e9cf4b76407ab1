// "Answer" on a report: opens the form for an operator; /admin, which may take its time, gets what is filled in.
import { answerForm } from '../cards/admin/report-answer-modal.ts'
import { UserError, type InteractionHandler } from '../core/command.ts'
import { packCustomId } from '../core/custom-id.ts'

export default {
  name: 'answer',
  operatorsOnly: true,

  onComponent({ args: [number = ''] }, { db }) {
    const report = /^\d{1,9}$/.test(number) ? db.reports.get(Number(number)) : undefined
    if (!report)
      throw new UserError('This report was deleted by who sent it.', 'Type /admin reports to see the others.')
    return { type: 'form', form: answerForm(report, packCustomId('admin', 'answer', report.number)) }
  },
} satisfies InteractionHandler
