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
  `
  ALTER TABLE revision ADD COLUMN built_from TEXT NOT NULL DEFAULT 'files';
  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    detail TEXT NOT NULL
  );
  CREATE TABLE at_work (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL
  );
  CREATE TABLE handled (
    minute INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    interactions INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    PRIMARY KEY (minute, bucket)
  ) WITHOUT ROWID;
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE server (
    id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    used_on TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE report (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    user TEXT NOT NULL,
    fact TEXT NOT NULL,
    revision INTEGER NOT NULL,
    statement TEXT NOT NULL,
    text TEXT NOT NULL,
    answer TEXT,
    delivered INTEGER,
    closed_at TEXT
  );
  CREATE INDEX report_user ON report (user);
  CREATE TABLE missed (
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, name)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE posted_card (message_id INTEGER PRIMARY KEY, user_id TEXT NOT NULL);
  CREATE INDEX posted_card_user ON posted_card (user_id);
  `,
  `
  ALTER TABLE audit ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
  CREATE INDEX audit_who ON audit (who, deed, at);
  `,
  `
  CREATE TABLE running_day (number INTEGER PRIMARY KEY, date TEXT NOT NULL UNIQUE);

  CREATE TABLE new_server (id TEXT PRIMARY KEY, settings TEXT NOT NULL, used_day INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO new_server SELECT id, settings, 0 FROM server;
  DROP TABLE server;
  ALTER TABLE new_server RENAME TO server;
  CREATE TABLE settings_version (version INTEGER NOT NULL);
  INSERT INTO settings_version VALUES (0);
  CREATE TRIGGER settings_added AFTER INSERT ON server BEGIN
    UPDATE settings_version SET version = version + 1;
  END;
  CREATE TRIGGER settings_changed AFTER UPDATE OF settings ON server BEGIN
    UPDATE settings_version SET version = version + 1;
  END;
  CREATE TRIGGER settings_deleted AFTER DELETE ON server BEGIN
    UPDATE settings_version SET version = version + 1;
  END;

  CREATE TABLE new_missed (
    day INTEGER NOT NULL,
    name TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, name)
  ) WITHOUT ROWID;
  INSERT INTO new_missed SELECT 0, name, sum(times) FROM missed GROUP BY name;
  DROP TABLE missed;
  ALTER TABLE new_missed RENAME TO missed;

  ALTER TABLE handled ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE revision ADD COLUMN file_hash TEXT NOT NULL DEFAULT '';
  `,
]
