// Who requested a card that the bot posted as a plain message, because Discord names nobody for such a message.
import type Database from 'better-sqlite3'

export interface PostedCard {
  /** A Discord message id; it holds the time at which the message was posted. */
  messageId: string
  userId: string
}

export interface PostedCardsTable {
  /** Adds cards in one transaction, then deletes those that are too old or too many. */
  add: (cards: readonly PostedCard[]) => void
  userOf: (messageId: string) => string | undefined
  countByUser: (userId: string) => number
  deleteByUser: (userId: string) => void
}

/** A card is deleted or turned while people talk about it; thirty days, like missed queries. */
const maxAgeMs = 30 * 24 * 60 * 60_000

/** About 3 MB; a moderator can still delete older cards. */
const maxCards = 50_000

export function createPostedCardsTable(database: Database.Database): PostedCardsTable {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO posted_card (message_id, user_id) VALUES (CAST(? AS INTEGER), ?)',
  )
  // Ages come from the message ids, so a wrong local clock deletes nothing.
  // https://docs.discord.com/developers/reference#snowflakes: the milliseconds are above the lowest 22 bits.
  const deleteOld = database.prepare(
    `DELETE FROM posted_card WHERE message_id < (SELECT max(message_id) FROM posted_card) - (${maxAgeMs} << 22)`,
  )
  const deleteSurplus = database.prepare(
    `DELETE FROM posted_card
     WHERE message_id <= (SELECT message_id FROM posted_card ORDER BY message_id DESC LIMIT 1 OFFSET ${maxCards})`,
  )
  const selectUser = database
    .prepare('SELECT user_id FROM posted_card WHERE message_id = CAST(? AS INTEGER)')
    .pluck()
  const countBy = database.prepare('SELECT count(*) FROM posted_card WHERE user_id = ?').pluck()
  const deleteBy = database.prepare('DELETE FROM posted_card WHERE user_id = ?')
  const add = database.transaction((cards: readonly PostedCard[]) => {
    for (const { messageId, userId } of cards) insert.run(messageId, userId)
    deleteOld.run()
    deleteSurplus.run()
  })
  return {
    add: (cards) => add.immediate(cards),
    userOf: (messageId) => selectUser.get(messageId) as string | undefined,
    countByUser: (userId) => countBy.get(userId) as number,
    deleteByUser: (userId) => void deleteBy.run(userId),
  }
}
