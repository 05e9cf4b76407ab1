// Reads what asks where a treaty holds: "does the treaty cover an attack in the South China Sea".
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import type { Question } from './question.ts'
import { unitedStates } from './promise-facts.ts'
import { candidatesOf, isOfYear, treatiesOfTwo } from './treaties-between.ts'

const areaOf =
  /^(?:does|do|did|would|will) (@\d) (?:(?:treaty|pact|alliance|agreement) )?(?:cover|include|apply to|extend to|protect)(?: (?:@\d|attack|attacks|armed|an|the|in|on|and|or|coast|guard|boats?|ships?|vessels?|aircraft|forces|troops|everywhere|territory|islands?))+$/

/** "Must the United States defend Philippine boats in the South China Sea": what the treaty of two says of a place. */
const ofTwoIn =
  /^(?:(?:does|do|did|would|will|must|is|are|has|have) )?(@\d) (?:(?:have|has|had|to|must|be|bound|obliged|obligated|required|defend|protect|help|cover|covers|a|an|any|if|in|case|of|attack|attacks|on|for|by|attacked|treaty|ally|and|or) )*(@\d)(?: (?:ships?|boats?|vessels?|planes?|aircraft|coast|guard|forces|troops|navy|public|fishing|armed|military|territory|islands?|are|is|get|gets|attacked|hit|and|or|too|in|on|at|around|near|over|if|attack|happens))+ (@\d)(?: (?:too|as|well|also|by|under|treaty|treaties|pact|mutual|defen[sc]e|law|attacked|(?:is|are|get|gets) attacked))*$/

/** "Does an attack on a Philippine boat in the South China Sea fall under the 1951 treaty": of the United States. */
const attackUnder =
  /^(?:does|do|did|is|are|would|will) (?:(?:an?|any|armed|some) )*attacks? (?:on|against) (?:an? )?(@\d)(?: (?:ships?|boats?|vessels?|planes?|aircraft|coast|guard|forces|troops|navy|public|armed|military|fishing|and|or|a|an))* (?:in|on|at|near) (@\d) (?:(?:fall|falls|come|comes|count|be|covered|included|protected) )*(?:under|by|in|within|trigger|triggers) (?:(?:(\d{4})|mutual|defen[sc]e|its|us) )*(?:treaty|pact|alliance)(?: (?:of|from) (\d{4}))?$/

function ofAttackInPlace(
  text: string,
  candidates: readonly Entity[][],
  facts: FactSnapshot,
): Question | undefined {
  const [, one = '', place = '', ...years] = attackUnder.exec(text) ?? []
  const [country] = candidatesOf(one, candidates)
  const [region] = candidatesOf(place, candidates)
  if (!country || region?.kind !== 'region') return undefined
  const year = years.find(Boolean) ?? ''
  const [treaty, ...others] = treatiesOfTwo(country.id, unitedStates, facts).filter((found) =>
    isOfYear(found, year, facts),
  )
  return treaty && others.length === 0
    ? { form: 'defend', entities: [treaty.id, region.id], date: '', detail: '' }
    : undefined
}

function ofTwoInPlace(
  text: string,
  candidates: readonly Entity[][],
  facts: FactSnapshot,
): Question | undefined {
  const [, ...names] = ofTwoIn.exec(text) ?? []
  const [a, b, place] = names.flatMap((name) => candidatesOf(name, candidates).slice(0, 1))
  if (!a || !b || place?.kind !== 'region') return undefined
  const [treaty, ...others] = treatiesOfTwo(a.id, b.id, facts)
  return treaty && others.length === 0
    ? { form: 'defend', entities: [treaty.id, place.id], date: '', detail: '' }
    : undefined
}

/** What a treaty says of its area, or of a place; undefined if it says nothing of its area. */
export function askedArea({ words, candidates }: Named, facts: FactSnapshot): Question | undefined {
  const text = words.filter((word) => !/^(?:the|,)$/.test(word)).join(' ')
  const [, named] = areaOf.exec(text) ?? []
  if (named === undefined)
    return ofTwoInPlace(text, candidates, facts) ?? ofAttackInPlace(text, candidates, facts)
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
