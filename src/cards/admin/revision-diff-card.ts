// What a reseed or a rollback would change, page by page, with Apply and Cancel.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import type { Card } from '../../core/card.ts'
import { packCustomId } from '../../core/custom-id.ts'
import type { Plan } from '../../revisions/build-result.ts'
import type { RevisionChange, RevisionDiff } from '../../revisions/diff.ts'
import type { RevisionOperation } from '../../revisions/revision-service.ts'
import { button, buttonRow } from '../shared/components.ts'
import { truncate } from '../shared/discord-limits.ts'
import { capitalize } from '../shared/format.ts'
import { pageLabel, pageOf, turnButtons } from '../shared/pagination.ts'
import { formatChange, formatChangeCounts, formatSummary } from './revision-diff-text.ts'

export const adminColor = 0x5b7a8c

const changesPerPage = 5
/** Five changes of this length fit into a description. */
const maxChangeLength = 780

export interface RevisionDiffView {
  plan: Plan
  diff: RevisionDiff
  /** Why the diff that was shown before no longer holds. */
  replannedBecause?: string
}

/** The custom id of a button carries the whole plan, so that a restart loses nothing. */
function planCustomId(
  operation: RevisionOperation,
  verb: 'show' | 'apply' | 'cancel',
  { fromRevision, toRevision, hash }: Plan,
  ...page: number[]
) {
  return packCustomId('admin', operation, verb, fromRevision, toRevision, hash, ...page)
}

export function revisionDiffCard(
  operation: RevisionOperation,
  { plan, diff, replannedBecause }: RevisionDiffView,
  requestedPage: number,
): Card {
  const { before, after, summary } = diff
  const { items, page, count } = pageOf(diff.changes, requestedPage, changesPerPage)
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(
      operation === 'reseed'
        ? 'What a reseed would change'
        : `What going back to revision ${plan.toRevision} would change`,
    )
    .setDescription(
      items.map(formatItem).join('\n\n') ||
        'No fact, entity or article differs; only the text of the files does.',
    )
    .addFields(
      (
        [
          ['facts', 'fact'],
          ['entities', 'entity'],
          ['articles', 'article'],
        ] as const
      ).map(([name, itemType]) => ({
        name: capitalize(name),
        value: `${before[name]} → ${after[name]}\n${formatChangeCounts(summary[itemType])}`,
        inline: true,
      })),
    )
    .setFooter({ text: ['Nothing has changed yet', ...pageLabel(page, count)].join(' · ') })
  const from = plan.fromRevision > 0 ? `Revision ${plan.fromRevision}` : 'Nothing'
  const lead =
    replannedBecause === undefined
      ? ''
      : `Nothing was applied, since ${replannedBecause}. This is what would change now. `
  const pageId = (target: number) => planCustomId(operation, 'show', plan, target)
  return {
    content: `${lead}${from} → revision ${plan.toRevision}. ${formatSummary(diff)}`,
    embeds: [embed.toJSON()],
    components: buttonRow(
      button(ButtonStyle.Success, 'Apply', planCustomId(operation, 'apply', plan)),
      button(ButtonStyle.Secondary, 'Cancel', planCustomId(operation, 'cancel', plan)),
      ...(count > 1 ? turnButtons(page, count, pageId) : []),
    ),
  }
}

function formatItem(change: RevisionChange): string {
  const { title, lines } = formatChange(change)
  const text = lines.map((line) => escapeMarkdown(line)).join('\n')
  return truncate(`**${escapeMarkdown(title)}**\n${text}`, maxChangeLength)
}

/** A button that takes back at once what was applied. */
export function undoButtonRow(undo: Plan): Card['components'] {
  return buttonRow(button(ButtonStyle.Danger, 'Undo', planCustomId('rollback', 'apply', undo)))
}
