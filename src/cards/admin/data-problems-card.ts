// The problems that keep the data files from being applied, each as file:line, page by page.
import { EmbedBuilder } from '@discordjs/builders'
import type { Card } from '../../core/card.ts'
import { packCustomId } from '../../core/custom-id.ts'
import type { InvalidData } from '../../revisions/build-result.ts'
import { buttonRow } from '../shared/components.ts'
import { truncate } from '../shared/discord-limits.ts'
import { escapeText } from '../shared/format.ts'
import { pageLabel, pageOf, turnButtons } from '../shared/pagination.ts'
import { adminColor } from './revision-diff-card.ts'

const problemsPerPage = 8
const maxProblemLength = 480

/** A page of the listed problems; turning it checks the files again. */
export function problemsCard({ problems, total }: InvalidData, requestedPage: number): Card {
  const { items, page, count } = pageOf(problems, requestedPage, problemsPerPage)
  const counted = total === 1 ? 'one problem' : `${total} problems`
  const unlisted = total - problems.length
  const note =
    unlisted > 0 && page === count - 1
      ? [`${unlisted} more: fix these first, or list them all with \`npm run validate:data\` in a shell.`]
      : []
  const lines = items.map(({ file, line, message, fix }) =>
    truncate(`**${escapeText(`${file}:${line}`)}** ${escapeText(`${message}: ${fix}`)}`, maxProblemLength),
  )
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(`The files have ${counted}`)
    .setDescription([...lines, ...note].join('\n'))
    .setFooter({ text: ['The live facts are unchanged', ...pageLabel(page, count)].join(' · ') })
  return {
    content: `The files have ${counted}, so there is nothing to apply. The live facts are unchanged.`,
    embeds: [embed.toJSON()],
    components:
      count > 1
        ? buttonRow(...turnButtons(page, count, (target) => packCustomId('admin', 'problems', target)))
        : [],
  }
}
