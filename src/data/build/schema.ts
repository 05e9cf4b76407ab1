// The schemas of the data files. `satisfies` keeps them in step with the types of data/model.
import { z } from 'zod'
import { kinds, type Kind } from '../model/attributes.ts'
import { isPartialDate, type AsOf } from '../model/dates.ts'
import { plainTextFix } from '../model/plain-text.ts'
import { roles, type Entity, type Fact } from '../model/types.ts'
import type { RawValue } from '../model/values.ts'

const id = (maxLength: number) =>
  z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be lower-case letters, digits and hyphens')
    .max(maxLength)

const date = z.coerce
  .string()
  .refine(isPartialDate, 'must be a date such as "2019", "2021-09" or "2020-08-05"')
const basis = z.enum(['stated', 'inferred'])
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

const entity = z.strictObject({
  id: id(22),
  name: line(80),
  aliases: z.array(line(80)).default([]),
}) satisfies z.ZodType<Pick<Entity, 'id' | 'name' | 'aliases'>>

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
  ]) satisfies z.ZodType<RawValue>,
  unit: line(30).optional(),
  statement: line(260).regex(/[.”"]$/, 'must be a sentence that ends with a period'),
  mentions: z.array(z.string()).default([]),
  section: z.string(),
  as_of: date.optional(),
  valid_from: date.optional(),
  valid_to: date.optional(),
  role: z.enum(roles).optional(),
}) satisfies z.ZodType<Pick<Fact, 'id' | 'entity' | 'statement' | 'mentions' | 'section'>>

const published = z
  .union([
    z.strictObject({ on: date, basis, why }),
    z.strictObject({ after: date, basis, why }),
    z.strictObject({ between: z.tuple([date, date]), basis, why }),
  ])
  .refine(({ basis, why }) => basis === 'stated' || why, 'an inferred date needs a "why"')

const maxShortTitle = 32

/** One file of `articles/`. */
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
      address: z
        .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
        .max(500)
        .regex(/^https?:\/\/[^@\s[\]<>]+$/, 'must have no spaces, square brackets, "<", ">" or "@"'),
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
  entities: z
    .array(z.strictObject({ ...entity.shape, kind: z.enum(Object.keys(kinds) as Kind[]) }))
    .default([]),
  facts: z.array(fact).default([]),
})

/** One file of `entities/`; the file name is the kind. */
export const entitiesFile = z.strictObject({ entities: z.array(entity) })

/** reference/country-names.yaml: names of countries that the libraries do not know, by two-letter code. */
export const countryNamesFile = z.record(z.string(), z.array(line(80)))
/** passage-hashes.json; JSON is YAML. */
export const passagesFile = z.record(z.string(), z.string())

export type ArticleFile = z.infer<typeof articleFile>
export type RawFact = ArticleFile['facts'][number]

/** The date of publication as an as-of date. */
export function asOfPublished(published: ArticleFile['published']): AsOf {
  const inferred = published.basis === 'inferred'
  if ('on' in published) return { first: published.on, last: published.on, inferred }
  if ('after' in published) return { first: published.after, last: null, inferred }
  return { first: published.between[0], last: published.between[1], inferred }
}
