// /admin: how an operator changes the facts of a running bot from Discord, looks at what changes first, and takes it back.
import { UserError, type Choice, type CommandContext, type Reply } from '../core/command.ts'
import { defineOperatorCommand, defineSubcommand } from '../core/operator-command.ts'
import { revisionResultCard } from '../cards/admin/revision-result-card.ts'
import { historyCard, revisionLine } from '../cards/admin/revision-history-card.ts'
import { reportAnswerMessage, reportsCard, reportsFile } from '../cards/admin/reports-card.ts'
import { statusCard } from '../cards/admin/status-card.ts'
import { textCard, type Card } from '../core/card.ts'
import type { PlanKind } from '../revisions/revision-service.ts'
import { stringOption } from '../core/options.ts'
import type { Plan } from '../revisions/build-result.ts'

const ephemeralReply = (card: Card) => ({ type: 'reply', card, ephemeral: true }) as const
const updateReply = (card: Card) => ({ type: 'update', card }) as const

/** What comes back in a custom id is never trusted: anyone can send any. */
function invalidButtonError(): UserError {
  return new UserError("That button isn't valid.", 'Type /admin to begin again.')
}

function parseInteger(part: string | undefined): number {
  if (!/^\d{1,9}$/.test(part ?? '')) throw invalidButtonError()
  return Number(part)
}

function parsePlan([base, target, hash = '']: string[]): Plan {
  return {
    fromRevision: parseInteger(base),
    toRevision: parseInteger(target),
    hash: /^[0-9a-f]{16}$/.test(hash) ? hash : '',
  }
}

const restartRequiredNotice =
  "But this process can't open it and keeps serving the previous facts. Restart Entente: its code on disk has changed."

/** The kept revisions that could be gone back to. */
function completeRevision(typed: string, { revisions }: CommandContext): Choice[] {
  return revisions
    .listRevisions()
    .filter(({ live, hasFile, number }) => hasFile && !live && String(number).startsWith(typed.trim()))
    .map((entry) => ({ name: revisionLine(entry), value: String(entry.number) }))
}

/** The deed of a button of a plan. */
async function handlePlanButton(
  kind: PlanKind,
  [deed, ...rest]: string[],
  context: CommandContext,
): Promise<Card> {
  const { revisions, user } = context
  const plan = parsePlan(rest)
  switch (deed) {
    case 'show':
      return revisionResultCard(
        kind,
        await revisions.showPlanPage(kind, plan, parseInteger(rest[3]), user.id),
      )
    case 'apply': {
      const answer = await revisions.applyPlan(kind, plan, user.id)
      const card = revisionResultCard(kind, answer)
      // The builder runs what is on disk now, which may be newer than what this process has loaded.
      const isOpen = answer.outcome !== 'applied' || context.facts.revision === answer.revision
      return isOpen ? card : { ...card, content: `${card.content} ${restartRequiredNotice}` }
    }
    case 'cancel':
      revisions.cancelPlan(kind, plan, user.id)
      return textCard('Nothing was changed.')
    case undefined:
    default:
      throw invalidButtonError()
  }
}

/** The open report at a position, after `said`, which tells what has just been done. */
function openReportCard(position: number, { db, facts }: CommandContext, said?: string): Card {
  const { report, ...place } = db.reports.open(position)
  return reportsCard(report && { report, fact: facts.getFact(report.fact), ...place }, said)
}

function handleReportButton([deed, ...rest]: string[], context: CommandContext): Reply {
  const { db, facts, now, user } = context
  switch (deed) {
    case 'show':
      return updateReply(openReportCard(parseInteger(rest[0]), context))
    case 'close': {
      const number = parseInteger(rest[0])
      if (db.reports.close(number, now.toISOString()))
        db.appendAudit({ who: user.id, deed: 'close report', detail: `report ${number}` })
      return updateReply(openReportCard(parseInteger(rest[1]), context, `Report ${number} is closed.`))
    }
    case 'export':
      return ephemeralReply(reportsFile(db.reports.all(), (id) => facts.getFact(id)))
    case undefined:
    default:
      throw invalidButtonError()
  }
}

/** Sends an operator's answer to who reported; it is stored first, so that it is there to be sent again. */
async function answerReport(
  number: number,
  text: string,
  { db, user, sendDirectMessage }: CommandContext,
): Promise<Reply> {
  const report = db.reports.get(number)
  if (!report || text === '')
    throw new UserError('There is nothing to answer.', 'Type /admin reports to see what is open.')
  const isRepeated = report.answer === text && report.delivered === true
  if (!isRepeated) db.reports.answer(number, text, false)
  const delivery = isRepeated
    ? 'delivered'
    : await sendDirectMessage(report.user, reportAnswerMessage(report, text))
  if (delivery === 'delivered') db.reports.answer(number, text, true)
  const how = {
    delivered: 'sent',
    refused: 'kept, since no direct message came through',
    unconfirmed: 'kept, since Discord did not confirm the direct message',
  }[delivery]
  if (!isRepeated) db.appendAudit({ who: user.id, deed: 'answer report', detail: `report ${number}, ${how}` })
  return ephemeralReply(
    textCard(
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
      run: async (_options, { revisions, user }) =>
        ephemeralReply(revisionResultCard('reseed', await revisions.planReseed(user.id))),
    }),
    status: defineSubcommand({
      description: 'Health of the bot, and how to fix each problem',
      options: {},
      run: (_options, { revisions }) => ephemeralReply(statusCard(revisions.status())),
    }),
    history: defineSubcommand({
      description: 'The revisions of the facts: when, by whom, from what, and which one is live',
      options: {},
      run: (_options, { revisions }) =>
        ephemeralReply(historyCard(revisions.listRevisions(), revisions.recentAuditEntries(5), 0)),
    }),
    reports: defineSubcommand({
      description:
        'What users have reported as wrong, the oldest first: answer, close, take it all as a file',
      options: {},
      run: (_options, context) => ephemeralReply(openReportCard(0, context)),
    }),
    rollback: defineSubcommand({
      description:
        'Show what going back to a kept revision would change; nothing changes before you press Apply',
      options: {
        revision: stringOption('Its number, as in /admin history', {
          maxLength: 9,
          complete: completeRevision,
        }),
      },
      async run({ revision }, { revisions, user }) {
        if (!/^\d+$/.test(revision.trim())) {
          throw new UserError(
            "That isn't a revision number.",
            'Choose one from the list that opens as you type.',
          )
        }
        return ephemeralReply(
          revisionResultCard('rollback', await revisions.planRollback(Number(revision), user.id)),
        )
      },
    }),
  },
  async onModalSubmit({ args: [what, number], fields }, context) {
    if (what !== 'answer') throw invalidButtonError()
    return answerReport(parseInteger(number), String(fields['text'] ?? '').trim(), context)
  },
  async onComponent({ args: [what, ...rest] }, context) {
    const { revisions, user } = context
    switch (what) {
      case 'reseed':
      case 'rollback':
        return updateReply(await handlePlanButton(what, rest, context))
      case 'problems':
        return updateReply(
          revisionResultCard('reseed', await revisions.planReseed(user.id), parseInteger(rest[0])),
        )
      case 'history':
        return updateReply(
          historyCard(revisions.listRevisions(), revisions.recentAuditEntries(5), parseInteger(rest[0])),
        )
      case 'reports':
        return handleReportButton(rest, context)
      case undefined:
      default:
        throw invalidButtonError()
    }
  },
})
