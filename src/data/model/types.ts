// What the data files become: articles with their sections, entities, and facts.
import type { AttributeId, Kind } from './attributes.ts'
import type { AsOf, PartialDate } from './dates.ts'
import type { Value } from './values.ts'

/** The five seed articles, those that operators have imported, or the reference works that say what these leave open. */
export type Shelf = 'seed' | 'imported' | 'reference'

export const publicationKinds = [
  ...(['official text', 'official release', 'reference work', 'news', 'data set'] as const),
]
export type PublicationKind = (typeof publicationKinds)[number]

export interface Article {
  id: string
  shelf: Shelf
  /** null unless it is of the reference shelf. */
  kind: PublicationKind | null
  /** The terms under which it is published; null unless it is of the reference shelf. */
  licence: string | null
  title: string
  /** Whether the article has this title; otherwise it is ours, and cards show it in square brackets. */
  titleStated: boolean
  /** At most 32 characters; ours, if the title is longer. */
  shortTitle: string
  /** null if the publisher is unknown. */
  publisher: string | null
  /** Why the publisher was inferred; null if the article states it. */
  publisherReason: string | null
  published: AsOf
  /** Why the date was inferred; null if the article states it. */
  publishedReason: string | null
  url: string | null
  /** How the address was found; null if the article states it, or has none. */
  urlReason: string | null
  sections: Section[]
}

export interface Section {
  name: string
  /** Whether the article has this heading; otherwise the name is ours. */
  stated: boolean
  /** Why no fact cites it; null if one does. */
  empty: string | null
}

export interface Entity {
  id: string
  kind: Kind
  name: string
  aliases: string[]
  /** A country's two-letter code of ISO 3166-1, if it has one. */
  code?: string | undefined
  /** Of an exercise: the series that it is one edition of, and the year in which it began. */
  edition?: { of: string; year: string } | undefined
}

export const roles = ['full', 'suspended', 'observer', 'applicant', 'partner'] as const
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
  /** '' if it is of the whole publication. */
  section: string
  asOf: AsOf
  /** The first day on which it is visible in an as-of view, as yyyy-mm-dd. */
  visibleFrom: string
  validFrom: PartialDate | null
  validTo: PartialDate | null
  role: Role | null
  /** Whether a member is a founder. */
  founder?: true
  /** Whether it is one cell of a table. */
  isOfTable?: true
}
