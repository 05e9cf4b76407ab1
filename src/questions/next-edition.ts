// Reads when an exercise will be held next, which no fact may tell: how often it is held and when it last was say the most.
import { isEvent } from './memberships-of.ts'
import type { Named } from './question-names.ts'
import type { Question } from './question.ts'

const asksNext =
  /^(?:(?:so|and|do|you|know|anyone|any|idea) )*(?:when|what (?:year|date|month)|which year|how (?:long|soon)) (?:(?:is|are|will|does|do|be|until|till|before|there|a|the) )*next (?:edition of )?(?:the )?@0(?: (?:exercise|drill|edition|be|is|held|happen|happening|take|taking|place|start|starting|begin|going|to|scheduled|planned|for|due|on|supposed|coming|up|set|run|again))*$/

export function askedNext({ words, candidates }: Named): Question | undefined {
  const [event, ...others] = candidates.flat()
  return event && others.length === 0 && isEvent(event) && asksNext.test(words.join(' '))
    ? { form: 'held', entities: [event.id], date: '', detail: 'next' }
    : undefined
}
