// The builder's answer to an operator: the difference with Apply and Cancel, what stands in the way, or what is live now.
import type { RevisionResult } from '../../revisions/revision-service.ts'
import type { Plan } from '../../revisions/build-result.ts'
import { textCard, type Card } from '../../core/card.ts'
import { formatContentCounts } from './revision-diff-text.ts'
import { differenceCard, undoButtonRow, type PlanKind } from './revision-diff-card.ts'
import { problemsCard } from './data-problems-card.ts'
import { escapeText } from '../shared/format.ts'

/** `page` is the page of problems to show; a difference says itself which of its pages it is. */
export function revisionResultCard(kind: PlanKind, answer: RevisionResult, page = 0): Card {
  switch (answer.outcome) {
    case 'planned':
      return differenceCard(kind, answer.plan, answer.difference, answer.replannedBecause)
    case 'refused':
      return problemsCard(answer, page)
    case 'applied':
      return appliedCard(kind, answer)
    case 'unchanged':
      return textCard(
        kind === 'reseed'
          ? `Revision ${answer.revision} is live and says what the files say: there is nothing to apply.`
          : `Revision ${answer.revision} is live already.`,
      )
    case 'busy': {
      const { who, deed, since, until } = answer.work
      return textCard(
        `<@${who}> is at a ${deed} since ${time(since)}. Ask them to finish it, or try again ${time(until)}, when it lapses.`,
      )
    }
    case 'lost':
      return textCard(`Nothing was changed. ${answer.why} Choose another one from /admin history.`)
    case 'failed':
      return textCard(`Nothing was changed, since ${escapeText(answer.why)}: ${answer.cure}.`)
  }
}

function appliedCard(kind: PlanKind, answer: Extract<RevisionResult, { outcome: 'applied' }>): Card {
  const { revision, before, counts } = answer
  const told = formatContentCounts(counts)
  const undo: Plan = { fromRevision: revision, toRevision: before, hash: '' }
  return {
    content:
      kind === 'reseed'
        ? `Revision ${revision} is live: ${told}.`
        : `Revision ${revision} is live again: ${told}. It stays live after a restart; /admin reseed returns to the files.`,
    embeds: [],
    components: before > 0 ? undoButtonRow(undo) : [],
  }
}

/** As Discord shows a time to each reader in their own zone: "2 minutes ago". */
function time(iso: string): string {
  return `<t:${Math.floor(Date.parse(iso) / 1000)}:R>`
}
