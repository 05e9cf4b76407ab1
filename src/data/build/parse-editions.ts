// Parses a table of editions of exercises into entities and the facts about them.
import { nameInStatement } from '../model/country-names.ts'
import { formatDateInSentence } from '../model/dates.ts'
import type { Problem } from '../model/problem.ts'
import type { Article, Entity, Fact } from '../model/types.ts'
import { parseFact, type Located } from './parse-fact.ts'
import { fixFor } from './parse-yaml.ts'
import type { Row } from './read-csv.ts'
import { editionRow, type EditionRow } from './schema.ts'

/** `known` has the countries, by id. */
export function parseEditions(
  rows: readonly Row[],
  publication: Article,
  known: ReadonlyMap<string, Entity>,
  problems: Problem[],
): { entities: Located<Entity>[]; facts: Located<Fact>[] } {
  const parsed = rows.flatMap(({ cells, problem }) => {
    const { data: row, error } = editionRow.safeParse(cells, { reportInput: true })
    for (const issue of error?.issues ?? [])
      problems.push(
        problem(
          issue.path.length > 0 ? `"${issue.path.join('.')}" is invalid` : 'the row is invalid',
          fixFor(issue),
        ),
      )
    return row ? [{ row, problem }] : []
  })
  const editions = parsed.map(({ row: { id, series, year, name, aliases }, problem }) => ({
    item: { id, kind: 'exercise' as const, name, aliases, edition: { of: series, year } },
    problem,
  }))
  const facts = parsed.flatMap(({ row, problem }) =>
    factsOf(row, known).flatMap((raw) => {
      const fact = parseFact(
        { article: publication.id, asOf: publication.published, section: '' },
        { item: { ...raw, entity: row.id, mentions: [] }, problem },
        problems,
      )
      return fact ? [{ item: fact, problem }] : []
    }),
  )
  return { entities: editions, facts }
}

function factsOf(
  { id, name, began, ended, location, participants }: EditionRow,
  known: ReadonlyMap<string, Entity>,
): { id: string; attribute: string; value: string; statement: string }[] {
  const told = [
    { attribute: 'began', value: began, statement: `${name} began ${formatDateInSentence(began)}.` },
    { attribute: 'ended', value: ended, statement: `${name} ended ${formatDateInSentence(ended)}.` },
    { attribute: 'location', value: location, statement: `${name} was held at this place: ${location}.` },
  ]
  const tookPart = participants.map((country) => ({
    id: `${id}-${country}`,
    attribute: 'participant',
    value: country,
    // Others may have taken part.
    statement: `${name} had ${nameInStatement(known.get(country)?.name ?? country)} among its participants.`,
  }))
  return [
    ...told.filter(({ value }) => value !== '').map((fact) => ({ id: `${id}-${fact.attribute}`, ...fact })),
    ...tookPart,
  ]
}
