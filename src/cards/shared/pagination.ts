// The buttons that turn the pages of a card.
import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import type { Card } from '../../core/card.ts'

/** The page that is asked for, as far as there is one: past the last it is the last, and what is no number is the first. */
export function clampPage(page: number, count: number): number {
  return Number.isInteger(page) ? Math.min(Math.max(0, page), count - 1) : 0
}

/** "Page 2 of 5" for the footer of a card of several pages. */
export function pageLabel(page: number, count: number): string[] {
  return count > 1 ? [`Page ${page + 1} of ${count}`] : []
}

/** A row with a button to the page before and one to the page after, or no row where there is one page. */
export function paginationRow(
  page: number,
  count: number,
  pageId: (page: number) => string,
  more = 'More facts',
): Card['components'] {
  if (count < 2) return []
  const button = (label: string, target: number) =>
    new ButtonBuilder().setStyle(ButtonStyle.Secondary).setLabel(label).setCustomId(pageId(target))
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    ...(page > 0 ? [button('Previous', page - 1)] : []),
    ...(page < count - 1 ? [button(page === 0 ? more : 'Next', page + 1)] : []),
  )
  return [row.toJSON()]
}

/** One page of a plain list: the page nearest to the requested one, and how many there are (at least one). */
export function pageOf<Item>(
  items: readonly Item[],
  requestedPage: number,
  pageSize: number,
): { items: readonly Item[]; page: number; count: number } {
  const count = Math.max(1, Math.ceil(items.length / pageSize))
  const page = clampPage(requestedPage, count)
  return { items: items.slice(page * pageSize, (page + 1) * pageSize), page, count }
}

/** Two buttons that turn the pages of a list; one that leads nowhere is disabled. */
export function turnButtons(
  page: number,
  count: number,
  pageId: (page: number) => string,
  [previous, next]: [string, string] = ['Previous', 'Next'],
): ButtonBuilder[] {
  const turn = (label: string, target: number) =>
    new ButtonBuilder()
      .setStyle(ButtonStyle.Secondary)
      .setLabel(label)
      .setCustomId(pageId(target))
      .setDisabled(target < 0 || target >= count)
  return [turn(previous, page - 1), turn(next, page + 1)]
}
