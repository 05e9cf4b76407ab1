// The facts with all countries of the world among the entities, so that one is known by name though no article mentions it.
import type Database from 'better-sqlite3'
import { openNameIndex, type Name, type SerializedNameIndex, type Names } from './name-index.ts'
import type { Entity } from '../model/types.ts'

export interface AllCountriesIndex {
  /** An entity of the articles, or a country by its two letters in lower case. */
  getEntity: (id: string) => Entity | undefined
  /** Countries by name, code and flag, then all that the articles name. */
  names: Names
}

/** Every country, with all its names. */
export function loadCountries(database: Database.Database): Entity[] {
  return JSON.parse(
    database.prepare('SELECT countries FROM country_index').pluck().get() as string,
  ) as Entity[]
}

/** Loads the countries that the revision's builder has kept. */
export function loadWorld(database: Database.Database, known: AllCountriesIndex): AllCountriesIndex {
  const byId = new Map(loadCountries(database).map((country) => [country.id, country]))
  const index = database.prepare('SELECT name_index FROM country_index').pluck().get() as string
  const names = openNameIndex(JSON.parse(index) as SerializedNameIndex)
  return {
    getEntity: (id) => known.getEntity(id) ?? byId.get(id),
    names: {
      exact: (text) => [...new Set([...known.names.exact(text), ...names.exact(text)])],
      search(text) {
        const found = new Map<string, Name>()
        for (const hit of [...names.search(text), ...known.names.search(text)]) {
          if (!found.has(hit.entity)) found.set(hit.entity, hit)
        }
        return [...found.values()]
      },
      isElsewhere: () => false,
    },
  }
}
