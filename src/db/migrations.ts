// The numbered migrations of app.db, oldest first; one that was released is never changed.

export const migrations: readonly string[] = [
  `
  CREATE TABLE revision (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    built_at TEXT NOT NULL,
    built_by TEXT NOT NULL,
    built_from TEXT NOT NULL,
    articles INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    facts INTEGER NOT NULL
  );
  CREATE TABLE live_revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL REFERENCES revision,
    pinned_by_rollback INTEGER NOT NULL
  );

  CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1
  );
  CREATE INDEX audit_log_actor ON audit_log (actor, action, created_at);

  CREATE TABLE key_value (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE running_day (number INTEGER PRIMARY KEY, date TEXT NOT NULL UNIQUE);

  CREATE TABLE interaction_metric (
    minute INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    interactions INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (minute, bucket)
  ) WITHOUT ROWID;

  CREATE TABLE missed_query (
    day INTEGER NOT NULL,
    query TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, query)
  ) WITHOUT ROWID;

  CREATE TABLE guild_settings (
    guild_id TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    last_used_day INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE settings_version (version INTEGER NOT NULL);
  INSERT INTO settings_version VALUES (0);
  CREATE TRIGGER settings_added AFTER INSERT ON guild_settings BEGIN
    UPDATE settings_version SET version = version + 1;
  END;
  CREATE TRIGGER settings_changed AFTER UPDATE OF settings ON guild_settings BEGIN
    UPDATE settings_version SET version = version + 1;
  END;
  CREATE TRIGGER settings_deleted AFTER DELETE ON guild_settings BEGIN
    UPDATE settings_version SET version = version + 1;
  END;

  CREATE TABLE report (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL,
    user_id TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    statement TEXT NOT NULL,
    message TEXT NOT NULL,
    answer TEXT,
    delivered INTEGER,
    closed_at TEXT
  );
  CREATE INDEX report_user ON report (user_id);

  CREATE TABLE posted_card (message_id INTEGER PRIMARY KEY, user_id TEXT NOT NULL);
  CREATE INDEX posted_card_user ON posted_card (user_id);
  `,
  `
  CREATE TABLE long_query (key TEXT PRIMARY KEY, query TEXT NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE quiz_answer (
    message_id INTEGER NOT NULL,
    question INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    choice INTEGER NOT NULL,
    is_right INTEGER NOT NULL,
    PRIMARY KEY (message_id, question, user_id)
  );
  CREATE INDEX quiz_answer_user ON quiz_answer (user_id);
  CREATE TABLE quiz_round (message_id INTEGER PRIMARY KEY, closed INTEGER NOT NULL);
  CREATE TABLE quiz_asked (
    guild_id TEXT NOT NULL,
    question TEXT NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (guild_id, question)
  ) WITHOUT ROWID;
  CREATE TABLE quiz_score (
    guild_id TEXT NOT NULL,
    week TEXT NOT NULL,
    user_id TEXT NOT NULL,
    points INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (guild_id, week, user_id)
  ) WITHOUT ROWID;
  CREATE INDEX quiz_score_user ON quiz_score (user_id);
  `,
  `
  CREATE TABLE daily_fact (
    guild_id TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL,
    hour INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    user_id TEXT NOT NULL,
    next_due TEXT NOT NULL,
    last_due TEXT,
    stopped TEXT,
    day INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX daily_fact_due ON daily_fact (next_due);
  CREATE INDEX daily_fact_user ON daily_fact (user_id);
  CREATE TABLE daily_fact_told (
    guild_id TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    due TEXT NOT NULL,
    PRIMARY KEY (guild_id, fact_id)
  ) WITHOUT ROWID;
  `,
]
