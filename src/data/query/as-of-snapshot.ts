// A view of a revision as of a day.
import { isVisibleOn } from '../model/visibility.ts'
import { groupByAttribute } from './attribute-facts.ts'
import type { FactSnapshot } from './fact-store.ts'

/** What of a view is visible on a day, as yyyy-mm-dd. */
export function asOfSnapshot(whole: FactSnapshot, asOfDate: string): FactSnapshot {
  return {
    ...whole,
    asOfDate,
    factsAbout: (id) =>
      groupByAttribute(
        whole.factsAbout(id).flatMap(({ facts }) => facts.filter((fact) => isVisibleOn(fact, asOfDate))),
      ),
    factsMentioning: (id) => whole.factsMentioning(id).filter((fact) => isVisibleOn(fact, asOfDate)),
    memo: (key, compute) => whole.memo(`${asOfDate} ${key}`, compute),
  }
}
