// The countries of the world by ISO 3166-1, with the names that people type for them; only for building a revision.
import countries from 'i18n-iso-countries'
import { flagOf, normalizeText } from '../model/normalize-text.ts'
import type { Entity } from '../model/types.ts'

/** A country's two letters, or undefined for what is none today. */
export function countryCode(name: string): string | undefined {
  return countries.getAlpha2Code(name, 'en')
}

/** Whether two letters are the code of a country. */
export function isCountryCode(code: string): boolean {
  return countries.alpha2ToAlpha3(code) !== undefined
}

/** What a country is found by beside its names, but is not read as a name in a sentence: "JP" and "JPN". */
export function codesOf({ code = '' }: Entity): string[] {
  return [code, countries.alpha2ToAlpha3(code) ?? []].flat()
}

/** The first of those that fold alike. */
function eachOnce(names: readonly string[]): string[] {
  return [...Map.groupBy(names, normalizeText).values()].flatMap(([first = '']) => first)
}

/**
 * Every country with its names and its flag: those that are entities under their id and name, the
 * others under their two letters in lower case. `alsoCalled` has more names by the two letters.
 */
export function allCountries(
  entities: readonly Entity[],
  extraCountryAliases: ReadonlyMap<string, readonly string[]>,
): Entity[] {
  const long = new Intl.DisplayNames('en', { type: 'region' })
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' })
  const names = countries.getNames('en', { select: 'all' })
  return Object.entries(names).map(([code, called]) => {
    const known = entities.find((entity) => entity.code === code)
    const { id, name } = known ?? { id: code.toLowerCase(), name: long.of(code) ?? code }
    const cldr = [long.of(code) ?? [], short.of(code) ?? []].flat()
    const all = [
      ...(known?.aliases ?? []),
      ...cldr,
      ...called,
      ...(extraCountryAliases.get(code) ?? []),
      flagOf(code),
    ]
    return { id, kind: 'country', name, aliases: eachOnce([name, ...all]).slice(1), code }
  })
}
