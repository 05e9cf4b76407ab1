// /admin: how an operator changes the facts of a running bot from Discord, looks at what changes first, and takes it back.
import { UserError, type Choice, type Context, type Reply } from '../core/command.ts'
import { defineOperatorCommand, defineSubcommand } from '../core/operator-command.ts'
import { writeAnswer } from '../cards/admin/revision-result-card.ts'
import { historyCard, revisionLine } from '../cards/admin/revision-history-card.ts'
import { answerCard, reportsCard, reportsFile } from '../cards/admin/reports-card.ts'
import { statusCard } from '../cards/admin/status-card.ts'
import { lineCard, type Card } from '../core/card.ts'
import type { PlanKind } from '../revisions/revision-service.ts'
import { text } from '../core/options.ts'
import type { Plan } from '../revisions/build-result.ts'

const privately = (card: Card) => ({ type: 'card', card, private: true }) as const
const replacing = (card: Card) => ({ type: 'replace', card }) as const

/** What comes back in a custom id is never trusted: anyone can send any. */
function strange(): UserError {
  return new UserError('This button is none that I have made.', 'Type /admin to begin again.')
}

function readWhole(part: string | undefined): number {
  if (!/^\d{1,9}$/.test(part ?? '')) throw strange()
  return Number(part)
}

function readPlan([base, target, hash = '']: string[]): Plan {
  return { base: readWhole(base), target: readWhole(target), hash: /^[0-9a-f]{16}$/.test(hash) ? hash : '' }
}

const cannotOpen =
  'But this process cannot open it and answers from the facts that it has: start Entente anew, since its program has changed on disk.'

/** The kept revisions that could be gone back to. */
function completeRevision(typed: string, { operate }: Context): Choice[] {
  return operate
    .history()
    .filter(({ live, kept, number }) => kept && !live && String(number).startsWith(typed.trim()))
    .map((entry) => ({ name: revisionLine(entry), value: String(entry.number) }))
}

/** The deed of a button of a plan. */
async function pressPlan(kind: PlanKind, [deed, ...rest]: string[], context: Context): Promise<Card> {
  const { operate, user } = context
  const plan = readPlan(rest)
  switch (deed) {
    case 'show':
      return writeAnswer(kind, await operate.show(kind, plan, readWhole(rest[3]), user.id))
    case 'apply': {
      const answer = await operate.apply(kind, plan, user.id)
      const card = writeAnswer(kind, answer)
      // The builder runs what is on disk now, which may be newer than what this process has loaded.
      const isOpen = answer.outcome !== 'applied' || context.facts.revision === answer.revision
      return isOpen ? card : { ...card, content: `${card.content} ${cannotOpen}` }
    }
    case 'cancel':
      operate.cancel(kind, plan, user.id)
      return lineCard('Nothing was changed.')
    case undefined:
    default:
      throw strange()
  }
}

/** The open report at a position, after `said`, which tells what has just been done. */
function reportAt(position: number, { state, facts }: Context, said?: string): Card {
  const { report, ...place } = state.reports.open(position)
  return reportsCard(report && { report, fact: facts.fact(report.fact), ...place }, said)
}

function pressReports([deed, ...rest]: string[], context: Context): Reply {
  const { state, facts, now, user } = context
  switch (deed) {
    case 'show':
      return replacing(reportAt(readWhole(rest[0]), context))
    case 'close': {
      const number = readWhole(rest[0])
      if (state.reports.close(number, now.toISOString()))
        state.note({ who: user.id, deed: 'close report', detail: `report ${number}` })
      return replacing(reportAt(readWhole(rest[1]), context, `Report ${number} is closed.`))
    }
    case 'export':
      return privately(reportsFile(state.reports.all(), (id) => facts.fact(id)))
    case undefined:
    default:
      throw strange()
  }
}

/** Sends an operator's answer to who reported; it is stored first, so that it is there to be sent again. */
async function answerReport(number: number, text: string, { state, user, tell }: Context): Promise<Reply> {
  const report = state.reports.get(number)
  if (!report || text === '')
    throw new UserError('There is nothing to answer.', 'Type /admin reports to see what is open.')
  const isRepeated = report.answer === text && report.delivered === true
  if (!isRepeated) state.reports.answer(number, text, false)
  const delivery = isRepeated ? 'delivered' : await tell(report.user, answerCard(report, text))
  if (delivery === 'delivered') state.reports.answer(number, text, true)
  const how = {
    delivered: 'sent',
    refused: 'kept, since no direct message came through',
    unconfirmed: 'kept, since Discord did not confirm the direct message',
  }[delivery]
  if (!isRepeated) state.note({ who: user.id, deed: 'answer report', detail: `report ${number}, ${how}` })
  return privately(
    lineCard(
      delivery === 'unconfirmed'
        ? `Discord did not confirm your answer to report ${number}, so I cannot tell whether it was sent. It is kept: press Answer to send it again.`
        : `Your answer to report ${number} is ${how}. The report stays open until you close it.`,
    ),
  )
}

export default defineOperatorCommand({
  name: 'admin',
  description: 'For operators: change the facts, look at what changes, take it back',
  subcommands: {
    reseed: defineSubcommand({
      description: 'Check the files and show what would change; nothing changes before you press Apply',
      options: {},
      run: async (_options, { operate, user }) =>
        privately(writeAnswer('reseed', await operate.reseed(user.id))),
    }),
    status: defineSubcommand({
      description: 'How the bot is, and for each thing that is not well what to do about it',
      options: {},
      run: (_options, { operate }) => privately(statusCard(operate.status())),
    }),
    history: defineSubcommand({
      description: 'The revisions of the facts: when, by whom, from what, and which one is live',
      options: {},
      run: (_options, { operate }) => privately(historyCard(operate.history(), operate.trail(5), 0)),
    }),
    reports: defineSubcommand({
      description:
        'What users have reported as wrong, the oldest first: answer, close, take it all as a file',
      options: {},
      run: (_options, context) => privately(reportAt(0, context)),
    }),
    rollback: defineSubcommand({
      description:
        'Show what going back to a kept revision would change; nothing changes before you press Apply',
      options: {
        revision: text('Its number, as in /admin history', { maxLength: 9, complete: completeRevision }),
      },
      async run({ revision }, { operate, user }) {
        if (!/^\d+$/.test(revision.trim())) {
          throw new UserError(
            'That is no number of a revision.',
            'Choose one from the list that opens as you type.',
          )
        }
        return privately(writeAnswer('rollback', await operate.rollback(Number(revision), user.id)))
      },
    }),
  },
  async submit({ parts: [what, number], answers }, context) {
    if (what !== 'answer') throw strange()
    return answerReport(readWhole(number), String(answers['text'] ?? '').trim(), context)
  },
  async press({ parts: [what, ...rest] }, context) {
    const { operate, user } = context
    switch (what) {
      case 'reseed':
      case 'rollback':
        return replacing(await pressPlan(what, rest, context))
      case 'problems':
        return replacing(writeAnswer('reseed', await operate.reseed(user.id), readWhole(rest[0])))
      case 'history':
        return replacing(historyCard(operate.history(), operate.trail(5), readWhole(rest[0])))
      case 'reports':
        return pressReports(rest, context)
      case undefined:
      default:
        throw strange()
    }
  },
})
