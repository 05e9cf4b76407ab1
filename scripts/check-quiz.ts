// npm run quiz:check: makes ten thousand questions and checks each against the store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDirectory } from '../src/config/data-directory.ts'
import { readDataFiles } from '../src/data/build/data-files.ts'
import { parseDataset } from '../src/data/build/parse.ts'
import { writeRevisionFile } from '../src/data/build/write-database.ts'
import { openStore } from '../src/data/query/fact-store.ts'
import { checkQuestions, type QuizReport } from './quiz-truth.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: { count: { type: 'string', default: '10000' }, samples: { type: 'string', default: '0' } },
})
const folder = mkdtempSync(join(tmpdir(), 'entente-quiz-'))
const dataset = parseDataset(readDataFiles(dataDirectory))
const fileHash = writeRevisionFile(folder, { number: 1, hash: '', dataset, files: [] }, () => undefined)
const store = openStore(folder, () => ({ number: 1, fileHash }))
const today = new Date().toISOString().slice(0, 10)
const report = checkQuestions(store.current(), today, Number(values.count))
console.log(formatReport(report, Number(values.samples)))
store.close()
rmSync(folder, { recursive: true })
if (report.faults.length > 0) process.exitCode = 1

function formatReport(report: QuizReport, samples: number): string {
  const { made, byForm, distinctFacts, distinctQuestions, places, longestIsRight, longestText, faults } =
    report
  const percent = (count: number) => `${((100 * count) / made).toFixed(1)}%`
  const step = Math.max(1, Math.floor(report.samples.length / Math.max(1, samples)))
  return [
    `${made} questions about ${distinctFacts} facts, ${distinctQuestions} of them different.`,
    `By form: ${Object.entries(byForm)
      .map(([form, count]) => `${form} ${percent(count)}`)
      .join(', ')}`,
    `Place of the right choice: ${places.map(percent).join(', ')}; the longest alone is right: ${percent(longestIsRight)}.`,
    `The longest question has ${longestText} characters.`,
    `${faults.length} faults.`,
    ...[...new Set(faults)].slice(0, 40),
    ...Array.from({ length: samples }, (_, index) => report.samples[index * step + (index % 8)]).flatMap(
      (question) =>
        question
          ? [
              '',
              `${question.form}: ${question.text}`,
              `  ${question.choices.map(({ label, value }) => (value === question.right.value ? `[${label}]` : label)).join(' / ')}`,
              `  ${question.answer}`,
            ]
          : [],
    ),
  ].join('\n')
}
