// The numbered migrations of state.db, oldest first; one that was released is never changed.

export const migrations: readonly string[] = [
  `
  CREATE TABLE revision (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    built_at TEXT NOT NULL,
    built_by TEXT NOT NULL,
    articles INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    facts INTEGER NOT NULL
  );
  CREATE TABLE live (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL REFERENCES revision,
    chosen_by_undo INTEGER NOT NULL
  );
  `,
]
