// The card of a country that no article mentions, with a menu of countries that are mentioned.
import type { Card } from '../../core/card.ts'
import type { Entity } from '../../data/model/types.ts'
import { colorForKind } from '../shared/colors.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { nameInSentence, nameWithFlag } from '../shared/format.ts'

export function unmentionedCountryCard(country: Entity, mentioned: readonly Entity[]): Card {
  const name = nameInSentence(country)
  return {
    heading: { text: nameWithFlag(country) },
    color: colorForKind('country'),
    verdict: {
      text: `No article here mentions ${name}, so its relationships are not stated. That does not mean that it has none.`,
    },
    controls: entityMenu('Open a country that the articles mention', mentioned, ['entity', '']),
    viewState: ['entity', '', country.id],
  }
}
