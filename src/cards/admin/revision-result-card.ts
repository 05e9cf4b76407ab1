// The result of a reseed or a rollback for an operator: a diff with Apply and Cancel, what went wrong, or what is live now.
import { textCard, type Card } from '../../core/card.ts'
import type { Plan, Published } from '../../revisions/build-result.ts'
import type { RevisionOperation, RevisionResult } from '../../revisions/revision-service.ts'
import { escapeText } from '../shared/format.ts'
import { problemsCard } from './data-problems-card.ts'
import { revisionDiffCard, undoButtonRow } from './revision-diff-card.ts'
import { formatContentCounts } from './revision-diff-text.ts'

/** `page` is the page of the changes, or of the problems. */
export function revisionResultCard(operation: RevisionOperation, result: RevisionResult, page = 0): Card {
  switch (result.outcome) {
    case 'planned':
      return revisionDiffCard(operation, result, page)
    case 'invalid':
      return problemsCard(result, page)
    case 'published':
      return publishedCard(operation, result)
    case 'unchanged':
      return textCard(
        operation === 'reseed'
          ? `Revision ${result.revision} is live and says what the files say: there is nothing to apply.`
          : `Revision ${result.revision} is live already.`,
      )
    case 'missing':
      return textCard(`Nothing was changed. ${result.reason} Choose another one from /admin history.`)
    case 'failed':
      return textCard(
        result.isLocked
          ? 'Another operator is reseeding. Try again shortly.'
          : `Nothing was changed, since ${escapeText(result.reason)}: ${result.fix}.`,
      )
  }
}

function publishedCard(
  operation: RevisionOperation,
  { revision, previousRevision, counts }: Published,
): Card {
  const content = formatContentCounts(counts)
  const undo: Plan = { fromRevision: revision, toRevision: previousRevision, hash: '' }
  return {
    ...textCard(
      operation === 'reseed'
        ? `Revision ${revision} is live: ${content}.`
        : `Revision ${revision} is live again: ${content}. It stays live after a restart; /admin reseed returns to the files.`,
    ),
    controls: previousRevision > 0 ? undoButtonRow(undo) : [],
  }
}
