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
export function codesOf({ code }: Entity): string[] {
  return code === undefined ? [] : [code, countries.alpha2ToAlpha3(code) ?? []].flat()
}

/** The first of each group with the same normalized text. */
function uniqueNames(names: readonly string[]): string[] {
  return [...Map.groupBy(names, normalizeText).values()].flatMap(([first = '']) => first)
}

/** A country with the names that ISO and CLDR have for it and with its flag among its aliases; others as they are. */
export function withCountryNames(entity: Entity): Entity {
  const { code, name, aliases } = entity
  if (code === undefined) return entity
  const cldrNames = [long.of(code) ?? [], short.of(code) ?? []].flat()
  const isoNames = [countries.getName(code, 'en', { select: 'all' }) ?? []].flat()
  return {
    ...entity,
    aliases: uniqueNames([name, ...aliases, ...cldrNames, ...isoNames, flagOf(code)]).slice(1),
  }
}

const long = new Intl.DisplayNames('en', { type: 'region' })
const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' })
