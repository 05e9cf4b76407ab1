// npm run hash-article -- <article id> <text file>: stores the hashes of an article's passages, never its text. With a
// text file alone it prints them, for an article to import.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDirectory } from '../src/config/data-directory.ts'
import { hashPassages } from '../src/data/build/passage-hashes.ts'
import { readFlags } from './read-flags.ts'

const {
  positionals: [id, file],
} = readFlags({ allowPositionals: true })
if (!id) {
  console.error(
    'Usage: npm run hash-article -- <article id> <text file>, for example: npm run hash-article -- pacific ./pacific.txt; or -- <text file> for an article to import',
  )
  process.exit(1)
}
if (!file) {
  if (!existsSync(id)) {
    console.error(`${id} does not exist: pass the file with the text of the article.`)
    process.exit(1)
  }
  console.log(hashPassages(readFileSync(id, 'utf8')))
  process.exit()
}
if (!existsSync(join(dataDirectory, `articles/${id}.yaml`)) || !existsSync(file)) {
  console.error(
    `src/data/articles/${id}.yaml or ${file} does not exist: write the article's data file first, then pass the file with its text.`,
  )
  process.exit(1)
}
const path = join(dataDirectory, 'passage-hashes.json')
const passages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
passages[id] = hashPassages(readFileSync(file, 'utf8'))
const sorted = Object.fromEntries(Object.entries(passages).sort(([a], [b]) => a.localeCompare(b)))
writeFileSync(path, `${JSON.stringify(sorted, null, 1)}\n`)
console.log(`Stored the passage hashes of ${id} in ${path}.`)
