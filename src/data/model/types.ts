// What the data files become: articles with their sections, entities, and facts.
import type { AttributeId, Kind } from './attributes.ts'
import type { AsOf, PartialDate } from './dates.ts'
import type { Value } from './values.ts'

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
