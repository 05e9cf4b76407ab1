// Renders a card as the text of a direct message, whose notification shows only plain content.
import type { Card, FormatDates } from '../../core/card.ts'
import { limits, truncate } from '../shared/discord-limits.ts'
import { cardText } from './card-text.ts'

/** Markdown, truncated to the length of a message. */
export function plainMessage(card: Card, formatDates: FormatDates = (text) => text): string {
  const { opening, sections, smallPrint } = cardText(card, formatDates)
  const text = [opening, ...sections, smallPrint].filter(Boolean).join('\n')
  return truncate(text, limits.content)
}
