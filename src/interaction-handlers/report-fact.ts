// "Report an error": asks which fact of the card is wrong and how, and keeps that for the operators.
import { textCard } from '../core/card.ts'
import { reportForm, reportLength } from '../cards/user/report-modal.ts'
import { UserError, type InteractionHandler } from '../core/command.ts'
import { packCustomId } from '../core/custom-id.ts'

const maxReportsPerDay = 5

export default {
  name: 'report-fact',

  onComponent({ args: view }, { renderView, facts, now, user, db }) {
    if (!db.reports.isUnderDailyLimit(user.id, now.toISOString(), maxReportsPerDay)) throw reportLimitError()
    const { facts: told = [] } = renderView(view)
    if (told.length === 0)
      throw new UserError('There is no fact on this card that could be wrong.', 'Ask again by its name.')
    return { type: 'modal', modal: reportForm(told, facts, packCustomId('report-fact', facts.revision)) }
  },

  onModalSubmit({ args: [shown = ''], fields }, { facts, now, user, db }) {
    const [id = ''] = fields['fact'] ?? []
    const text = String(fields['text'] ?? '').trim()
    if (!/^[a-z0-9-]{1,12}\/[a-z0-9-]{1,40}$/.test(id) || !/^\d{1,9}$/.test(shown))
      throw new UserError("That form isn't valid.", 'Press Report an error on a card.')
    if (text.length < reportLength.least || text.length > reportLength.most) {
      throw new UserError(
        `What is wrong takes ${reportLength.least} to ${reportLength.most} characters, so that someone can look into it.`,
        'Press Report an error again.',
      )
    }
    // What the user has read is the fact by the live facts, unless these have changed while the form was open.
    const statement = Number(shown) === facts.revision ? (facts.getFact(id)?.statement ?? '') : ''
    const report = {
      at: now.toISOString(),
      user: user.id,
      fact: id,
      revision: Number(shown),
      statement,
      text,
    }
    const number = db.reports.add(report, maxReportsPerDay)
    if (number === undefined) throw reportLimitError()
    return { type: 'reply', ephemeral: true, card: textCard(thanks(number)) }
  },
} satisfies InteractionHandler

function reportLimitError(): UserError {
  return new UserError(
    `You have sent ${maxReportsPerDay} reports within a day, which is as many as I take.`,
    'Send the next one tomorrow.',
  )
}

function thanks(number: number): string {
  return [
    `Thank you. This is report ${number}.`,
    'The operators of Entente will compare the fact with its article and correct it if it is wrong; they may answer you in a direct message.',
    'Until you delete it, your report is kept with your user id: /privacy shows what is kept and deletes it.',
  ].join('\n')
}
