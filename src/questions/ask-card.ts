// The card of an answer, and of a question that was not understood.
import type { Card, ViewState } from '../core/card.ts'
import { escapeText, formatList, quoteUserInput } from '../cards/shared/format.ts'
import { neutralColor } from '../cards/shared/colors.ts'
import { citeFewestSources, factsIn, sourcesOf } from '../cards/shared/sources.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { forms, type Answer, type Form, type Question } from './question.ts'
import type { Reading } from './read-question.ts'

/** The question as a view; its parts are in the order of `questionOf`. */
export function viewOf({ form, entities, date, detail }: Question): ViewState {
  return ['ask', form, date, detail, ...entities]
}

/** The question of a view; undefined if a forged id names no form. */
export function questionOf([form = '', date = '', detail = '', ...entities]: readonly string[]):
  Question | undefined {
  return Object.hasOwn(forms, form) ? { form: form as Form, date, detail, entities } : undefined
}

export function answerCard(question: Question, answer: Answer, facts: FactSnapshot): Card {
  const { asked, verdict, lines = [], image, more } = answer
  const [said, ...shownLines] = citeFewestSources(
    [{ text: verdict, facts: answer.facts }, ...lines],
    answer.facts,
  )
  const sections = shownLines.length > 0 ? [{ lines: shownLines }] : []
  const shown = factsIn(said, sections)
  return {
    heading: { text: asked.charAt(0).toUpperCase() + asked.slice(1) },
    color: neutralColor,
    ...(said && { verdict: said }),
    sections,
    sources: sourcesOf(shown, facts),
    ...(more !== undefined && { more: ['more', '', more] as const }),
    viewState: viewOf(question),
    facts: shown,
    image,
  }
}

/** The answers to two questions, or to one that more words follow, which were not read. */
export function compoundCard(
  answers: readonly Answer[],
  ignored: string,
  viewState: ViewState,
  facts: FactSnapshot,
): Card {
  const sections = answers.map(({ asked, verdict, facts: own, lines = [] }) => ({
    heading: asked,
    lines: citeFewestSources([{ text: verdict, facts: own }, ...lines.slice(0, 2)], own),
  }))
  const shown = factsIn(undefined, sections)
  const more = answers.flatMap((answer) => answer.more ?? [])[0]
  return {
    color: neutralColor,
    sections,
    sources: sourcesOf(shown, facts),
    notes: ignored === '' ? [] : [`I did not read ${quoteUserInput(ignored, 60)}.`],
    ...(more !== undefined && { more: ['more', '', more] as const }),
    viewState,
    facts: shown,
  }
}

const maxHits = 3

/** In a menu. */
const maxQuestions = 10

/** What was not understood, questions that can be answered, and the facts that share its words. */
export function unreadCard(
  text: string,
  reading: Extract<Reading, { type: 'unread' }>,
  questions: readonly string[],
  facts: FactSnapshot,
): Card {
  const words = [...new Set(reading.words)].slice(0, 5).map((word) => quoteUserInput(word))
  const reason =
    words.length > 0 ? `I did not understand ${formatList(words, 'or')}` : 'I know no question of that form'
  // What it names, and what was not understood: the words of questions say little about facts.
  const named = [...reading.entities.map(({ name }) => name), ...reading.words].join(' ')
  const found = facts.search((named || text).slice(0, 100), { offset: 0, limit: maxHits })
  // Without a name, facts that only share some words are about anything.
  const isRelated = reading.entities.length > 0 || (!found.isPartial && found.corrections.length === 0)
  const hits = isRelated ? found.hits.map(({ fact }) => fact) : []
  return {
    color: neutralColor,
    verdict: { text: `${reason}, so this is no answer.` },
    sections:
      hits.length > 0
        ? [
            {
              heading: 'Facts that share its words',
              isBulleted: true,
              lines: hits.map((fact) => ({ text: escapeText(fact.statement), facts: [fact] })),
            },
          ]
        : [],
    sources: sourcesOf(hits, facts),
    controls: questionMenu('Questions I can answer', questions),
    facts: hits,
  }
}

/** Asks which of several readings is meant. */
export function severalCard(questions: readonly string[]): Card {
  return {
    color: neutralColor,
    verdict: { text: 'That can mean several things. Which one do you mean?' },
    controls: questionMenu('Choose a question', questions),
  }
}

function questionMenu(placeholder: string, questions: readonly string[]): NonNullable<Card['controls']> {
  if (questions.length === 0) return []
  const options = [...new Set(questions)]
    .slice(0, maxQuestions)
    .map((question) => ({ label: question, value: question }))
  return [{ type: 'menu', placeholder, opens: ['ask', 'text'], options }]
}
