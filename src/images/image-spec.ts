// What an image shows, as plain data. All text is here, so that the image and its alt text say the same.
import type { PartialDate } from '../data/model/dates.ts'

export type ImageSpec = MapSpec | TimelineSpec | BarsSpec

export interface MapSpec {
  type: 'map'
  title: string
  /** Each group has a fill style of its own; a country is in one group only. */
  groups: CountryGroup[]
}

export interface CountryGroup {
  /** For the legend, in one or two words: "Members". */
  label: string
  fillStyle: FillStyle
  countries: Country[]
}

export interface Country {
  /** ISO 3166-1, two letters; XK for Kosovo. */
  code: string
  name: string
}

/** Distinguishable without color. */
export type FillStyle = 'first' | 'second' | 'third' | 'shared' | 'estimate'

export interface TimelineSpec {
  type: 'timeline'
  title: string
  /** At most 40 are drawn. Each is as long as its date is imprecise: a year is a band, a day a point. */
  events: TimelineEvent[]
  /** What the chart cannot show, such as events without a year. */
  lines: string[]
}

export interface TimelineEvent {
  date: PartialDate
  /** The date in words. */
  when: string
  label: string
}

export interface BarsSpec {
  type: 'bars'
  title: string
  /** What the numbers count: "% of GDP", "U.S. troops". */
  unit: string
  /** From top to bottom: countries by rank, or one country by year. At most 16 are drawn. */
  bars: Bar[]
  /** A line across the bars, such as at 2%. */
  mark?: { number: number; label: string }
}

export interface Bar {
  label: string
  /** Zero or more. */
  number: number
  /** The number as written: "55,154", "about 4.48". */
  text: string
  isEstimate: boolean
}
