// The countries of the world by ISO 3166-1, with the names that people type for them; only for building a revision.
import countries from 'i18n-iso-countries'
import type { Entity } from './shapes.ts'

/** Names in use that the library does not have, by the country's two letters. */
const alsoCalled: Record<string, string[]> = {
  AE: ['Emirates'],
  BA: ['Bosnia'],
  CD: ['DR Congo', 'DRC', 'Zaire'],
  CV: ['Cabo Verde'],
  GB: ['England'],
  MM: ['Burma'],
  MO: ['Macau'],
  NL: ['Holland'],
  PG: ['PNG'],
  SK: ['Slovak Republic'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TT: ['Trinidad'],
  VA: ['Vatican', 'Holy See'],
  VC: ['St. Vincent and the Grenadines'],
}

/** A country's two letters, or undefined for what is none today. */
export function countryCode(name: string): string | undefined {
  return countries.getAlpha2Code(name, 'en')
}

/** Every country: those that are entities under their id and name, the others under their two letters in lower case. */
export function countriesOfTheWorld(entities: readonly Entity[]): Entity[] {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  const names = countries.getNames('en', { select: 'all' })
  return Object.entries(names).map(([code, called]) => {
    const known = entities.find((entity) => entity.code === code)
    const { id, name } = known ?? { id: code.toLowerCase(), name: english.of(code) ?? code }
    const codes = [code, countries.alpha2ToAlpha3(code) ?? code]
    const aliases = [...new Set([...called, ...codes, ...(alsoCalled[code] ?? [])])]
    return { id, kind: 'country', name, aliases, code }
  })
}
