// A form, a seed and a difficulty become a question: the same one again from the same facts, in every process.
import { createHash } from 'node:crypto'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { findArticleTopics } from './article-form.ts'
import { findHostTopics, findTookPartTopics } from './exercise-forms.ts'
import { byFame, thirdOf } from './fame.ts'
import { findFoundedTopics } from './founded-form.ts'
import { findJoinedFirstTopics, findJoinedYearTopics } from './joined-forms.ts'
import { findMemberTopics, findOddOneOutTopics } from './membership-forms.ts'
import type { Difficulty, FindTopics, QuizForm, QuizQuestion, Topic } from './quiz-question.ts'
import { seededRandom } from './seeded-random.ts'

const topicFinders: Record<QuizForm, FindTopics> = {
  member: findMemberTopics,
  founded: findFoundedTopics,
  'took-part': findTookPartTopics,
  'joined-first': findJoinedFirstTopics,
  article: findArticleTopics,
  'odd-one-out': findOddOneOutTopics,
  host: findHostTopics,
  'joined-year': findJoinedYearTopics,
}

/** The topics of a form, what is known best first; a third of them for a difficulty. */
function topicsOf(
  form: QuizForm,
  difficulty: Difficulty,
  facts: FactSnapshot,
  day: string,
): readonly Topic[] {
  const topics = facts.memo(`quiz topics ${form} ${day}`, () => {
    const found = topicFinders[form](facts, day)
    return byFame(found, ({ knownFor }) => knownFor, facts)
  })
  return thirdOf(topics, difficulty)
}

const maxTries = 25

/** Undefined if the facts have nothing to ask in this form; `day` is yyyy-mm-dd. */
export function makeQuestion(
  { form, seed, difficulty }: { form: QuizForm; seed: string; difficulty: Difficulty },
  facts: FactSnapshot,
  day: string,
): QuizQuestion | undefined {
  const random = seededRandom(`${form} ${seed} ${difficulty}`)
  const topics = topicsOf(form, difficulty, facts, day)
  for (let tries = 0; tries < maxTries; tries++) {
    const draft = random.pick(topics)?.draft(random, difficulty)
    if (!draft || draft.wrong.length < 3) continue
    const choices = random.sample([draft.right, ...draft.wrong], 4)
    if (new Set(choices.map(({ label }) => label)).size < 4) continue
    // Years and articles in their order, so that their order says nothing.
    const isOrdered = choices.every(({ label }) => /^\d{4}$|^Article \d+$/.test(label))
    const numberOf = ({ label }: { label: string }) => Number(/\d+/.exec(label)?.[0])
    return {
      ...draft,
      form,
      choices: isOrdered ? choices.toSorted((a, b) => numberOf(a) - numberOf(b)) : choices,
    }
  }
  return undefined
}

/** Equal for questions with the same right answer, asked in any words. */
export function questionKey({ form, entity, facts: [fact], right }: QuizQuestion): string {
  return form === 'odd-one-out' ? `${entity} without ${right.value}` : fact.id
}

/** Whether a question is still the one that was asked, in six characters. */
export function questionHash({ text, choices }: QuizQuestion): string {
  return createHash('sha256')
    .update(JSON.stringify([text, choices]))
    .digest('base64url')
    .slice(0, 6)
}
