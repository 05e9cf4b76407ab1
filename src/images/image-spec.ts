// What an image shows, as plain data. All text is here, so that the image and its alt text say the same.
import type { PartialDate } from '../data/model/dates.ts'

export type ImageSpec = MapSpec | TimelineSpec

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
export type FillStyle = 'first' | 'second' | 'third' | 'shared'

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
