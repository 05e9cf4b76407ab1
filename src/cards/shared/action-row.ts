// The last row of a card: buttons for what can be done with it where it is shown.
import { buttonRow, type Card, type Control } from '../../core/card.ts'
import { packAttribution, type MessageAttribution } from './attribution.ts'

/** Visible to everyone, or only to the requester, who may share it, has shared it, or may not share it. */
export type CardVisibility = 'public' | 'ephemeral' | 'shared' | 'unshareable'

const imageLabels = { map: 'Map', timeline: 'Chart', bars: 'Chart' }

/**
 * More, Map or Chart, Sources, and Share on ephemeral cards or Delete on public ones; the Delete button holds the
 * attribution of its message.
 */
export function actionRow(
  { viewState, more, facts = [], image, showImage = false }: Card,
  visibility: CardVisibility,
  {
    hasImageButton = false,
    attribution = {},
  }: { hasImageButton?: boolean; attribution?: MessageAttribution },
): Control[] {
  return buttonRow(
    ...(more ? [{ label: 'More', opens: more }] : []),
    ...(viewState && image && hasImageButton
      ? [{ label: imageLabels[image.type], opens: ['show-image', ...viewState] } as const]
      : []),
    ...(viewState && facts.length > 0
      ? [{ label: 'Sources', opens: ['sources', '', ...viewState] } as const]
      : []),
    ...(viewState && (visibility === 'ephemeral' || visibility === 'shared')
      ? [
          {
            label: visibility === 'shared' ? 'Shared' : 'Share',
            opens: [showImage ? 'share-image' : 'share-card', ...viewState],
            isDisabled: visibility === 'shared',
          } as const,
        ]
      : []),
    ...(visibility === 'public'
      ? [{ label: 'Delete', opens: ['delete-card', ...packAttribution(attribution)] } as const]
      : []),
  )
}
