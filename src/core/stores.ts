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
  change: (guildId: string, change: Partial<GuildSettings>) => Promise<void>
  delete: (guildId: string) => Promise<void>
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
  isUnderDailyLimit: (userId: string, createdAt: string, maxPerDay: number) => Promise<boolean>
  /**
   * Stores a report and returns its number; undefined for a user who is at the daily limit. The same message of the same
   * user on the same fact within a day is the same report, because a modal whose response was lost is submitted again.
   */
  add: (report: NewReport, maxPerDay: number) => Promise<number | undefined>
}

export interface LongQueryStore {
  /** Keeps a query in memory, and later in the database; returns its key of 12 characters. */
  keep: (query: string) => string
  /** Undefined for a key whose query is not stored, or no longer. */
  read: (key: string) => Promise<string | undefined>
}

/** Questions of a round are numbered from 1; a round is played in one message. */
export interface QuizStore extends DeletableByUser {
  /** Whether a question was asked in the guild within thirty days. */
  wasAsked: (guildId: string, question: string) => Promise<boolean>
  recordAsked: (guildId: string, question: string, now: Date) => Promise<void>
  /** Stores the first answer of a user to a question that is open. */
  answer: (
    answer: QuizAnswer & { messageId: string },
  ) => Promise<{ outcome: 'taken' } | { outcome: 'late' } | { outcome: 'answered before'; choice: number }>
  /**
   * Accepts no further answers to a question and those before it, and gives a point in a guild for each right one;
   * true for the first call, which alone does so.
   */
  close: (
    closed: { messageId: string; question: number; score?: { guildId: string; week: string } | undefined },
    now: Date,
  ) => Promise<boolean>
  /** Everything that was answered in a round, by question. */
  answersTo: (messageId: string) => Promise<QuizAnswer[]>
  /** The most points first; `week` is its Monday, as yyyy-mm-dd. */
  board: (guildId: string, week: string, limit: number) => Promise<{ userId: string; points: number }[]>
  scores: DeletableByUser & {
    /** Counts what is stored about a guild: scores, and questions asked. */
    countByGuild: (guildId: string) => Promise<number>
    deleteByGuild: (guildId: string) => Promise<void>
  }
}

export interface QuizAnswer {
  question: number
  userId: string
  /** The index of the choice. */
  choice: number
  isRight: boolean
}

/** Why no fact of the day is posted any more. */
export type StopReason =
  'switched off' | 'no access' | 'no permission' | 'channel gone' | 'locked' | 'refused'

/** When and where a guild gets its fact of the day. */
export interface DailyFact {
  guildId: string
  channelId: string
  /** From 0 to 23, in the time zone. */
  hour: number
  /** A name of IANA. */
  timeZone: string
  /** Who switched it on; empty if nobody is to be told about it any more. */
  userId: string
  /** ISO 8601, UTC. */
  nextDue: string
  /** When the last post was due; null before the first. */
  lastDue: string | null
  /** null while facts are posted. */
  stopped: StopReason | null
}

/** Times are ISO 8601, UTC. */
export interface DailyFactStore extends DeletableByUser {
  get: (guildId: string) => Promise<DailyFact | undefined>
  /** Switches it on, or changes it; `lastDue` and what was told stay. */
  set: (settings: Omit<DailyFact, 'lastDue' | 'stopped'>, now: Date) => Promise<void>
  /** Switches it off, or only if it is posted in a channel; false if it was off already, or is posted in another one. */
  stop: (guildId: string, reason: StopReason, channelId?: string) => Promise<boolean>
  /** Those that are on and due, and those due after `latest`, which no clock that is right can have set. */
  due: (now: string, latest: string) => Promise<DailyFact[]>
  /** Moves on from a due time to the next, and records the fact that is told; false if another process did. */
  claim: (
    daily: DailyFact,
    claim: { next: string; fact?: ToldFact | undefined },
    now: Date,
  ) => Promise<boolean>
  /** Takes a claim back, because nothing was posted; `next` is what was claimed. */
  unclaim: (daily: DailyFact, next: string) => Promise<void>
  /** The ids of the facts that were told since all were, the latest first. */
  told: (guildId: string) => Promise<string[]>
  /** Whether anything is stored about a guild. */
  countByGuild: (guildId: string) => Promise<number>
  deleteByGuild: (guildId: string) => Promise<void>
}

export interface ToldFact {
  id: string
  /** How many of the latest to remember, if all were told, so that the others may be told again. */
  forgetAllBut?: number | undefined
}

/** A store that counts what it holds about a user. */
interface CountedByUser {
  countByUser: (userId: string) => Promise<number>
}

/** A store whose data about a user can be deleted. */
interface DeletableByUser extends CountedByUser {
  deleteByUser: (userId: string) => Promise<unknown>
}

/** The stores that hold personal data. */
export interface PersonalDataStores {
  reports: DeletableByUser
  postedCards: DeletableByUser
  quiz: QuizStore
  dailyFacts: DailyFactStore
  auditLog: CountedByUser
  guildSettings: Pick<GuildSettingsStore, 'hasCustomSettings' | 'delete'>
}
