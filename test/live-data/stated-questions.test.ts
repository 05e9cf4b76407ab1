// Questions that no form reads: answered by the sentence of the fact that states all of them, or not at all.
import { expect, test } from 'vitest'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { viewOf, questionOf } from '../../src/questions/ask-card.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

function read(text: string) {
  return readQuestion(text, facts, '2026-11-29')
}

test.each([
  // Words that mean the same: apply, pull out, army, nukes.
  ['when did finland apply to join nato', 'Finland applied to join NATO on May 18, 2022.'],
  [
    'when did france pull out of natos military command',
    "France left NATO's integrated military command in 1966.",
  ],
  [
    'which nato members have no army',
    'Iceland is the only member of NATO that has no standing military force.',
  ],
  ['what did able archer 83 practice', 'Able Archer 83 practiced the release of nuclear weapons in war.'],
  ['where is the csto secretariat', 'The secretariat of the CSTO is in Moscow.'],
  ['how many ships were in rimpac 2024', '40 surface ships took part in RIMPAC 2024.'],
  [
    'what is the largest nato exercise since the cold war',
    "Steadfast Defender 2024 was NATO's largest exercise since the end of the Cold War.",
  ],
  // A thing is what its own sentence says that it is.
  [
    'what is pillar 2 of aukus about',
    'Pillar II of AUKUS is about advanced capabilities, among them AI, quantum, cyber and hypersonics.',
  ],
  [
    'what does AUKUS pillar 2 mean',
    'Pillar II of AUKUS is about advanced capabilities, among them AI, quantum, cyber and hypersonics.',
  ],
  ['what is the biggest naval exercise in the world', 'RIMPAC is the largest international exercise at sea.'],
  // A sentence that says no answers whether something is so.
  [
    'is article 5 automatic',
    'Article 5 does not make armed force automatic; each party takes the action it deems necessary, which may include force.',
  ],
  // What is planned answers what will be.
  [
    'how many virginia class subs will australia buy',
    'From the early 2030s, Australia is to buy three Virginia-class submarines from the United States, and up to two more if needed.',
  ],
])('%s', (text, statement) => {
  const reading = read(text)
  expect(reading).toMatchObject({ type: 'question', question: { form: 'stated' } })
  if (reading.type !== 'question') return
  const answer = answerQuestion(reading.question, facts, now)
  expect(answer?.verdict.replaceAll('’', "'")).toBe(statement)
  expect(answer?.facts[0]?.statement.replaceAll('’', "'")).toBe(statement)
  // The view carries the facts.
  expect(questionOf(viewOf(reading.question).slice(1).map(String))).toEqual(reading.question)
  expect(`v2:${viewOf(reading.question).join(':')}`.length).toBeLessThanOrEqual(90)
})

test('several facts that fit alike: at most three, the newest first', () => {
  const reading = read('how many us soldiers went to cobra gold')
  if (reading.type !== 'question') throw new Error('unread')
  const answer = answerQuestion(reading.question, facts, now)
  const years = [answer?.verdict ?? '', ...(answer?.lines ?? []).map(({ text }) => text)].map(
    (statement) => /\d{4}/.exec(statement)?.[0],
  )
  expect(years.length).toBeGreaterThan(1)
  expect(years.length).toBeLessThanOrEqual(3)
  expect(years).toEqual(years.toSorted().toReversed())
})

test.each([
  // Nothing says it of these.
  'did finland invade russia',
  'why did turkey leave nato in 2019',
  'did the united states build the csto secretariat',
  // The year, the place, or who is not there.
  'did finland apply to join nato in 2019',
  'when does article 5 cover hawaii',
  // Opinions and forecasts.
  'is the nato command structure any good',
  'will finland apply to leave nato',
  'should finland apply to join nato',
  // Of what was denied, only a question that asks whether it is so.
  'why is article 5 automatic',
  // What NATO has is not what an exercise of NATO practiced.
  'does nato have nukes',
  // The troops of one country in another are not those of the United States.
  'how many british troops in cyprus',
  'how many french soldiers are in djibouti',
  // Who commands is not what a command said, and a post is not its origin.
  'Who is the American commander in Europe',
  // Who may is not who did; where a country is not what its name has.
  'Who can trigger article 4',
  'which MNNAs are in South America',
  // What is to come, and what no source tells.
  'is NATO going to collapse',
  'did venezuela rejoin the rio treaty?',
  'when is Bolivia joining brics',
  // What someone asked for is not what was done.
  'which members of NATO spend more',
  // Every word with a meaning is in the fact: a base is not a headquarters.
  'seato hq was in manila i guess',
  // The first edition of an exercise is not the first time that a country took part.
  'Which countries took part in the first RIMPAC?',
  // What "it" is was not said.
  'does it count as some kind of MNNA?',
  // No question.
  'finland applied to join nato',
  'who wants to leave nato',
])('is not answered: %s', (text) => {
  expect(read(text).type).toBe('unread')
})

test.each([
  // "Forces" is not "into force", and what leaves something as it is has not left it.
  "South Korea's mutual defence treaty came into force in which year",
  'did any country ever leave nato for good',
  // Where NATO set something up is not where it was founded, notice of an end is not the end, and a signature is not an entry into force.
  'where was NATO founded',
  'when did the US treaty with Taiwan end',
  'rio treaty signed in september 47, and entered force...?',
  // Where a charter was signed is not where its body is.
  'where was SEATO founded',
])('is not answered by a fact that only touches on it: %s', (text) => {
  const reading = read(text)
  expect(reading.type === 'question' && reading.question.form === 'stated').toBe(false)
})
