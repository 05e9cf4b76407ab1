// Time zones as people name them: by city, country, abbreviation ("EST", "India") or IANA's own name.
import { createRequire } from 'node:module'
import type * as TimeZoneDatabase from '@vvo/tzdb'
import { Temporal } from './temporal.ts'
import { normalizeText } from '../data/model/normalize-text.ts'

interface TimeZone {
  /** A name of IANA. */
  name: string
  /** All names of IANA that it has or had. */
  names: readonly string[]
  /** "Central European Time". */
  label: string
  /** Everything that it may be found by, normalized. */
  words: readonly string[]
}

/** Suggested before anything is typed, and before others that fit as well. */
const suggested = [
  ...['UTC', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'Europe/London'],
  ...['Europe/Berlin', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Kyiv', 'Asia/Kolkata', 'Asia/Manila'],
  ...['Asia/Seoul', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland'],
]

let timeZones: readonly TimeZone[] | undefined

/** Read when a time zone is first typed: reading them takes as long as a twentieth of a start. */
function allTimeZones(): readonly TimeZone[] {
  return (timeZones ??= readTimeZones())
}

function readTimeZones(): readonly TimeZone[] {
  const { rawTimeZones } = createRequire(import.meta.url)('@vvo/tzdb') as typeof TimeZoneDatabase
  const utc = {
    name: 'UTC',
    names: ['UTC', 'Etc/UTC'],
    label: 'Coordinated Universal Time',
    words: ['utc', 'gmt', 'zulu'],
  }
  const others = rawTimeZones.map((zone): TimeZone => {
    const { name, alternativeName, group, countryName, mainCities, abbreviation, dstAbbreviation } = zone
    const known = [name, ...group, alternativeName, countryName, ...mainCities, abbreviation]
    return {
      name,
      names: [...new Set([name, ...group])],
      label: alternativeName,
      words: [...known, dstAbbreviation ?? ''].flatMap((text) => wordsOf(text)),
    }
  })
  return [utc, ...others].toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en'))
}

function wordsOf(text: string): string[] {
  return normalizeText(text.replaceAll(/[/_]/g, ' ')).split(' ').filter(Boolean)
}

function rankOf({ name }: TimeZone): number {
  const index = suggested.indexOf(name)
  return index === -1 ? suggested.length : index
}

/** The time zones that an input names in whole words, the likeliest first. */
function timeZonesNamed(input: string): readonly TimeZone[] {
  return timeZonesWith(input, (word, part) => word === part)
}

function timeZonesWith(input: string, test: (word: string, part: string) => boolean): readonly TimeZone[] {
  const typed = wordsOf(input)
  if (typed.length === 0) return []
  return allTimeZones().filter(({ words }) => typed.every((part) => words.some((word) => test(word, part))))
}

/** The time zones that an input may mean, the likeliest first; for none, those suggested. */
function matchTimeZones(input: string): readonly TimeZone[] {
  if (wordsOf(input).length === 0) return allTimeZones().slice(0, suggested.length)
  const begun = timeZonesWith(input, (word, part) => word.startsWith(part))
  return [...new Set([...timeZonesNamed(input), ...begun])]
}

/** Choices for autocomplete, each with the time it is there. */
export function completeTimeZone(input: string, now: Date): { name: string; value: string }[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  return matchTimeZones(input)
    .slice(0, 25)
    .map(({ name, label }) => {
      const time = instant.toZonedDateTimeISO(name).toPlainTime().toString({ smallestUnit: 'minute' })
      return { name: `${name} · ${label} · now ${time}`, value: name }
    })
}

/**
 * IANA's name of the time zone that an input means; undefined if it means none, or several. IANA's own "EST" is not meant
 * by it, since that stays on standard time all year.
 */
export function findTimeZone(input: string): string | undefined {
  const typed = input.trim().replaceAll(' ', '_').toLowerCase()
  const regions = allTimeZones()
    .flatMap(({ names }) => names)
    .filter((name) => name.includes('/'))
  const region = regions.find((name) => name.toLowerCase() === typed)
  if (region !== undefined) return region
  const named = timeZonesNamed(input)
  const [first, ...others] = named.length > 0 ? named : matchTimeZones(input)
  // Of several with one label, such as "Central European Time", the likeliest.
  const sharesLabel = ({ label }: TimeZone) => named.length > 0 && label === first?.label
  return others.every(sharesLabel) ? first?.name : undefined
}
