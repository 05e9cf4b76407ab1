// Which of several came first, and which has more members.
import { formatList } from '../cards/shared/format.ts'
import { compareDates, firstDay } from '../data/model/dates.ts'
import { howMany } from './answer-lists.ts'
import { founded } from './answer-things.ts'
import type { Answer } from './question.ts'
import { dateOf, The, the, type Asking } from './wording.ts'

/** Which of some things began first. */
export function older(asking: Asking): Answer | undefined {
  const dated = asking.entities.flatMap((thing) => {
    const answer = founded({ ...asking, entities: [thing] })
    const [date] = (answer?.facts ?? []).map(dateOf).filter(Boolean).toSorted()
    return answer ? [{ thing, answer, date }] : []
  })
  if (dated.length < 2) return undefined
  const names = dated.map(({ thing }) => the(thing))
  const sorted = dated.toSorted((a, b) =>
    compareDates(firstDay(a.date ?? '9999'), firstDay(b.date ?? '9999')),
  )
  const [first, second] = sorted
  const isKnown = sorted.every(({ date }) => date !== undefined)
  return {
    asked: `Which is older, ${formatList(names, 'or')}?`,
    verdict: [
      isKnown && first && second && first.date?.slice(0, 4) !== second.date?.slice(0, 4)
        ? `${The(first.thing)} is older.`
        : '',
      ...sorted.map(({ answer }) => answer.verdict),
    ]
      .filter(Boolean)
      .join(' '),
    facts: sorted.flatMap(({ answer }) => answer.facts.slice(0, 1)),
    more: first?.thing.id,
  }
}

/** How many members each of some bodies has. */
export function larger(asking: Asking): Answer | undefined {
  const answers = asking.entities.flatMap((body) => howMany({ ...asking, entities: [body] }) ?? [])
  if (answers.length < 2) return undefined
  return {
    asked: `Which has more members, ${formatList(asking.entities.map(the), 'or')}?`,
    verdict: answers.map(({ verdict }) => verdict.replace(/ The latest is .*$/, '')).join(' '),
    facts: answers.flatMap(({ facts }) => facts.slice(0, 1)),
    more: asking.entities[0]?.id,
  }
}
