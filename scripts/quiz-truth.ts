// Checks questions of the quiz against the store, each choice by what the facts say of it and not by how it was chosen.
import { isFullRole } from '../src/data/model/memberships.ts'
import { lastDay } from '../src/data/model/dates.ts'
import type { Entity, Fact } from '../src/data/model/types.ts'
import type { FactSnapshot } from '../src/data/query/fact-store.ts'
import { partyFacts, standingOf } from '../src/questions/memberships-of.ts'
import { makeQuestion, questionKey } from '../src/quiz/make-question.ts'
import { difficulties, quizForms, type QuizForm, type QuizQuestion } from '../src/quiz/quiz-question.ts'

/** `unsure`: the facts do not rule it out at any time that the question may mean. */
type Truth = 'right' | 'wrong' | 'unsure'

export interface QuizReport {
  made: number
  byForm: Record<string, number>
  distinctFacts: number
  distinctQuestions: number
  /** How often the right choice is in each place, and how often it is the longest alone. */
  places: number[]
  longestIsRight: number
  longestText: number
  faults: string[]
  samples: QuizQuestion[]
}

const maxTextLength = 250
const maxLabelLength = 80
const minShare = 0.05
const minFacts = 300

export function checkQuestions(facts: FactSnapshot, today: string, count: number): QuizReport {
  const disputed = new Set(
    facts
      .disputes()
      .filter(({ type }) => ['contradiction', 'classification', 'change'].includes(type))
      // The counts of different days differ, and each is true of its own.
      .filter(({ group }) => !['member-count', 'other-members'].includes(group.attribute))
      .flatMap(({ group }) => group.facts.map(({ id }) => id)),
  )
  const questions: QuizQuestion[] = []
  const faults: string[] = []
  for (let index = 0; index < count; index++) {
    const form = quizForms[index % quizForms.length] as QuizForm
    const difficulty = difficulties[Math.floor(index / quizForms.length) % difficulties.length] ?? 'any'
    const question = makeQuestion({ form, seed: String(index), difficulty }, facts, today)
    if (!question) {
      faults.push(`no question of the form ${form}, ${difficulty}`)
      continue
    }
    questions.push(question)
    faults.push(...faultsOf(question, facts, today, disputed))
  }
  const byForm = Object.fromEntries(
    quizForms.map((form) => [form, questions.filter((question) => question.form === form).length]),
  )
  for (const [form, made] of Object.entries(byForm))
    if (made < count * minShare) faults.push(`only ${made} questions of the form ${form}`)
  const distinctFacts = new Set(questions.map(({ facts: [fact] }) => fact.id)).size
  if (count >= 10_000 && distinctFacts < minFacts) faults.push(`only ${distinctFacts} facts are asked about`)
  return {
    made: questions.length,
    byForm,
    distinctFacts,
    distinctQuestions: new Set(questions.map(questionKey)).size,
    places: [0, 1, 2, 3].map(
      (place) => questions.filter(({ choices, right }) => choices[place]?.value === right.value).length,
    ),
    longestIsRight: questions.filter(({ choices, right }) =>
      choices.every(({ label, value }) => value === right.value || label.length < right.label.length),
    ).length,
    longestText: Math.max(...questions.map(({ text }) => text.length)),
    faults,
    samples: questions,
  }
}

function faultsOf(
  question: QuizQuestion,
  facts: FactSnapshot,
  today: string,
  disputed: ReadonlySet<string>,
): string[] {
  const { text, choices, right } = question
  const faults: string[] = []
  const truths = choices.map(({ value }) => truthOf(value, question, facts, today))
  const rights = choices.filter((_, index) => truths[index] === 'right')
  if (rights.length !== 1 || rights[0]?.value !== right.value) faults.push('not one right answer')
  choices.forEach(({ label, value }, index) => {
    if (value !== right.value && truths[index] !== 'wrong') faults.push(`${label} is not certainly wrong`)
    if (label.length > maxLabelLength) faults.push(`${label} is too long`)
  })
  if (new Set(choices.map(({ label }) => label)).size !== 4) faults.push('not four different choices')
  if (text.length > maxTextLength) faults.push('too long')
  if (question.facts.some(({ id }) => disputed.has(id))) faults.push('a disputed fact')
  return faults.map((fault) => `${fault}: ${text} ${choices.map(({ label }) => label).join(' / ')}`)
}

function truthOf(value: string, question: QuizQuestion, facts: FactSnapshot, today: string): Truth {
  const subject = facts.getEntity(question.entity)
  if (!subject) return 'unsure'
  switch (question.form) {
    case 'member':
      return membershipTruth(value, subject, facts, today)
    case 'odd-one-out': {
      const truth = membershipTruth(value, subject, facts, today)
      return truth === 'unsure' ? 'unsure' : truth === 'right' ? 'wrong' : 'right'
    }
    case 'took-part':
    case 'host':
      return eventTruth(value, subject, question.form === 'host', facts)
    case 'founded':
      return yearTruth(
        value,
        question.facts[0],
        facts.factsAbout(subject.id).flatMap((group) => group.facts),
      )
    case 'joined-year': {
      const [fact] = question.facts
      const own = partyFacts(subject, facts).filter(
        (other) => JSON.stringify(other.value) === JSON.stringify(fact.value),
      )
      return fact.validFrom?.startsWith(value) ? 'right' : isYearNamed(value, own) ? 'unsure' : 'wrong'
    }
    case 'joined-first':
      return firstTruth(value, question, subject, facts)
    case 'article': {
      const [fact] = question.facts
      const same = facts
        .factsInArticle(fact.article)
        .filter(
          ({ entity, attribute, section }) =>
            entity === fact.entity && attribute === fact.attribute && section === value,
        )
      return value === fact.section ? 'right' : same.length > 0 ? 'unsure' : 'wrong'
    }
  }
}

/** Wrong are only countries that no fact has in the body in any role at any time. */
function membershipTruth(id: string, body: Entity, facts: FactSnapshot, today: string): Truth {
  const country = facts.getEntity(id)
  if (!country) return 'unsure'
  const end = facts.factsAbout(body.id).find(({ attribute }) => attribute === 'ended')?.facts[0]?.value
  const day = end?.type === 'date' ? dayBefore(end.date) : today
  const { role, whole, facts: own } = standingOf(country, body, facts, day)
  if (!whole) return 'unsure'
  if (role === 'full') return 'right'
  // NATO's members take part in NATO's dialogues, and are not named one by one.
  const isThrough =
    body.kind === 'dialogue' &&
    facts
      .factsAbout(body.id)
      .flatMap((group) => group.facts.flatMap(({ mentions }) => mentions))
      .flatMap((other) => facts.getEntity(other) ?? [])
      .some((other) => other.id === id || partyFacts(other, facts).some((fact) => names(fact, id)))
  return own.length === 0 && !isThrough ? 'wrong' : 'unsure'
}

function names({ value }: Fact, id: string): boolean {
  return value.type === 'entity' && value.entity === id
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}-01-01`.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10)
}

function eventTruth(id: string, event: Entity, asHost: boolean, facts: FactSnapshot): Truth {
  const about = facts.factsAbout(event.id).flatMap((group) => group.facts)
  const names = (fact: Fact) => JSON.stringify([fact.value, fact.mentions]).includes(`"${id}"`)
  const attributes = asHost ? ['host'] : ['host', 'participant', 'led-by']
  const isStated = about.some(
    ({ attribute, value }) =>
      attributes.includes(attribute) && value.type === 'entity' && value.entity === id,
  )
  if (isStated) return 'right'
  const parties = new Set(
    about
      .filter(({ attribute }) => ['host', 'participant', 'led-by'].includes(attribute))
      .flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : []))
      .filter((entity) => facts.getEntity(entity)?.kind === 'country'),
  )
  const counts = about.filter(({ attribute }) => attribute === 'nations')
  const isWhole =
    counts.length > 0 && counts.every(({ value }) => value.type === 'number' && value.number === parties.size)
  return isWhole && !about.some(names) ? 'wrong' : 'unsure'
}

function yearTruth(year: string, fact: Fact, about: readonly Fact[]): Truth {
  if (fact.value.type === 'date' && fact.value.date.startsWith(year)) return 'right'
  return isYearNamed(year, about) ? 'unsure' : 'wrong'
}

function isYearNamed(year: string, facts: readonly Fact[]): boolean {
  return facts.some(({ statement, value, validFrom, validTo }) =>
    JSON.stringify([statement, value, validFrom, validTo]).includes(year),
  )
}

/** Each choice's first day of joining must be known, and lie two calendar years after the right one's. */
function firstTruth(id: string, { choices }: QuizQuestion, body: Entity, facts: FactSnapshot): Truth {
  const dated = new Map(
    choices.map(({ value: country }) => [
      country,
      partyFacts(body, facts)
        .filter(({ value, role }) => value.type === 'entity' && value.entity === country && isFullRole(role))
        .flatMap(({ validFrom }) => validFrom ?? [])
        .toSorted(),
    ]),
  )
  const own = dated.get(id)?.[0]
  const others = [...dated].filter(([country]) => country !== id).flatMap(([, days]) => days[0] ?? [])
  if (own === undefined || others.length !== 3) return 'unsure'
  if (others.every((day) => lastDay(own) < day)) return 'right'
  return others.some((day) => lastDay(day) < own) ? 'wrong' : 'unsure'
}
