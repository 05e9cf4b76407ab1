// The countries of ISO 3166-1 with the names that people type for them. Used only while a revision is built.
import countries from 'i18n-iso-countries'
import { flagOf, normalizeText } from '../model/normalize-text.ts'
import type { Entity } from '../model/types.ts'

/** A country's two-letter code, or undefined if the name is not that of a present-day country. */
export function countryCode(name: string): string | undefined {
  return countries.getAlpha2Code(name, 'en')
}

/** Whether this is a country's two-letter code. */
export function isCountryCode(code: string): boolean {
  return countries.alpha2ToAlpha3(code) !== undefined
}

/** Codes that find a country but do not count as a name in a sentence: "JP" and "JPN". */
export function codesOf({ code = '' }: Entity): string[] {
  return [code, countries.alpha2ToAlpha3(code) ?? []].flat()
}

/** The first of each group with the same normalized text. */
function uniqueNames(names: readonly string[]): string[] {
  return [...Map.groupBy(names, normalizeText).values()].flatMap(([first = '']) => first)
}

/**
 * Every country with its names and its flag: entities under their own id and name, the others under their code in
 * lower case. `extraCountryAliases` has more names by code.
 */
export function allCountries(
  entities: readonly Entity[],
  extraCountryAliases: ReadonlyMap<string, readonly string[]>,
): Entity[] {
  const long = new Intl.DisplayNames('en', { type: 'region' })
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' })
  const names = countries.getNames('en', { select: 'all' })
  return Object.entries(names).map(([code, isoNames]) => {
    const entity = entities.find((candidate) => candidate.code === code)
    const { id, name } = entity ?? { id: code.toLowerCase(), name: long.of(code) ?? code }
    const cldrNames = [long.of(code) ?? [], short.of(code) ?? []].flat()
    const all = [
      ...(entity?.aliases ?? []),
      ...cldrNames,
      ...isoNames,
      ...(extraCountryAliases.get(code) ?? []),
      flagOf(code),
    ]
    return { id, kind: 'country', name, aliases: uniqueNames([name, ...all]).slice(1), code }
  })
}
