// "Report an error": asks which fact of the card is wrong and how, and stores the report for the operators.
import { textCard } from '../core/card.ts'
import { reportModal, reportLength } from '../cards/user/report-modal.ts'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'
import { packCustomId } from '../core/custom-id.ts'

const maxReportsPerDay = 5

export default {
  name: 'report-fact',

  async onComponent({ args: view }, { renderView, facts, now, user, reports, formatDates }) {
    if (!(await reports.isUnderDailyLimit(user.id, now.toISOString(), maxReportsPerDay)))
      throw reportLimitError()
    const { facts: cardFacts = [] } = await renderView(view)
    if (cardFacts.length === 0) throw new UserError('This card has no facts to report.', 'Ask again by name.')
    return {
      type: 'modal',
      modal: reportModal(cardFacts, facts, packCustomId('report-fact', facts.revision), formatDates),
    }
  },

  async onModalSubmit({ args: [revision = ''], fields }, { facts, now, user, reports }) {
    const [id = ''] = fields['fact'] ?? []
    const text = String(fields['text'] ?? '').trim()
    if (!/^[a-z0-9-]{1,24}\/[a-z0-9-]{1,40}$/.test(id) || !/^\d{1,9}$/.test(revision))
      throw new UserError("That form isn't valid.", 'Press Report an error on a card.')
    if (text.length < reportLength.min || text.length > reportLength.max) {
      throw new UserError(
        `Describe the error in ${reportLength.min} to ${reportLength.max} characters.`,
        'Press Report an error again.',
      )
    }
    // The user read this statement, unless another revision was published while the modal was open.
    const statement = Number(revision) === facts.revision ? (facts.getFact(id)?.statement ?? '') : ''
    const report = {
      createdAt: now.toISOString(),
      userId: user.id,
      factId: id,
      revision: Number(revision),
      statement,
      message: text,
    }
    const number = await reports.add(report, maxReportsPerDay)
    if (number === undefined) throw reportLimitError()
    return { type: 'reply', ephemeral: true, card: textCard(thanks(number)) }
  },
} satisfies InteractionHandler

function reportLimitError(): UserError {
  return new UserError(
    `You can send ${maxReportsPerDay} reports a day, and you've sent them all.`,
    'Send the next one tomorrow.',
  )
}

function thanks(number: number): string {
  return [
    `Thank you. This is report ${number}.`,
    'The operators of Entente will compare the fact with its article and correct it if it is wrong. They may answer you in a direct message.',
    'Your report is stored with your user id until you delete it with /privacy.',
  ].join('\n')
}
