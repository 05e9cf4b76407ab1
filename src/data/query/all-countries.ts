// Adds all countries of the world to the entities, so that one is found by name even if no article mentions it.
import type Database from 'better-sqlite3'
import { openNameIndex, type Name, type SerializedNameIndex, type Names } from './name-index.ts'
import type { Entity } from '../model/types.ts'

export interface AllCountriesIndex {
  /** An entity of the articles, or a country by its two-letter code in lower case. */
  getEntity: (id: string) => Entity | undefined
  /** Countries by name, code and flag, then the entities of the articles. */
  names: Names
}

/** Every country, with all its names. */
export function loadCountries(database: Database.Database): Entity[] {
  return JSON.parse(
    database.prepare('SELECT countries FROM country_index').pluck().get() as string,
  ) as Entity[]
}

/** Loads the country index of a revision; entities of the articles take precedence in `getEntity`. */
export function loadAllCountries(database: Database.Database, known: AllCountriesIndex): AllCountriesIndex {
  const byId = new Map(loadCountries(database).map((country) => [country.id, country]))
  const index = database.prepare('SELECT name_index FROM country_index').pluck().get() as string
  const names = openNameIndex(JSON.parse(index) as SerializedNameIndex)
  return {
    getEntity: (id) => known.getEntity(id) ?? byId.get(id),
    names: {
      exact: (text) => [...new Set([...known.names.exact(text), ...names.exact(text)])],
      search(text) {
        const hits = new Map<string, Name>()
        for (const hit of [...names.search(text), ...known.names.search(text)]) {
          if (!hits.has(hit.entity)) hits.set(hit.entity, hit)
        }
        return [...hits.values()]
      },
      isNameOfOther: () => false,
    },
  }
}
