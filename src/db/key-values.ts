// Single values that the bot stores for itself.
import type { Queries } from './schema.ts'

/** The key under which a bot that runs holds when it last checked its health. */
export const checkedAtKey = 'checked at'

/** Setting undefined deletes a value. */
export interface KeyValueTable {
  get: (key: string) => Promise<string | undefined>
  set: (key: string, value?: string) => Promise<void>
}

export function createKeyValueTable(db: Queries): KeyValueTable {
  return {
    async get(key) {
      const row = await db.selectFrom('keyValue').select('value').where('key', '=', key).executeTakeFirst()
      return row?.value
    },
    async set(key, value) {
      if (value === undefined) await db.deleteFrom('keyValue').where('key', '=', key).execute()
      else {
        await db
          .insertInto('keyValue')
          .values({ key, value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute()
      }
    },
  }
}
