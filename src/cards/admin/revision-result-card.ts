// The result of a change of the facts for an operator: a diff with Apply and Cancel, what went wrong, or what is live now.
import { textCard, type Card } from '../../core/card.ts'
import type { Plan, Published } from '../../revisions/build-result.ts'
import type { FolderChange } from '../../revisions/imported-folder.ts'
import type { RevisionOperation, RevisionResult } from '../../revisions/revision-service.ts'
import { escapeText } from '../shared/format.ts'
import { problemsCard } from './data-problems-card.ts'
import { revisionDiffCard, undoButtonRow } from './revision-diff-card.ts'
import { formatContentCounts, formatNames } from './revision-diff-text.ts'

const unchangedEndings: Record<RevisionOperation, string> = {
  reseed: 'is live and says what the files say: there is nothing to apply.',
  import: 'is live and was built from these files already: there is nothing to apply.',
  removal: 'is live and was built without that file already: there is nothing to apply.',
  rollback: 'is live already.',
}

/** `page` is the page of the changes, or of the problems. */
export function revisionResultCard(operation: RevisionOperation, result: RevisionResult, page = 0): Card {
  switch (result.outcome) {
    case 'planned':
      return revisionDiffCard(operation, result, page)
    case 'invalid':
      return problemsCard(operation, result, page)
    case 'published':
      return publishedCard(operation, result)
    case 'unchanged':
      return textCard(`Revision ${result.revision} ${unchangedEndings[operation]}`)
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

const pinnedSentence = 'It stays live after a restart; /admin reseed returns to the files.'

/** "Imported: pier.yaml." */
function folderSentences({ added, changed, removed }: FolderChange): string[] {
  return [
    ...(added.length > 0 ? [`Imported: ${formatNames(added)}.`] : []),
    ...(changed.length > 0
      ? [`Replaced: ${formatNames(changed)}; the texts from before are in articles/removed of DATABASE_DIR.`]
      : []),
    ...(removed.length > 0
      ? [`No longer imported: ${formatNames(removed)}; kept in articles/removed of DATABASE_DIR.`]
      : []),
  ]
}

function publishedCard(
  operation: RevisionOperation,
  { revision, previousRevision, counts, imported, pinnedByRollback = true }: Published,
): Card {
  const content = formatContentCounts(counts)
  const undo: Plan = { fromRevision: revision, toRevision: previousRevision, hash: '' }
  return {
    ...textCard(
      [
        `Revision ${revision} is live${operation === 'rollback' ? ' again' : ''}: ${content}.`,
        ...(imported ? folderSentences(imported) : []),
        ...(operation === 'rollback'
          ? [pinnedByRollback ? pinnedSentence : 'The files are those that it was built from.']
          : []),
      ].join(' '),
    ),
    controls: previousRevision > 0 ? undoButtonRow(undo) : [],
  }
}
