// Answers a question with the sentences of the facts that state it.
import { formatList } from '../cards/shared/format.ts'
import type { Answer } from './question.ts'
import { bulletLine, the, type Asking } from './wording.ts'

export function stated({ question, facts }: Asking): Answer | undefined {
  const own = question.detail.split(' ').flatMap((id) => facts.getFact(id) ?? [])
  const [first, ...rest] = own
  if (!first) return undefined
  const named = [...new Set(own.flatMap(({ entity }) => entity))].flatMap((id) => facts.getEntity(id) ?? [])
  return {
    asked: `What is stated about ${formatList(named.map(the))}?`,
    verdict: first.statement,
    facts: [first],
    lines: rest.map(bulletLine),
    more: first.entity,
  }
}
