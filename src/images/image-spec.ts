// What a picture shows, as plain data: all its words are here, so that the drawing and its alt text say the same.
import type { PartialDate } from '../data/model/dates.ts'

export type ImageSpec = MapImage | TimelineImage

export interface MapImage {
  type: 'map'
  title: string
  /** What is filled, each group in a look of its own; a country stands in one group only. */
  groups: CountryGroup[]
  /** What the map cannot show, such as members that are counted and not named. */
  lines: string[]
  /** Each article with its as-of date; never cut. */
  sources: string[]
}

export interface CountryGroup {
  /** What the countries are, as the legend has it: "Named in the articles as members". */
  label: string
  fillStyle: FillStyle
  countries: Country[]
}

export interface Country {
  /** ISO 3166-1, two letters; XK for Kosovo. */
  code: string
  name: string
}

/** How a group is filled: each can be told from the others without its color. */
export type FillStyle = 'first' | 'second' | 'third' | 'shared'

export interface TimelineImage {
  type: 'timeline'
  title: string
  /** At most forty are drawn; each is as long as its date is vague: a year is a band, a day a point. */
  events: TimelineEvent[]
  lines: string[]
  sources: string[]
}

export interface TimelineEvent {
  date: PartialDate
  /** The date in words. */
  when: string
  label: string
}
