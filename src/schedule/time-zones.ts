// Time zones as people name them: by city, country, abbreviation ("EST", "India") or IANA's own name.
import { rawTimeZones } from '@vvo/tzdb'
import { Temporal } from 'temporal-polyfill'
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

const timeZones: readonly TimeZone[] = [
  {
    name: 'UTC',
    names: ['UTC', 'Etc/UTC'],
    label: 'Coordinated Universal Time',
    words: ['utc', 'gmt', 'zulu'],
  },
  ...rawTimeZones.map(
    ({ name, alternativeName, group, countryName, mainCities, abbreviation, dstAbbreviation }): TimeZone => ({
      ...{ name, names: [...new Set([name, ...group])], label: alternativeName },
      words: [
        name,
        ...group,
        alternativeName,
        countryName,
        ...mainCities,
        abbreviation,
        dstAbbreviation ?? '',
      ].flatMap((text) => wordsOf(text)),
    }),
  ),
].toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name))

function wordsOf(text: string): string[] {
  return normalizeText(text.replaceAll(/[/_]/g, ' ')).split(' ').filter(Boolean)
}

function rankOf({ name }: TimeZone): number {
  const index = suggested.indexOf(name)
  return index === -1 ? suggested.length : index
}

/** The time zones that an input may mean, the likeliest first; for none, those suggested. */
function matchTimeZones(input: string): readonly TimeZone[] {
  const typed = wordsOf(input)
  if (typed.length === 0) return timeZones.slice(0, suggested.length)
  const fits = (test: (word: string, part: string) => boolean) =>
    timeZones.filter(({ words }) => typed.every((part) => words.some((word) => test(word, part))))
  const whole = fits((word, part) => word === part)
  return [...new Set([...whole, ...fits((word, part) => word.startsWith(part))])]
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

/** IANA's name of the time zone that an input means; undefined if it means none, or several. */
export function findTimeZone(input: string): string | undefined {
  const typed = input.trim().replaceAll(' ', '_').toLowerCase()
  const named = timeZones.flatMap(({ names }) => names).find((name) => name.toLowerCase() === typed)
  if (named !== undefined) return named
  const [only, ...others] = matchTimeZones(input)
  return others.length === 0 ? only?.name : undefined
}
