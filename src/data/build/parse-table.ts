// Parses a table of numbers by country and year, `tables/<id>.yaml` beside `tables/<id>.csv`, into one fact for each cell.
import { CsvError, parse } from 'csv-parse/sync'
import { attributes, type Attribute, type AttributeId } from '../model/attributes.ts'
import type { DataFile } from '../model/data-file.ts'
import { visibleFrom } from '../model/dates.ts'
import { takesArticle } from '../model/country-names.ts'
import type { Problem } from '../model/problem.ts'
import type { Article, Entity, Fact } from '../model/types.ts'
import { formatNumber } from '../model/values.ts'
import type { Located } from './parse-fact.ts'
import type { TableFile } from './schema.ts'

/** A row: the id of an entity, then one cell for each year; a year that ends in "e" is of estimates. */
type Cells = Record<string, string>

interface Table {
  /** The file of the numbers. */
  csv: DataFile
  content: TableFile
  publication: Article
  entities: ReadonlyMap<string, Entity>
}

/** Returns no facts after adding to `problems` if the table cannot be read. */
export function parseTable(
  { csv, content, publication, entities }: Table,
  problems: Problem[],
): Located<Fact>[] {
  const problemAt = (line: number, message: string, fix: string): Problem => ({
    file: csv.path,
    line,
    message,
    fix,
  })
  let rows: { record: Cells; info: { lines: number } }[]
  try {
    rows = parse(csv.text, { columns: true, info: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1
    const message = error instanceof Error ? error.message : String(error)
    problems.push(problemAt(line, message, 'give every row as many cells as the first line'))
    return []
  }
  return rows.flatMap(({ record, info: { lines: line } }) => {
    const { country = '', ...cells } = record
    const entity = entities.get(country)
    if (!entity) {
      problems.push(
        problemAt(
          line,
          `there is no entity "${country}"`,
          'write the id of a country in the column "country"',
        ),
      )
      return []
    }
    return Object.entries(cells).flatMap(([column, cell]) => {
      if (cell === '') return []
      const [, year, estimated] = /^(\d{4})(e?)$/.exec(column) ?? []
      const number = Number(cell)
      if (year === undefined || !(number > 0)) {
        const fix = 'name the columns by year, and write numbers above 0 or leave the cell empty'
        problems.push(problemAt(line, `"${cell}" in the column "${column}" is not a number of a year`, fix))
        return []
      }
      const isEstimate = estimated === 'e'
      const item = factOf({ entity, year, number, isEstimate }, content, publication)
      return [{ item, problem: (message: string, fix: string) => problemAt(line, message, fix) }]
    })
  })
}

function factOf(
  cell: { entity: Entity; year: string; number: number; isEstimate: boolean },
  content: TableFile,
  publication: Article,
): Fact {
  const { entity, year, number, isEstimate } = cell
  const attribute = content.attribute as AttributeId
  const { unit = '' }: Attribute = attributes[attribute]
  const asOf = { first: year, last: year, inferred: false }
  const statement = (isEstimate ? content.estimate : undefined) ?? content.statement
  return {
    id: `${publication.id}/${entity.id}-${year}`,
    entity: entity.id,
    attribute,
    value: { type: 'number', bound: isEstimate ? 'about' : 'exactly', number, unit },
    statement: statement
      .replaceAll('{country}', nameInStatement(entity))
      .replaceAll('{value}', formatNumber(number))
      .replaceAll('{year}', year),
    mentions: [...content.mentions],
    article: publication.id,
    section: content.section,
    asOf,
    visibleFrom: visibleFrom(asOf),
    validFrom: null,
    validTo: null,
    role: null,
    isOfTable: true,
  }
}

/** "the Philippines". */
function nameInStatement({ name }: Entity): string {
  return takesArticle(name) ? `the ${name}` : name
}
