// The problems that keep the files from being applied, each as file:line, page by page.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, escapeMarkdown } from 'discord.js'
import { packCustomId } from '../custom-id.ts'
import type { Problem } from '../data/problems.ts'
import { button, buttonRow } from './buttons.ts'
import type { Card } from './card.ts'
import { adminColor } from './difference-card.ts'
import { cut } from './limits.ts'

/** How many problems stand on one page, and how long each may be. */
const problemsOnAPage = 8
const problemLength = 480

/** The problems of the files, each as file:line; a page turned checks the files again. */
export function problemsCard(problems: readonly Problem[], asked: number): Card {
  const pages = Math.ceil(problems.length / problemsOnAPage)
  const page = Math.min(Math.max(0, asked), pages - 1)
  const shown = problems.slice(page * problemsOnAPage, (page + 1) * problemsOnAPage)
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
  const embed = new EmbedBuilder()
    .setColor(adminColor)
    .setTitle(`The files have ${count}`)
    .setDescription(
      shown
        .map(({ file, line, message, cure }) =>
          cut(
            `**${escapeMarkdown(`${file}:${line}`)}** ${escapeMarkdown(`${message}: ${cure}`)}`,
            problemLength,
          ),
        )
        .join('\n'),
    )
    .setFooter({ text: `The facts are as they were${pages > 1 ? ` · page ${page + 1} of ${pages}` : ''}` })
  const turn = (label: string, to: number) =>
    button(ButtonStyle.Secondary, label, packCustomId('admin', 'problems', to)).setDisabled(
      to < 0 || to >= pages,
    )
  return {
    content: `The files have ${count}, so there is nothing to apply. The facts are as they were.`,
    embeds: [embed.toJSON()],
    rows: pages > 1 ? buttonRow(turn('Previous', page - 1), turn('Next', page + 1)) : [],
  }
}
