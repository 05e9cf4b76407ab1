// The name index: from typed text to entities, by exact name, acronym or alias, and by prefix.
import type Database from 'better-sqlite3'
import { fold } from './fold.ts'

export interface Name {
  folded: string
  entity: string
  /** The name or alias as it is written. */
  name: string
}

export interface Names {
  /** The entities of which the text is a name, acronym or alias, each once. */
  exact: (text: string) => string[]
  /** Entities with a name that starts with the text, or has a word that does; best first, each once. */
  startingWith: (text: string) => Name[]
}

/** Loads the names that the revision's builder has folded and kept. */
export function loadNames(database: Database.Database): Names {
  const names = database.prepare('SELECT folded, entity, name FROM name ORDER BY rowid').all() as Name[]
  return {
    exact(text) {
      const folded = fold(text)
      return [...new Set(names.filter((name) => name.folded === folded).map(({ entity }) => entity))]
    },
    startingWith(text) {
      const folded = fold(text)
      const tiers: ((name: Name) => boolean)[] = [
        (name) => name.folded === folded,
        (name) => name.folded.startsWith(folded),
        (name) => ` ${name.folded}`.includes(` ${folded}`),
      ]
      const found = new Map<string, Name>()
      for (const tier of tiers) {
        for (const name of names) if (!found.has(name.entity) && tier(name)) found.set(name.entity, name)
      }
      return [...found.values()]
    },
  }
}
