// Reads what sets two parts of a treaty side by side: "pillar 1 and pillar 2", "how does Article 42(7) differ from Article 5".
import type { Entity } from '../data/model/types.ts'
import { isKnownWord } from './known-words.ts'
import type { Question } from './question.ts'
import { wordsOf } from './question-words.ts'
import type { Read } from './read-question.ts'

/** "Pillar 1 and pillar 2". */
const numberedPair =
  /\b(pillar|article)s? (\w+) (?:and|&|or|vs|to|from) (?:the )?(?:\1 )?(\d+|[iv]+|one|two|three|four|five)\b/i

/** "Pillar 2, what is it compared to pillar 1". */
const distantPair =
  /\b(pillar) (\d|[iv]+|one|two)\b.*\b(?:compared|versus|vs|different|differ)\b.* \1 (\d|[iv]+|one|two)\b/i

const differing =
  /^.*\b(?:difference|differences|diff)\b(?: between| of| in)?|^how (?:is|are|do|does)\b(?=.*\b(?:differ|different)\b)/i

/** What each of two is, one after the other. */
export function readPair(text: string, topics: readonly Entity[], read: Read): Question[] | undefined {
  return readNumbers(text, topics, read) ?? readClauses(text, read)
}

/** "What are the two pillars". */
const bothPillars =
  /^(?:(?:what|which) (?:are|were)|name|list|explain|describe|give me|tell me(?: about)?) (?:the )?(?:(?:two|2|both) )?pillars\b/i
const eachPillar = / and what (?:each|both|they|these)\b.*$/i

function readNumbers(text: string, topics: readonly Entity[], read: Read): Question[] | undefined {
  if (bothPillars.test(text))
    return both(
      ['1', '2'].map((number) =>
        text.replace(bothPillars, `what is pillar ${number}`).replace(eachPillar, ''),
      ),
      read,
    )
  const [pair = '', kind = '', ...numbers] = numberedPair.exec(text) ?? distantPair.exec(text) ?? []
  if (pair === '') return undefined
  const [topic, ...others] = topics
  const whole = read(text)
  if (
    whole.type === 'unread' &&
    !whole.words.every((word) => word === kind.toLowerCase() || isKnownWord(word))
  )
    return undefined
  return both(
    numbers.map((number) =>
      numberedPair.test(text)
        ? text
            .replace(pair, `${kind} ${number}`)
            .replace(/\b(?:are|were)\b/i, 'is')
            .replace(differing, 'what is ')
        : topic && others.length === 0
          ? `what is ${kind} ${number} of ${topic.name}`
          : '',
    ),
    read,
  )
}

const comparing =
  /^(.+?),? (?:is |are )?(?:different (?:from|to|than)|differs? from|compared? (?:to|with)|versus|vs\.?|=|(?:the )?same as|similar to) (.+?)\??$/i

const article = /(?:\b\w+ )?\bart(?:icle)?\.? \d+\b.*$/i
const clause = /\b(?:(?!(?:how|what|is|does|the)\b)\w+ )+(?:clause|promise|guarantee)\b/i

/** "How is the EU mutual defense clause different from Article 5". */
function readClauses(text: string, read: Read): Question[] | undefined {
  const [, ...sides] = comparing.exec(text) ?? []
  if (!sides.every(isWhole)) return undefined
  const asked = sides.map(
    (side) => article.exec(side)?.[0] ?? `what are the obligations of ${clause.exec(side)?.[0] ?? ''}`,
  )
  const questions = both(asked, read)
  // "Article 4 and Article 5 of ANZUS": of NATO's treaty only where no other is named after it.
  const [first, second] = questions ?? []
  if (first?.entities.length === 0 && second?.entities.length !== 0) return undefined
  return questions?.every(({ form }) => form === 'article' || form === 'obligations') ? questions : undefined
}

/** Whether nothing that may be a name stands before the article or the clause. */
function isWhole(side: string): boolean {
  const before = side.slice(0, (article.exec(side) ?? clause.exec(side))?.index ?? 0)
  return wordsOf(before.replace(/^.*[.!?;]/, '')).every(isKnownWord)
}

/** Two questions that are not the same; undefined if one is not read. */
function both(texts: readonly string[], read: Read): Question[] | undefined {
  const questions = texts
    .map(read)
    .flatMap((reading) => (reading.type === 'question' ? [reading.question] : []))
  return new Set(questions.map((question) => JSON.stringify(question))).size === 2 ? questions : undefined
}
