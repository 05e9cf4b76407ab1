// What a reseed or a rollback would change, page by page, with Apply and Cancel.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { DifferencePage, Plan } from '../../revisions/build-result.ts'
import type { Card } from '../../core/card.ts'
import { formatChange, formatChangeCounts, formatSummary } from './revision-diff-text.ts'
import { truncate } from '../shared/discord-limits.ts'
import { button, buttonRow } from '../shared/components.ts'

export const adminColor = 0x5b7a8c

/** Five changes fit into a description at this length each. */
const changeLength = 780

export type PlanKind = 'reseed' | 'rollback'

/** The custom id of a button of a plan carries the whole plan, so that a restart loses nothing. */
function planCustomId(
  kind: PlanKind,
  deed: string,
  { fromRevision, toRevision, hash }: Plan,
  ...page: number[]
) {
  return packCustomId('admin', kind, deed, fromRevision, toRevision, hash, ...page)
}

/** `anew` says why the difference that was shown before no longer holds. */
export function differenceCard(kind: PlanKind, plan: Plan, shown: DifferencePage, anew?: string): Card {
  const { before, after, summary, page, pages } = shown
  const isEmpty = shown.changes.length === 0
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(
      kind === 'reseed'
        ? 'What a reseed would change'
        : `What going back to revision ${plan.toRevision} would change`,
    )
    .setDescription(
      isEmpty
        ? 'No fact, entity or article differs; only the text of the files does.'
        : shown.changes.map(writeChange).join('\n\n'),
    )
    .addFields(
      (['facts', 'entities', 'articles'] as const).map((name, index) => {
        const what = (['fact', 'entity', 'article'] as const)[index] ?? 'fact'
        const value = `${before[name]} → ${after[name]}\n${formatChangeCounts(summary[what])}`
        return { name: `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, value, inline: true }
      }),
    )
    .setFooter({ text: `Nothing has changed yet${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}` })
  const from = plan.fromRevision > 0 ? `Revision ${plan.fromRevision}` : 'Nothing'
  const lead = anew === undefined ? '' : `Nothing was applied, since ${anew}. This is what would change now. `
  const turn = (label: string, to: number) =>
    button(ButtonStyle.Secondary, label, planCustomId(kind, 'show', plan, to)).setDisabled(
      to < 0 || to >= pages,
    )
  const turns = pages > 1 ? [turn('Previous', page - 1), turn('Next', page + 1)] : []
  return {
    content: `${lead}${from} → revision ${plan.toRevision}. ${formatSummary(shown)}`,
    embeds: [embed.toJSON()],
    components: buttonRow(
      button(ButtonStyle.Success, 'Apply', planCustomId(kind, 'apply', plan)),
      button(ButtonStyle.Secondary, 'Cancel', planCustomId(kind, 'cancel', plan)),
      ...turns,
    ),
  }
}

function writeChange(change: Parameters<typeof formatChange>[0]): string {
  const { title, lines } = formatChange(change)
  const text = lines.map((line) => escapeMarkdown(line)).join('\n')
  return truncate(`**${escapeMarkdown(title)}**\n${text}`, changeLength)
}

/** A button that takes what was applied back at once. */
export function undoButtonRow(undo: Plan): Card['components'] {
  return buttonRow(button(ButtonStyle.Danger, 'Undo', planCustomId('rollback', 'apply', undo)))
}
