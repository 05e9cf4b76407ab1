// What commands may ask of the database; the stores in db/ satisfy these contracts.

export interface GuildSettings {
  /** Whether an answer is ephemeral unless the user chooses otherwise. */
  ephemeralByDefault: boolean
  /** Whether a card may ping a member. */
  allowMentions: boolean
  /** "Aug 5, 2020", or "5 Aug 2020". */
  dateOrder: 'month first' | 'day first'
  /** When cards show images: when someone clicks Map or Chart, at once, or never. */
  images: 'on request' | 'at once' | 'never'
  /** Whether answers come from the seed articles alone. */
  onlySeedArticles: boolean
  /** Whether statements can be checked with Check claims and /check. */
  checkClaims: boolean
  /** Whether right answers in the quiz count toward a board by week. */
  quizScores: boolean
}

export interface GuildSettingsStore {
  /** The guild's settings; the defaults if it has none, and outside of guilds. */
  get: (guildId: string | undefined) => GuildSettings
  hasCustomSettings: (guildId: string) => boolean
  /** Saves these settings at once and leaves the others as they are. */
  change: (guildId: string, change: Partial<GuildSettings>) => void
  delete: (guildId: string) => void
}

export interface NewReport {
  /** ISO 8601, UTC. */
  createdAt: string
  /** A Discord user id. */
  userId: string
  factId: string
  /** The revision that the fact was read in. */
  revision: number
  /** Its statement there; empty if the fact is gone. */
  statement: string
  message: string
}

export interface ReportStore {
  /** Whether the user has sent fewer than `maxPerDay` reports within the day before. */
  isUnderDailyLimit: (userId: string, createdAt: string, maxPerDay: number) => boolean
  /** Stores a report and returns its number; undefined for a user who is at the daily limit. */
  add: (report: NewReport, maxPerDay: number) => number | undefined
}

export interface LongQueryStore {
  /** Keeps a query in memory, and later in the database; returns its key of 12 characters. */
  keep: (query: string) => string
  /** Undefined for a key whose query is not stored, or no longer. */
  read: (key: string) => string | undefined
}

/** Questions of a round are numbered from 1; a round is played in one message. */
export interface QuizStore extends DeletableByUser {
  /** Whether a question was asked in the guild within thirty days. */
  wasAsked: (guildId: string, question: string) => boolean
  recordAsked: (guildId: string, question: string, now: Date) => void
  /** Stores the first answer of a user to a question that is open, and a point in a guild for a right one. */
  answer: (
    answer: QuizAnswer & { messageId: string; score?: { guildId: string; week: string } | undefined },
    now: Date,
  ) => { outcome: 'taken' } | { outcome: 'late' } | { outcome: 'answered before'; choice: number }
  /** Accepts no further answers to a question and those before it; true for the first call. */
  close: (messageId: string, question: number) => boolean
  /** Everything that was answered in a round, by question. */
  answersTo: (messageId: string) => QuizAnswer[]
  /** The most points first; `week` is its Monday, as yyyy-mm-dd. */
  board: (guildId: string, week: string, limit: number) => { userId: string; points: number }[]
  scores: DeletableByUser & {
    /** Counts what is stored about a guild: scores, and questions asked. */
    countByGuild: (guildId: string) => number
    deleteByGuild: (guildId: string) => void
  }
}

export interface QuizAnswer {
  question: number
  userId: string
  /** The index of the choice. */
  choice: number
  isRight: boolean
}

/** A store that counts what it holds about a user. */
interface CountedByUser {
  countByUser: (userId: string) => number
}

/** A store whose data about a user can be deleted. */
interface DeletableByUser extends CountedByUser {
  deleteByUser: (userId: string) => unknown
}

/** The stores that hold personal data. */
export interface PersonalDataStores {
  reports: DeletableByUser
  postedCards: DeletableByUser
  quiz: QuizStore
  auditLog: CountedByUser
  guildSettings: Pick<GuildSettingsStore, 'hasCustomSettings' | 'delete'>
}
