// Reads what a thing was called before: "what was CENTO called before it was CENTO".
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import type { Question } from './question.ts'

const earlierWords = 'before|earlier|first|originally|formerly|previously|initially|once|until|back|past'
const earlier = `(?:${earlierWords})`
const called = '(?:called|named|known as|go by|went by|gone by)'

const asksName = new RegExp(
  `\\b(?:former|old|older|earlier|previous|original|first|initial|past|prior|other|another) names?\\b|\\b${called}\\b.*\\b${earlier}\\b|\\b${earlier}\\b.*\\b${called}\\b|\\bused to be ${called}`,
)

/** Words that say nothing else. */
const known = new RegExp(
  `^(?:@0|what|which|was|were|is|did|does|do|has|have|had|it|its|they|their|the|of|for|in|by|to|a|an|be|been|used|use|ever|names?|under|became|become|call|this|that|day|then|on|at|when|start|beginning|old|older|former|previous|original|initial|prior|other|another|known|as|go|went|gone|called|named|organization|alliance|exercise|changed?|got|current|present|today|${earlierWords})$`,
)

/** A name that something had. */
const saysName =
  /^(?!The exercise\b).*\b(?:was renamed|was (?:first |originally |formerly )?(?:called|named|known as) (?!the\b)[A-Z]|(?:former|earlier|first|original|previous) name)/

/** The question that the facts about earlier names answer; "none" where they are asked for and there are none. */
export function askedEarlierName(
  { words, candidates }: Named,
  facts: FactSnapshot,
): Question | 'none' | undefined {
  const [entity, ...others] = candidates.flat()
  if (!entity || others.length > 0 || !asksName.test(words.join(' '))) return undefined
  if (!words.every((word) => known.test(word))) return undefined
  const detail = namingFacts(entity, facts)
    .slice(0, 2)
    .map(({ id }) => id)
    .join(' ')
  return detail === '' ? 'none' : { form: 'stated', entities: [], date: '', detail }
}

function namingFacts({ id }: Entity, facts: FactSnapshot): Fact[] {
  return facts
    .factsAbout(id)
    .flatMap((group) => group.facts)
    .filter(({ statement }) => saysName.test(statement))
}
