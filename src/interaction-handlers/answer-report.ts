// "Answer" on a report: opens the modal for an operator; /admin, which may defer, handles its submission.
import { reportAnswerModal } from '../cards/admin/report-answer-modal.ts'
import type { OperatorContext } from '../bot/operator-context.ts'
import type { OperatorHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'
import { packCustomId } from '../core/custom-id.ts'

export default {
  name: 'answer-report',
  operatorsOnly: true,

  async onComponent({ args: [number = ''] }, { db }) {
    const report = /^\d{1,9}$/.test(number) ? await db.reports.get(Number(number)) : undefined
    if (!report)
      throw new UserError('The sender deleted this report.', 'Type /admin reports to see the others.')
    return { type: 'modal', modal: reportAnswerModal(report, packCustomId('admin', 'answer', report.number)) }
  },
} satisfies OperatorHandler<OperatorContext>
