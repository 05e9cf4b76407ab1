// SQLite for Kysely: a transaction takes the write lock when it begins, so that what it has read still holds when it writes.
import type Database from 'better-sqlite3'
import type { Dialect } from 'kysely'
import { LRUCache } from 'lru-cache'
import { CompiledQuery, SqliteDialect, SqliteDriver } from './kysely.ts'

/** Preparing a statement takes as long as running it; there are about sixty. */
const maxStatements = 100

export function createSqliteDialect(database: Database.Database): Dialect {
  const dialect = new SqliteDialect({ database })
  const statements = new LRUCache<string, Database.Statement>({ max: maxStatements })
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver() {
      const driver = new SqliteDriver({
        database: {
          prepare: (sql) => statements.get(sql) ?? prepare(sql),
          close: () => void database.close(),
        },
      })
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
