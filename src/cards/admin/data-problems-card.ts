// The problems that keep the files from being applied, each as file:line, page by page.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Refused } from '../../revisions/build-result.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { adminColor } from './revision-diff-card.ts'
import { truncate } from '../shared/discord-limits.ts'
import { escapeText } from '../shared/format.ts'

/** How many problems stand on one page, and how long each may be. */
const problemsOnAPage = 8
const problemLength = 480

/** The first problems of the files, each as file:line; a page turned checks the files again. */
export function problemsCard({ problems, total }: Refused, asked: number): Card {
  const pages = Math.ceil(problems.length / problemsOnAPage)
  const page = Math.min(Math.max(0, asked), pages - 1)
  const shown = problems.slice(page * problemsOnAPage, (page + 1) * problemsOnAPage)
  const count = total === 1 ? 'one problem' : `${total} problems`
  const unlisted = total - problems.length
  const more =
    unlisted > 0 && page === pages - 1
      ? [`${unlisted} more: solve these first, or see them all with \`npm run validate:data\` in a shell.`]
      : []
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(`The files have ${count}`)
    .setDescription(
      [
        ...shown.map(({ file, line, message, cure }) =>
          truncate(
            `**${escapeText(`${file}:${line}`)}** ${escapeText(`${message}: ${cure}`)}`,
            problemLength,
          ),
        ),
        ...more,
      ].join('\n'),
    )
    .setFooter({ text: `The facts are as they were${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}` })
  const turn = (label: string, to: number) =>
    button(ButtonStyle.Secondary, label, packCustomId('admin', 'problems', to)).setDisabled(
      to < 0 || to >= pages,
    )
  return {
    content: `The files have ${count}, so there is nothing to apply. The live facts are unchanged.`,
    embeds: [embed.toJSON()],
    components: pages > 1 ? buttonRow(turn('Previous', page - 1), turn('Next', page + 1)) : [],
  }
}
