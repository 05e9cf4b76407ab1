// The page numbers of a card and the buttons that turn its pages.
import { buttonRow, type Button, type Control, type ViewState } from '../../core/card.ts'

/** The requested page: the last one for a number past the end, the first one if it is not an integer. */
export function clampPage(page: number, count: number): number {
  return Number.isInteger(page) ? Math.min(Math.max(0, page), Math.max(0, count - 1)) : 0
}

/** "Page 2 of 5"; nothing for a single page. */
export function pageLabel(page: number, count: number): string[] {
  return count > 1 ? [`Page ${page + 1} of ${count}`] : []
}

/** A row with buttons to the previous and the next page; no row for a single page. */
export function paginationRow(page: number, count: number, viewOf: (page: number) => ViewState): Control[] {
  return buttonRow(...(count < 2 ? [] : pageButtons(page, count, viewOf)))
}

/** The buttons that turn the pages of a list; on the first page only forward, which leaves room in the row. */
export function pageButtons(
  page: number,
  count: number,
  viewOf: (page: number) => ViewState,
  [previous, next]: [string, string] = ['Previous', 'Next'],
): Button[] {
  const turn = (label: string, target: number): Button => ({
    label,
    opens: viewOf(target),
    isDisabled: target >= count,
  })
  return [...(page > 0 ? [turn(previous, page - 1)] : []), turn(next, page + 1)]
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
