// Reads what asks where a treaty holds: "does the treaty cover an attack in the South China Sea".
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import type { Question } from './question.ts'

const areaOf =
  /^(?:does|do|did|would|will) (@\d) (?:(?:treaty|pact|alliance|agreement) )?(?:cover|include|apply to|extend to|protect)(?: (?:@\d|attack|attacks|armed|an|the|in|on|and|or|coast|guard|boats?|ships?|vessels?|aircraft|forces|troops|everywhere|territory|islands?))+$/

/** What a treaty says of its area, with its promises; undefined if it says nothing of it. */
export function askedArea({ words, candidates }: Named, facts: FactSnapshot): Question | undefined {
  const [body] =
    candidates[
      Number(areaOf.exec(words.filter((word) => !/^(?:the|,)$/.test(word)).join(' '))?.[1]?.slice(1))
    ] ?? []
  const hasArea = body && facts.factsAbout(body.id).some(({ attribute }) => attribute === 'area')
  return hasArea && body.kind !== 'country'
    ? { form: 'obligations', entities: [body.id], date: '', detail: '' }
    : undefined
}
