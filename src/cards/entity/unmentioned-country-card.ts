// The card of a country that no article mentions, with a menu of countries that are mentioned.
import type { Card } from '../../core/card.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { colorForKind } from '../shared/colors.ts'
import { entityMenu } from '../shared/entity-menu.ts'
import { nameInSentence, nameWithFlag } from '../shared/format.ts'
import { factsIn, sourcesOf } from '../shared/sources.ts'
import { notInLine } from './country-lines.ts'
import { mapDate } from './map-countries.ts'

export function unmentionedCountryCard(
  country: Entity,
  mentioned: readonly Entity[],
  { facts, now }: { facts: FactSnapshot; now: Date },
): Card {
  const lines = notInLine(country, facts, mapDate(facts, now))
  const name = nameInSentence(country)
  return {
    heading: { text: nameWithFlag(country) },
    color: colorForKind('country'),
    verdict: {
      text: `No source here mentions ${name}, so its relationships are not stated. That does not mean that it has none.`,
    },
    sections: lines.length > 0 ? [{ lines }] : [],
    sources: sourcesOf(factsIn(undefined, [{ lines }]), facts),
    controls: entityMenu('Open a country that the articles mention', mentioned, ['entity', '']),
    viewState: ['entity', '', country.id],
  }
}
