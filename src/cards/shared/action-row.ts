// The last row of a card: buttons for what can be done with it where it is shown.
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from './components.ts'
import type { Card } from '../../core/card.ts'

/** Visible to everyone, or only to the requester, who may share it, has shared it, or may not share it. */
export type CardVisibility = 'public' | 'ephemeral' | 'shared' | 'unshareable'

const showLabels = { map: 'Show map', timeline: 'Show timeline' }

/**
 * Sources, Report an error and Share on cards of facts, Show map if it was not ready in time, and Delete on public
 * messages.
 */
export function actionRow(
  { viewState, facts = [], image }: Card,
  visibility: CardVisibility,
  { isLate = false }: { isLate?: boolean } = {},
): Card['components'] {
  const secondary = ButtonStyle.Secondary
  const buttons = [
    ...(viewState && facts.length > 0
      ? [
          button(secondary, 'Sources', packCustomId('sources', '', ...viewState)),
          button(secondary, 'Report an error', packCustomId('report-fact', ...viewState)),
        ]
      : []),
    ...(viewState && image && isLate
      ? [button(secondary, showLabels[image.type], packCustomId('show-image', ...viewState))]
      : []),
    ...(viewState && visibility === 'ephemeral'
      ? [button(ButtonStyle.Primary, 'Share', packCustomId('share-card', ...viewState))]
      : []),
    ...(viewState && visibility === 'shared'
      ? [button(secondary, 'Shared', packCustomId('share-card', ...viewState)).setDisabled(true)]
      : []),
    ...(visibility === 'public' ? [button(secondary, 'Delete', packCustomId('delete-card'))] : []),
  ]
  return buttons.length > 0 ? buttonRow(...buttons) : []
}
