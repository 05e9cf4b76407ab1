// The shapes of the data files, checked with zod, and of what they become.
import { z } from 'zod'
import { kinds, type AttributeId, type Kind } from '../model/attributes.ts'
import { isPartialDate, type AsOf, type PartialDate } from '../model/dates.ts'
import { plainTextFix } from '../model/plain-text.ts'
import type { Value } from '../model/values.ts'

export interface Article {
  id: string
  title: string
  /** Whether the title stands in the text; a title that does not is ours, and cards show it in square brackets. */
  titleStated: boolean
  /** null where no text names the publisher. */
  publisher: string | null
  publisherWhy: string | null
  published: AsOf
  publishedWhy: string | null
  url: string | null
  sections: Section[]
}

export interface Section {
  name: string
  /** Whether the section has a heading in the text; a name that has not is ours. */
  stated: boolean
  /** Why no fact stands on it; null where one does. */
  empty: string | null
}

export interface Entity {
  id: string
  kind: Kind
  name: string
  aliases: string[]
  /** A country's two letters by ISO 3166-1, where it has them. */
  code?: string
}

export const roles = ['full', 'suspended', 'observer', 'applicant', 'former'] as const
export type Role = (typeof roles)[number]

export interface Fact {
  /** `<article>/<fact>`. */
  id: string
  entity: string
  attribute: AttributeId
  value: Value
  statement: string
  mentions: string[]
  article: string
  section: string
  asOf: AsOf
  /** The day from which it may be shown to someone who looks back, as yyyy-mm-dd. */
  visibleFrom: string
  validFrom: PartialDate | null
  validTo: PartialDate | null
  role: Role | null
}

const id = (most: number) =>
  z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens')
    .max(most)

const date = z.coerce
  .string()
  .refine(isPartialDate, 'must be a date such as "2019", "2021-09" or "2020-08-05"')
const basis = z.enum(['stated', 'inferred'])
/** Text that cards show. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      const message = plainTextFix(text)
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
const why = line(200).optional()

const entity = z.strictObject({
  id: id(24),
  name: line(80),
  aliases: z.array(line(80)).default([]),
})

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
  ]),
  unit: line(30).optional(),
  statement: line(260).regex(/[.”"]$/, 'must be a sentence that ends in a full stop'),
  mentions: z.array(z.string()).default([]),
  section: z.string(),
  as_of: date.optional(),
  valid_from: date.optional(),
  valid_to: date.optional(),
  role: z.enum(roles).optional(),
})

const published = z
  .union([
    z.strictObject({ on: date, basis, why }),
    z.strictObject({ after: date, basis, why }),
    z.strictObject({ between: z.tuple([date, date]), basis, why }),
  ])
  .refine(({ basis, why }) => basis === 'stated' || why, 'an inferred date needs a why')

/** One file of `articles/`. */
export const articleFile = z.strictObject({
  title: z.strictObject({ text: line(120), basis: z.enum(['stated', 'described']) }),
  publisher: z
    .strictObject({ name: line(80).nullable(), basis, why })
    .refine(({ basis, why }) => basis === 'stated' || why, 'an inferred publisher needs a why'),
  published,
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
    .max(500)
    .regex(/^https?:\/\/[^@\s[\]<>]+$/, 'must have no spaces, square brackets, "<", ">" or "@"')
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
  entities: z
    .array(z.strictObject({ ...entity.shape, kind: z.enum(Object.keys(kinds) as Kind[]) }))
    .default([]),
  facts: z.array(fact).default([]),
})

/** One file of `entities/`; the file name is the kind. */
export const entitiesFile = z.strictObject({ entities: z.array(entity) })

/** reference/country-names.yaml: what countries are called beside what libraries know, by their two letters. */
export const countryNamesFile = z.record(z.string(), z.array(line(80)))
/** passage-hashes.json; JSON is YAML. */
export const passagesFile = z.record(z.string(), z.string())

export type ArticleFile = z.infer<typeof articleFile>
export type RawFact = ArticleFile['facts'][number]

/** What the files say of a date of publication, as an as-of date. */
export function asOfPublished(published: ArticleFile['published']): AsOf {
  const inferred = published.basis === 'inferred'
  if ('on' in published) return { first: published.on, last: published.on, inferred }
  if ('after' in published) return { first: published.after, last: null, inferred }
  return { first: published.between[0], last: published.between[1], inferred }
}
