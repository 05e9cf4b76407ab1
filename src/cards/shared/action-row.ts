// The last row of a card: what can be done with it, wherever it stands.
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from './components.ts'
import type { Card } from '../../core/card.ts'

/** How a card stands: before everyone, or before its asker alone, who may share it, has shared it or may not. */
export type CardVisibility = 'public' | 'ephemeral' | 'shared' | 'unshareable'

const showLabels = { map: 'Show map', timeline: 'Show timeline' }

/**
 * Sources, Report an error and Share on cards of facts, Show map where it was not ready in time, Delete on whatever
 * stands before everyone.
 */
export function actionRow(
  { viewState, facts = [], image }: Card,
  standing: CardVisibility,
  { isLate = false }: { isLate?: boolean } = {},
): Card['components'] {
  const quiet = ButtonStyle.Secondary
  const buttons = [
    ...(viewState && facts.length > 0
      ? [
          button(quiet, 'Sources', packCustomId('sources', '', ...viewState)),
          button(quiet, 'Report an error', packCustomId('report-fact', ...viewState)),
        ]
      : []),
    ...(viewState && image && isLate
      ? [button(quiet, showLabels[image.type], packCustomId('show-image', ...viewState))]
      : []),
    ...(viewState && standing === 'ephemeral'
      ? [button(ButtonStyle.Primary, 'Share', packCustomId('share-card', ...viewState))]
      : []),
    ...(viewState && standing === 'shared'
      ? [button(quiet, 'Shared', packCustomId('share-card', ...viewState)).setDisabled(true)]
      : []),
    ...(standing === 'public' ? [button(quiet, 'Delete', packCustomId('delete-card'))] : []),
  ]
  return buttons.length > 0 ? buttonRow(...buttons) : []
}
