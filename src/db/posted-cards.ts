// Who requested a card that the bot posted as a plain message, because Discord names nobody for such a message.
import { countRowsOf, inChunks, oldestMessage, snowflake, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

export interface PostedCard {
  /** A Discord message id; it holds the time at which the message was posted. */
  messageId: string
  userId: string
}

export interface PostedCardsTable {
  /** Adds cards in one transaction, then deletes those that are too old or too many. */
  add: (cards: readonly PostedCard[]) => Promise<void>
  userOf: (messageId: string) => Promise<string | undefined>
  countByUser: (userId: string) => Promise<number>
  deleteByUser: (userId: string) => Promise<void>
}

/** A card is deleted or turned while people talk about it; thirty days, like missed queries. */
const maxAgeMs = 30 * 24 * 60 * 60_000

/** About 3 MB; a moderator can still delete older cards. */
const maxCards = 50_000

export function createPostedCardsTable(db: Queries): PostedCardsTable {
  return {
    add: (cards) =>
      inTransaction(db, async (transaction) => {
        for (const chunk of inChunks(cards)) {
          await transaction
            .insertInto('postedCard')
            .values(chunk.map(({ messageId, userId }) => ({ messageId: snowflake(messageId), userId })))
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        }
        await transaction
          .deleteFrom('postedCard')
          .where('messageId', '<', oldestMessage('postedCard', maxAgeMs))
          .execute()
        await transaction
          .deleteFrom('postedCard')
          .where('messageId', '<=', (surplus) =>
            surplus
              .selectFrom('postedCard')
              .select('messageId')
              .orderBy('messageId', 'desc')
              .limit(1)
              .offset(maxCards),
          )
          .execute()
      }),
    async userOf(messageId) {
      const row = await db
        .selectFrom('postedCard')
        .select('userId')
        .where('messageId', '=', snowflake(messageId))
        .executeTakeFirst()
      return row?.userId
    },
    countByUser: (userId) => countRowsOf(db, 'postedCard', userId),
    async deleteByUser(userId) {
      await db.deleteFrom('postedCard').where('userId', '=', userId).execute()
    },
  }
}
