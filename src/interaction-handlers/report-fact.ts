// "Report an error": asks which fact of the card is wrong and how, and keeps that for the operators.
import { lineCard } from '../core/card.ts'
import { reportForm, reportText } from '../cards/user/report-modal.ts'
import { UserError, type Action } from '../core/command.ts'
import { packCustomId } from '../core/custom-id.ts'

const mostADay = 5

export default {
  name: 'report',

  press({ parts: view }, { open, facts, now, user, state }) {
    if (!state.reports.mayAdd(user.id, now.toISOString(), mostADay)) throw tooMany()
    const { facts: told = [] } = open(view)
    if (told.length === 0)
      throw new UserError('There is no fact on this card that could be wrong.', 'Ask again by its name.')
    return { type: 'form', form: reportForm(told, facts, packCustomId('report', facts.revision)) }
  },

  submit({ parts: [shown = ''], answers }, { facts, now, user, state }) {
    const [id = ''] = answers['fact'] ?? []
    const text = String(answers['text'] ?? '').trim()
    if (!/^[a-z0-9-]{1,12}\/[a-z0-9-]{1,40}$/.test(id) || !/^\d{1,9}$/.test(shown))
      throw new UserError('This form is none that I have made.', 'Press Report an error on a card.')
    if (text.length < reportText.least || text.length > reportText.most) {
      throw new UserError(
        `What is wrong takes ${reportText.least} to ${reportText.most} characters, so that someone can look into it.`,
        'Press Report an error again.',
      )
    }
    // What the user has read is the fact by the live facts, unless these have changed while the form was open.
    const statement = Number(shown) === facts.revision ? (facts.fact(id)?.statement ?? '') : ''
    const report = {
      at: now.toISOString(),
      user: user.id,
      fact: id,
      revision: Number(shown),
      statement,
      text,
    }
    const number = state.reports.add(report, mostADay)
    if (number === undefined) throw tooMany()
    return { type: 'card', private: true, card: lineCard(thanks(number)) }
  },
} satisfies Action

function tooMany(): UserError {
  return new UserError(
    `You have sent ${mostADay} reports within a day, which is as many as I take.`,
    'Send the next one tomorrow.',
  )
}

function thanks(number: number): string {
  return [
    `Thank you. This is report ${number}.`,
    'The operators of Entente will compare the fact with its article and mend it if it is wrong; they may answer you in a direct message.',
    'Until you delete it, your report is kept with your user id: /privacy shows what is kept and deletes it.',
  ].join('\n')
}
