// npm run bench:questions: what reading and answering a question costs, and completing one at each keystroke,
// alternating with the card of an alliance.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entityCard } from '../../src/cards/entity/entity-card.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { writeRevisionFile } from '../../src/data/build/write-database.ts'
import { openStore } from '../../src/data/query/fact-store.ts'
import { answerQuestion } from '../../src/questions/answer-question.ts'
import { answerCard, unreadCard } from '../../src/questions/ask-card.ts'
import { readQuestion } from '../../src/questions/read-question.ts'
import { suggestQuestions } from '../../src/questions/suggest-questions.ts'
import { readFlags } from '../read-flags.ts'
import { randomQuestions } from './random-questions.ts'
import { quantile } from './stats.ts'

const { values } = readFlags({ options: { count: { type: 'string', default: '5000' } } })
const count = Number(values.count)

const folder = mkdtempSync(join(tmpdir(), 'entente-questions-'))
const dataset = parseDataset(readDataFiles(dataDirectory))
const fileHash = writeRevisionFile(folder, { number: 1, hash: '', dataset, files: [] }, () => undefined)
const store = openStore(folder, () => ({ number: 1, fileHash }))
const facts = store.current()
const now = new Date()
const today = now.toISOString().slice(0, 10)
const nato = facts.getEntity('nato')

const rows: [label: string, action: (text: string) => unknown][] = [
  ['the card of an alliance', () => nato && entityCard(nato, { facts, now })],
  ['reading a question', (text) => readQuestion(text, facts, today)],
  [
    'a question',
    (text) => {
      const reading = readQuestion(text, facts, today)
      if (reading.type === 'several') return reading.questions.map((one) => answerQuestion(one, facts, now))
      if (reading.type === 'unread') return unreadCard(text, reading, suggestQuestions(text, facts), facts)
      const answer = answerQuestion(reading.question, facts, now)
      return answer && answerCard(reading.question, answer, facts)
    },
  ],
  ['a keystroke', (text) => suggestQuestions(text.slice(0, 1 + ((text.length * 7) % 60)), facts)],
]
const durations = rows.map((): number[] => [])
const warmUp = Math.min(1000, count / 5)
randomQuestions(facts, count + warmUp, 1).forEach((text, index) => {
  rows.forEach(([, action], row) => {
    const started = performance.now()
    action(text)
    if (index >= warmUp) durations[row]?.push(performance.now() - started)
  })
})
console.log(`${dataset.facts.length} facts, ${count} random questions; p50 / p99 / worst in ms`)
rows.forEach(([label], row) => {
  const own = durations[row] ?? []
  const cells = [0.5, 0.99, 1].map((share) => quantile(own, share).toFixed(2))
  console.log(label.padEnd(28), cells.join(' / '))
})
store.close()
rmSync(folder, { recursive: true, force: true })
