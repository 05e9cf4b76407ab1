// The facts with all countries of the world among the entities, so that one is known by name though no article mentions it.
import type Database from 'better-sqlite3'
import { openNameIndex, type Name, type NameIndex, type Names } from './names.ts'
import type { Entity } from './shapes.ts'

export interface World {
  /** An entity of the articles, or a country by its two letters in lower case. */
  entity: (id: string) => Entity | undefined
  /** Countries by name, code and flag, then all that the articles name. */
  names: Names
}

/** Loads the countries that the revision's builder has kept. */
export function loadWorld(database: Database.Database, known: World): World {
  const row = database.prepare('SELECT countries, name_index FROM world').get() as Record<string, string>
  const countries = JSON.parse(row['countries'] ?? '') as Entity[]
  const byId = new Map(countries.map((country) => [country.id, country]))
  const names = openNameIndex(JSON.parse(row['name_index'] ?? '') as NameIndex)
  return {
    entity: (id) => known.entity(id) ?? byId.get(id),
    names: {
      exact: (text) => [...new Set([...known.names.exact(text), ...names.exact(codeOfFlag(text) ?? text)])],
      search(text) {
        const found = new Map<string, Name>()
        for (const hit of [...names.search(text), ...known.names.search(text)]) {
          if (!found.has(hit.entity)) found.set(hit.entity, hit)
        }
        return [...found.values()]
      },
    },
  }
}

/** A flag is two letters, each as the sign that stands for it: 🇯🇵 is J and P. */
function codeOfFlag(text: string): string | undefined {
  const signs = Array.from(text.trim(), (sign) => (sign.codePointAt(0) ?? 0) - 0x1f1e6)
  if (signs.length !== 2 || signs.some((letter) => letter < 0 || letter > 25)) return undefined
  return signs.map((letter) => String.fromCharCode(65 + letter)).join('')
}
