// The schemas of the data files. `satisfies` keeps them in step with the types of data/model.
import { z } from 'zod'
import { attributes, kinds, type Kind } from '../model/attributes.ts'
import { firstDay, isPartialDate, lastDay, type AsOf } from '../model/dates.ts'
import { plainTextFix } from '../model/plain-text.ts'
import { publicationKinds, roles, type Entity, type Fact } from '../model/types.ts'
import type { RawValue } from '../model/values.ts'

const id = (maxLength: number) =>
  z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens')
    .max(maxLength)

const date = z.coerce
  .string()
  .refine(isPartialDate, 'must be a date such as "2019", "2021-09" or "2020-08-05"')
const basis = z.enum(['stated', 'inferred']).default('stated')
/** Text that cards show. */
const line = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .superRefine((text, context) => {
      const message = plainTextFix(text)
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
const why = line(200).optional()
const year = z.string().regex(/^\d{4}$/, 'must be a year such as "1998"')

const entity = z.strictObject({
  id: id(24),
  name: line(80),
  aliases: z.array(line(80)).default([]),
  /** Of a country, by ISO 3166-1. */
  code: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters')
    .optional(),
  /** Of an exercise: the series that it is one edition of, and the year in which it began. */
  edition: z.strictObject({ of: id(24), year }).optional(),
}) satisfies z.ZodType<Pick<Entity, 'id' | 'name' | 'aliases' | 'code' | 'edition'>>

/** Short enough for one line of a card. */
const phrase = line(100)

const fact = z.strictObject({
  id: id(40),
  entity: z.string(),
  attribute: z.string(),
  value: z.union([
    line(200),
    z.number(),
    z.boolean(),
    z.strictObject({ over: z.number() }),
    z.strictObject({ about: z.number() }),
    z.strictObject({ between: z.tuple([z.number(), z.number()]) }),
    z.strictObject({ yes: phrase }),
    z.strictObject({ no: phrase }),
  ]) satisfies z.ZodType<RawValue>,
  unit: line(30).optional(),
  statement: line(260).regex(/[.”"]$/, 'must be a sentence that ends with a period'),
  mentions: z.array(z.string()).default([]),
  section: z.string(),
  as_of: date.optional(),
  valid_from: date.optional(),
  valid_to: date.optional(),
  role: z.enum(roles).optional(),
  founder: z.literal(true).optional(),
}) satisfies z.ZodType<Pick<Fact, 'id' | 'entity' | 'statement' | 'mentions' | 'section'>>

const published = z
  .union([
    z.strictObject({ on: date, basis, why }),
    z.strictObject({ after: date, basis, why }),
    z.strictObject({ between: z.tuple([date, date]), basis, why }),
  ])
  .refine(({ basis, why }) => basis === 'stated' || why, 'an inferred date needs a "why"')

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
  .max(500)
  .regex(/^https?:\/\/[^@\s[\]<>]+$/, 'must have no spaces, square brackets, "<", ">" or "@"')
  .refine((text) => !/\.{3}|…/.test(text), 'must be whole, without "..."')

const maxShortTitle = 32

const entitiesWithKinds = z
  .array(z.strictObject({ ...entity.shape, kind: z.enum(Object.keys(kinds) as Kind[]) }))
  .default([])

/** One file of `articles/`, or one that was imported. */
export const articleFile = z.strictObject({
  title: z
    .strictObject({
      text: line(120),
      basis: z.enum(['stated', 'described']),
      /** For the sources line of a card. */
      short: line(maxShortTitle).optional(),
    })
    .refine(
      ({ text, short }) => short !== undefined || text.length <= maxShortTitle,
      `a title over ${maxShortTitle} characters needs a "short" one`,
    ),
  publisher: z
    .strictObject({ name: line(80).nullable(), basis, why })
    .refine(({ basis, why }) => basis === 'stated' || why, 'an inferred publisher needs a "why"'),
  published,
  url: z
    .strictObject({
      address,
      /** `found`: the text does not name its address; a page at this one begins with the same words. */
      basis: z.enum(['stated', 'found']),
      why,
    })
    .refine(({ basis, why }) => basis === 'stated' || why, 'an address that was found needs a "why"')
    .optional(),
  sections: z
    .array(
      z.strictObject({
        name: line(120),
        basis: z.enum(['stated', 'described']).default('stated'),
        as_of: date.optional(),
        empty: line(200).optional(),
      }),
    )
    .min(1),
  entities: entitiesWithKinds,
  /** Of an imported article, what `hash-article` prints. */
  passages: z.base64().min(1).optional(),
  facts: z.array(fact).default([]),
})

const publication = z
  .strictObject({
    id: id(24),
    title: line(120),
    short: line(maxShortTitle).optional(),
    publisher: line(80),
    published,
    kind: z.enum(publicationKinds),
    url: address.optional(),
    licence: line(80),
  })
  .refine(
    ({ title, short }) => short !== undefined || title.length <= maxShortTitle,
    `a title over ${maxShortTitle} characters needs a "short" one`,
  )

/** One file of `reference/`. */
export const dossierFile = z.strictObject({
  subject: line(120),
  /** `cited`, or why no official text is. */
  official_text: line(200),
  publications: z.array(publication).default([]),
  entities: entitiesWithKinds,
  facts: z
    .array(
      z.strictObject({
        ...fact.shape,
        publication: z.string(),
        section: line(60).optional(),
        /** For a membership, a date or a count that no second source confirms. */
        witnesses: z.literal(1).optional(),
      }),
    )
    .default([]),
  /** What was looked for and not found, or left out, and why. */
  gaps: z.array(line(300)).default([]),
})

/** Has `{country}`, `{value}` and `{year}` in it. */
const template = line(200).refine(
  (text) => ['{country}', '{value}', '{year}'].every((part) => text.includes(part)),
  'must have {country}, {value} and {year} in it',
)

const table = z.strictObject({ subject: line(120), publication, gaps: z.array(line(300)).default([]) })

const tableOfCountries = table.extend({
  rows: z.literal('countries'),
  /** Of a number that is stated for one year after another. */
  attribute: z.enum(
    Object.entries(attributes).flatMap(([id, attribute]) => ('byYear' in attribute ? id : [])),
  ),
  section: line(60).default(''),
  statement: template,
  /** The statement for a column of estimates. */
  estimate: template.optional(),
  mentions: z.array(z.string()).default([]),
})

/** What the rows of a file of `tables/` are; they are in the .csv file of the same name. */
export const tableFile = z.discriminatedUnion('rows', [
  tableOfCountries,
  table.extend({ rows: z.literal('editions') }),
])

const split = (separator: string) =>
  z.string().transform((cell) =>
    cell
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean),
  )
const cell = <Value extends z.ZodType>(value: Value) => z.literal('').or(value)

/** One edition of an exercise. */
export const editionRow = z
  .strictObject({
    id: id(24),
    series: id(24),
    year,
    name: line(80),
    /** With semicolons between them. */
    aliases: split(';'),
    began: cell(date),
    ended: cell(date),
    location: cell(line(100)),
    /** Ids of countries, with spaces between them. */
    participants: split(' '),
  })
  .refine(({ began, ended }) => !began || !ended || firstDay(began) <= lastDay(ended), {
    path: ['ended'],
    error: 'give a day that is not before "began"',
  })

/** One file of `entities/`; the file name is the kind. */
export const entitiesFile = z.strictObject({ entities: z.array(entity) })

/** passage-hashes.json; JSON is YAML. */
export const passagesFile = z.record(z.string(), z.string())

export type ArticleFile = z.infer<typeof articleFile>
export type DossierFile = z.infer<typeof dossierFile>
export type EditionRow = z.infer<typeof editionRow>
export type TableFile = z.infer<typeof tableFile>
export type TableOfCountries = z.infer<typeof tableOfCountries>
export type Publication = z.infer<typeof publication>
export type RawFact = ArticleFile['facts'][number]

/** The date of publication as an as-of date. */
export function asOfPublished(published: ArticleFile['published']): AsOf {
  const inferred = published.basis === 'inferred'
  if ('on' in published) return { first: published.on, last: published.on, inferred }
  if ('after' in published) return { first: published.after, last: null, inferred }
  return { first: published.between[0], last: published.between[1], inferred }
}
