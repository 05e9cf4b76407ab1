// Parses a table, `tables/<id>.yaml` beside `tables/<id>.csv`: numbers by country and year, or editions of exercises.
import { attributes, type Attribute, type AttributeId } from '../model/attributes.ts'
import type { DataFile } from '../model/data-file.ts'
import { visibleFrom } from '../model/dates.ts'
import { nameInStatement } from '../model/country-names.ts'
import type { Problem } from '../model/problem.ts'
import type { Article, Entity, Fact } from '../model/types.ts'
import { formatNumber } from '../model/values.ts'
import type { Located } from './parse-fact.ts'
import { parseEditions } from './parse-editions.ts'
import { readCsv, type Row } from './read-csv.ts'
import type { TableFile, TableOfCountries } from './schema.ts'

export interface Table {
  /** The file of the rows. */
  csv: DataFile
  content: TableFile
  publication: Article
  /** The entities that other files have, by id. */
  known: ReadonlyMap<string, Entity>
}

export function parseTable(
  { csv, content, publication, known }: Table,
  problems: Problem[],
): { entities: Located<Entity>[]; facts: Located<Fact>[] } {
  const rows = readCsv(csv, problems)
  if (content.rows === 'editions') return parseEditions(rows, publication, known, problems)
  return { entities: [], facts: parseCountries(rows, { content, publication, known }, problems) }
}

/** Each row has the id of a country, then one cell for each year; a year that ends in "e" is of estimates. */
function parseCountries(
  rows: readonly Row[],
  { content, publication, known }: Omit<Table, 'csv' | 'content'> & { content: TableOfCountries },
  problems: Problem[],
): Located<Fact>[] {
  return rows.flatMap(({ cells: { country = '', ...cells }, problem }) => {
    const entity = known.get(country)
    if (!entity) {
      const fix = 'write the id of a country in the column "country"'
      problems.push(problem(`there is no entity "${country}"`, fix))
      return []
    }
    return Object.entries(cells).flatMap(([column, cell]) => {
      if (cell === '') return []
      const [, year, estimated] = /^(\d{4})(e?)$/.exec(column) ?? []
      const number = Number(cell)
      if (year === undefined || !(number > 0)) {
        const fix = 'name the columns by year, and write numbers above 0 or leave the cell empty'
        problems.push(problem(`"${cell}" in the column "${column}" is not a number of a year`, fix))
        return []
      }
      const isEstimate = estimated === 'e'
      return [{ item: factOf({ entity, year, number, isEstimate }, content, publication), problem }]
    })
  })
}

function factOf(
  cell: { entity: Entity; year: string; number: number; isEstimate: boolean },
  content: TableOfCountries,
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
      .replaceAll('{country}', nameInStatement(entity.name))
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
