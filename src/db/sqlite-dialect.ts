// SQLite for Kysely: a transaction takes the write lock when it begins, so that what it has read still holds when it writes.
import type Database from 'better-sqlite3'
import { CompiledQuery, SqliteDialect, SqliteDriver, type Dialect } from 'kysely'

export function createSqliteDialect(database: Database.Database): Dialect {
  const dialect = new SqliteDialect({ database })
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver() {
      const driver = new SqliteDriver({ database })
      driver.beginTransaction = async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'))
      }
      // A full disk ends the transaction by itself.
      driver.rollbackTransaction = async (connection) => {
        if (database.inTransaction) await connection.executeQuery(CompiledQuery.raw('ROLLBACK'))
      }
      return driver
    },
  }
}
