// What a change of the facts would be, page by page, with Apply and Cancel.
import { escapeMarkdown } from 'discord.js'
import { buttonRow, type Card, type Control, type Section, type ViewState } from '../../core/card.ts'
import type { Plan } from '../../revisions/build-result.ts'
import type { RevisionChange, RevisionDiff } from '../../revisions/diff.ts'
import type { FolderChange } from '../../revisions/imported-folder.ts'
import type { RevisionOperation } from '../../revisions/revision-service.ts'
import { truncate } from '../shared/discord-limits.ts'
import { capitalize } from '../shared/format.ts'
import { pageButtons, pageLabel, pageOf } from '../shared/pagination.ts'
import { adminColor } from './admin-color.ts'
import { describeChanges, formatChange, formatNames } from './revision-diff-text.ts'

const changesPerPage = 5
/** Five changes of this length fit into a message. */
const maxChangeLength = 680

export interface RevisionDiffView {
  plan: Plan
  diff: RevisionDiff
  imported: FolderChange
  /** Paths in an uploaded export of files that come with Entente and differ here. */
  ignored?: string[]
  /** Why the diff that was shown before no longer holds. */
  replannedBecause?: string
}

/** A button carries the whole plan, so that a restart loses nothing. */
function planView(
  operation: RevisionOperation,
  verb: 'show' | 'apply' | 'cancel',
  { fromRevision, toRevision, hash }: Plan,
  ...page: number[]
): ViewState {
  return ['admin', operation, verb, fromRevision, toRevision, hash, ...page]
}

export function revisionDiffCard(
  operation: RevisionOperation,
  view: RevisionDiffView,
  requestedPage: number,
): Card {
  const { plan, diff } = view
  const { items, page, count } = pageOf(diff.changes, requestedPage, changesPerPage)
  return {
    color: adminColor,
    heading: { text: capitalize(operation), kind: kindOf(plan) },
    verdict: { text: verdictOn(operation, view) },
    sections: [countsSection(view), ...items.map(changeSection)],
    notes: [...ignoredNote(view), ...pageLabel(page, count)],
    controls: buttonRow(
      { label: 'Apply', opens: planView(operation, 'apply', plan), style: 'primary' },
      { label: 'Cancel', opens: planView(operation, 'cancel', plan) },
      ...(count > 1 ? pageButtons(page, count, (target) => planView(operation, 'show', plan, target)) : []),
    ),
  }
}

/** "revision 1 → revision 2". */
function kindOf({ fromRevision, toRevision }: Plan): string {
  return `${fromRevision > 0 ? `revision ${fromRevision} → ` : 'the first, '}revision ${toRevision}`
}

function verdictOn(operation: RevisionOperation, { plan, diff, replannedBecause }: RevisionDiffView): string {
  const action = {
    reseed: 'A reseed',
    import: 'This import',
    removal: 'This removal',
    rollback: `Going back to revision ${plan.toRevision}`,
  }[operation]
  const changes = describeChanges(diff)
  const would = `${action} would ${changes || 'change no fact, entity or article, only the text of the files'}.`
  return replannedBecause === undefined
    ? `${would} Nothing has changed yet.`
    : `Nothing was applied, since ${replannedBecause}. ${would}`
}

function countsSection({ diff: { before, after }, imported }: RevisionDiffView): Section {
  const { added, changed, removed } = imported
  const files = Object.entries({ adds: added, replaces: changed, removes: removed })
    .filter(([, names]) => names.length > 0)
    .map(([verb, names]) => `${verb} ${formatNames(names)}`)
  return {
    lines: [
      ...(['facts', 'entities', 'articles'] as const).map((name) => ({
        label: capitalize(name),
        text: before[name] === after[name] ? String(after[name]) : `${before[name]} → ${after[name]}`,
      })),
      ...(files.length > 0 ? [{ label: 'Imported files', text: files.join('; ') }] : []),
    ],
  }
}

function ignoredNote({ ignored = [] }: RevisionDiffView): string[] {
  if (ignored.length === 0) return []
  return [
    `This version of Entente comes with other texts of ${formatNames(ignored)} than the export, and keeps its own.`,
  ]
}

function changeSection(change: RevisionChange): Section {
  const { title, lines } = formatChange(change)
  const heading = escapeMarkdown(title)
  const text = lines.map((line) => escapeMarkdown(line)).join('\n')
  return { heading, lines: [{ text: truncate(text, maxChangeLength - heading.length) }] }
}

/** A button that takes back at once what was applied. */
export function undoButtonRow(undo: Plan): Control[] {
  return buttonRow({ label: 'Undo', opens: planView('rollback', 'apply', undo), style: 'danger' })
}
