// Reads what asks where a treaty holds: "does the treaty cover an attack in the South China Sea".
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import type { Question } from './question.ts'
import { candidatesOf } from './treaties-between.ts'

const areaOf =
  /^(?:does|do|did|would|will) (@\d) (?:(?:treaty|pact|alliance|agreement) )?(?:cover|include|apply to|extend to|protect)(?: (?:@\d|attack|attacks|armed|an|the|in|on|and|or|coast|guard|boats?|ships?|vessels?|aircraft|forces|troops|everywhere|territory|islands?))+$/

/** What a treaty says of its area, or of a place; undefined if it says nothing of its area. */
export function askedArea({ words, candidates }: Named, facts: FactSnapshot): Question | undefined {
  const match = areaOf.exec(words.filter((word) => !/^(?:the|,)$/.test(word)).join(' '))
  if (!match) return undefined
  const [text, named = ''] = match
  const [body] = candidatesOf(named, candidates)
  const hasArea = body && facts.factsAbout(body.id).some(({ attribute }) => attribute === 'area')
  if (!hasArea || body.kind === 'country') return undefined
  // "A North Korean attack" names no place.
  const [, placed] = /(?:cover|include|to|protect|on|in) (@\d)$/.exec(text) ?? []
  const [place] = placed === undefined ? [] : candidatesOf(placed, candidates)
  return place
    ? { form: 'defend', entities: [body.id, place.id], date: '', detail: '' }
    : { form: 'obligations', entities: [body.id], date: '', detail: '' }
}
