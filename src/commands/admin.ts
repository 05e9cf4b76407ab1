// /admin: an operator previews and applies a change of the facts while the bot runs, and checks its health.
import type { OperatorContext } from '../bot/operator-context.ts'
import type { APIApplicationCommandOptionChoice } from 'discord.js'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { defineOperatorCommand, defineSubcommand } from '../core/operator-command.ts'
import { revisionResultCard } from '../cards/admin/revision-result-card.ts'
import { historyCard, revisionLine } from '../cards/admin/revision-history-card.ts'
import { reportAnswerMessage, reportsCard, reportsFile } from '../cards/admin/reports-card.ts'
import { exportCard, failureCard, importedFilesCard } from '../cards/admin/imported-files-card.ts'
import { statusCard } from '../cards/admin/status-card.ts'
import { textCard, type Card } from '../core/card.ts'
import type { RevisionOperation } from '../revisions/revision-service.ts'
import { fileOption, stringOption } from '../core/options.ts'
import type { Plan } from '../revisions/build-result.ts'

const ephemeralReply = (card: Card) => ({ type: 'reply', card, ephemeral: true }) as const
const updateReply = (card: Card) => ({ type: 'update', card }) as const

/** Custom ids are never trusted: anyone can send any. */
function invalidButtonError(): UserError {
  return new UserError("That button isn't valid.", 'Type /admin to start over.')
}

function parseInteger(part: string | undefined): number {
  if (!/^\d{1,9}$/.test(part ?? '')) throw invalidButtonError()
  return Number(part)
}

function parsePlan([fromRevision, toRevision, hash = '']: string[]): Plan {
  return {
    fromRevision: parseInteger(fromRevision),
    toRevision: parseInteger(toRevision),
    hash: /^[0-9a-f]{16}$/.test(hash) ? hash : '',
  }
}

const restartRequiredNotice =
  "But this process can't open it and keeps serving the previous facts. Restart Entente: its code on disk has changed."

/** The revisions with a file that a rollback could go to. */
async function autocompleteRevision(
  query: string,
  revisions: OperatorContext['revisions'],
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  return (await revisions.listRevisions())
    .filter(({ live, hasFile, number }) => hasFile && !live && String(number).startsWith(query.trim()))
    .map((entry) => ({ name: revisionLine(entry), value: String(entry.number) }))
}

async function handlePlanButton(
  operation: RevisionOperation,
  [verb, ...args]: string[],
  context: OperatorContext,
): Promise<Card> {
  const { revisions, user } = context
  const plan = parsePlan(args)
  switch (verb) {
    case 'show': {
      const page = parseInteger(args[3])
      return revisionResultCard(operation, await revisions.showPlan(operation, plan, user.id), page)
    }
    case 'apply': {
      const result = await revisions.applyPlan(operation, plan, user.id)
      const card = revisionResultCard(operation, result)
      // The build process runs what is on disk now, which may be newer than what this process has loaded.
      const isOpen = result.outcome !== 'published' || context.liveFacts().revision === result.revision
      return isOpen ? card : { ...card, verdict: { text: `${card.verdict?.text} ${restartRequiredNotice}` } }
    }
    case 'cancel':
      await revisions.cancelPlan(operation, plan, user.id)
      return textCard('Nothing was changed.')
    case undefined:
    default:
      throw invalidButtonError()
  }
}

async function renderHistory(page: number, { revisions }: OperatorContext): Promise<Card> {
  return historyCard(await revisions.listRevisions(), await revisions.recentAuditEntries(5), page)
}

/** The open report at a position, after a notice of what has just been done. */
async function openReportCard(
  position: number,
  { db, facts }: OperatorContext,
  notice?: string,
): Promise<Card> {
  const { report, ...page } = await db.reports.open(position)
  return reportsCard(report && { report, fact: facts.getFact(report.factId), ...page }, notice)
}

async function handleReportButton([verb, ...args]: string[], context: OperatorContext): Promise<Reply> {
  const { db, facts, now, user } = context
  switch (verb) {
    case 'show':
      return updateReply(await openReportCard(parseInteger(args[0]), context))
    case 'close': {
      const number = parseInteger(args[0])
      if (await db.reports.close(number, now.toISOString()))
        await db.appendAudit({ actor: user.id, action: 'close report', detail: `report ${number}` })
      return updateReply(await openReportCard(parseInteger(args[1]), context, `Report ${number} is closed.`))
    }
    case 'export':
      return ephemeralReply(reportsFile(await db.reports.all(), (id) => facts.getFact(id)))
    case undefined:
    default:
      throw invalidButtonError()
  }
}

/** Sends an operator's answer to the reporter; it is stored first, so that it can be sent again. */
async function answerReport(
  number: number,
  text: string,
  { db, user, sendDirectMessage }: OperatorContext,
): Promise<Reply> {
  const report = await db.reports.get(number)
  if (!report || text === '')
    throw new UserError('There is nothing to answer.', 'Type /admin reports to see what is open.')
  const isRepeated = report.answer === text && report.delivered === true
  if (!isRepeated) await db.reports.answer(number, text, false)
  const delivery = isRepeated
    ? 'delivered'
    : await sendDirectMessage(report.userId, reportAnswerMessage(report, text))
  if (delivery === 'delivered') await db.reports.answer(number, text, true)
  const result = {
    delivered: 'sent',
    refused: 'saved, because the direct message could not be delivered',
    unconfirmed: 'saved, because Discord did not confirm the direct message',
  }[delivery]
  if (!isRepeated)
    await db.appendAudit({ actor: user.id, action: 'answer report', detail: `report ${number}, ${result}` })
  return ephemeralReply(
    textCard(
      delivery === 'unconfirmed'
        ? `Discord did not confirm your answer to report ${number}, so it may or may not have been sent. It is saved: press Answer to send it again.`
        : `Your answer to report ${number} is ${result}. The report stays open until you close it.`,
    ),
  )
}

export default defineOperatorCommand<OperatorContext>({
  name: 'admin',
  description: 'For operators: reseed or roll back the facts, and check the health of the bot',
  subcommands: {
    reseed: defineSubcommand({
      description: 'Check the files and show what would change; nothing changes before you press Apply',
      options: {},
      run: async (_options, { revisions, user }) =>
        ephemeralReply(revisionResultCard('reseed', await revisions.planReseed(user.id))),
    }),
    import: defineSubcommand({
      description:
        'Add an article or an export: shows what would change; nothing changes before you press Apply',
      options: { file: fileOption('A .yaml file with an article or dossier, or the .zip of an export') },
      async run({ file }, { revisions, user, downloadAttachment }) {
        const bytes = await downloadAttachment(file)
        const result = await revisions.planImport({ name: file.name, bytes }, user.id)
        return ephemeralReply(revisionResultCard('import', result))
      },
    }),
    articles: defineSubcommand({
      description: 'The articles that were imported, and how to remove one',
      options: {},
      run: async (_options, { revisions, facts }) => {
        const files = await revisions.listImported()
        return ephemeralReply(
          Array.isArray(files)
            ? importedFilesCard(files, facts, 0)
            : failureCard(files, 'The imported articles cannot be listed'),
        )
      },
    }),
    export: defineSubcommand({
      description: 'All files of the live revision as a .zip, which /admin import reads back',
      options: {},
      async run(_options, { revisions, user }) {
        const result = await revisions.exportLive(user.id)
        return ephemeralReply(
          result.outcome === 'exported' ? exportCard(result) : failureCard(result, 'Nothing was exported'),
        )
      },
    }),
    status: defineSubcommand({
      description: 'Health of the bot, and how to fix each problem',
      options: {},
      run: async (_options, { readHealth }) => ephemeralReply(statusCard(await readHealth())),
    }),
    history: defineSubcommand({
      description: 'The revisions of the facts: when, by whom, from what, and which one is live',
      options: {},
      run: async (_options, context) => ephemeralReply(await renderHistory(0, context)),
    }),
    reports: defineSubcommand({
      description: 'What users have reported as wrong, oldest first: answer, close, or export all as a file',
      options: {},
      run: async (_options, context) => ephemeralReply(await openReportCard(0, context)),
    }),
    rollback: defineSubcommand({
      description:
        'Show what going back to an earlier revision would change; nothing changes before you press Apply',
      options: {
        revision: stringOption('Its number, as in /admin history', {
          maxLength: 9,
          autocomplete: () => [],
        }),
      },
      autocomplete: (_option, query, { revisions }) => autocompleteRevision(query, revisions),
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
  async onModalSubmit({ args: [modal, number], fields }, context) {
    if (modal !== 'answer') throw invalidButtonError()
    return answerReport(parseInteger(number), String(fields['text'] ?? '').trim(), context)
  },
  async onComponent({ args: [target, ...args] }, context) {
    const { revisions, user } = context
    switch (target) {
      case 'reseed':
      case 'rollback':
      case 'import':
      case 'removal':
        return updateReply(await handlePlanButton(target, args, context))
      case 'problems':
        return updateReply(
          revisionResultCard('reseed', await revisions.planReseed(user.id), parseInteger(args[0])),
        )
      case 'history':
        return updateReply(await renderHistory(parseInteger(args[0]), context))
      case 'reports':
        return handleReportButton(args, context)
      case undefined:
      default:
        throw invalidButtonError()
    }
  },
})
