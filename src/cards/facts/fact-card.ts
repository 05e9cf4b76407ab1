// A single fact: its statement, with its article, section and date.
import { buttonRow, type Card } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { cardButtonLabel, nameInSentence, nameWithFlag } from '../shared/format.ts'
import { citationOf, isOutdatedAt } from '../shared/sources.ts'

/** `about`: the id of the requested entity or '', so that "Another" stays with it. */
export function factCard(
  fact: Fact,
  about: string,
  { facts, now }: { facts: FactSnapshot; now: Date },
): Card {
  const entity = facts.getEntity(fact.entity)
  const subject = facts.getEntity(about)
  return {
    heading: { text: entity ? nameWithFlag(entity) : fact.entity },
    color: neutralColor,
    verdict: { text: fact.statement, facts: [fact] },
    sections: [{ caption: citationOf([fact], facts, isOutdatedAt(now)), lines: [] }],
    notes: [`One fact ${subject ? `about ${nameInSentence(subject)}` : `of ${facts.count}`}`],
    controls: buttonRow(
      { label: 'Another', opens: ['fact', about], style: 'primary' },
      ...(entity ? [{ label: cardButtonLabel(entity), opens: ['entity', '', entity.id] } as const] : []),
    ),
    viewState: ['fact', about, fact.id],
    facts: [fact],
  }
}
