// The builder's answer to an operator: the difference with Apply and Cancel, what stands in the way, or what is live now.
import type { Answer } from '../../revisions/revision-service.ts'
import type { Plan } from '../../revisions/build-result.ts'
import { lineCard, type Card } from '../../core/card.ts'
import { writeContents } from './revision-diff-text.ts'
import { differenceCard, undoRow, type PlanKind } from './revision-diff-card.ts'
import { problemsCard } from './data-problems-card.ts'
import { escapeText } from '../shared/format.ts'

/** `page` is the page of problems to show; a difference says itself which of its pages it is. */
export function writeAnswer(kind: PlanKind, answer: Answer, page = 0): Card {
  switch (answer.outcome) {
    case 'planned':
      return differenceCard(kind, answer.plan, answer.difference, answer.anew)
    case 'refused':
      return problemsCard(answer, page)
    case 'applied':
      return appliedCard(kind, answer)
    case 'unchanged':
      return lineCard(
        kind === 'reseed'
          ? `Revision ${answer.revision} is live and says what the files say: there is nothing to apply.`
          : `Revision ${answer.revision} is live already.`,
      )
    case 'busy': {
      const { who, deed, since, until } = answer.work
      return lineCard(
        `<@${who}> is at a ${deed} since ${time(since)}. Ask them to finish it, or try again ${time(until)}, when it lapses.`,
      )
    }
    case 'lost':
      return lineCard(`Nothing was changed. ${answer.why} Choose another one from /admin history.`)
    case 'failed':
      return lineCard(`Nothing was changed, since ${escapeText(answer.why)}: ${answer.cure}.`)
  }
}

function appliedCard(kind: PlanKind, answer: Extract<Answer, { outcome: 'applied' }>): Card {
  const { revision, before, counts } = answer
  const told = writeContents(counts)
  const undo: Plan = { base: revision, target: before, hash: '' }
  return {
    content:
      kind === 'reseed'
        ? `Revision ${revision} is live: ${told}.`
        : `Revision ${revision} is live again: ${told}. A start leaves it so; /admin reseed brings back what the files say.`,
    embeds: [],
    rows: before > 0 ? undoRow(undo) : [],
  }
}

/** As Discord shows a time to each reader in their own zone: "2 minutes ago". */
function time(iso: string): string {
  return `<t:${Math.floor(Date.parse(iso) / 1000)}:R>`
}
