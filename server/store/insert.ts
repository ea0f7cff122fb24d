import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Database } from './schema.ts'

/** Rows of one statement; with more, there would be more lengths to keep than commits meet again. */
const ROWS_MAX = 32

/**
 * An insert of any number of rows. Kysely takes several times longer to build a statement than
 * SQLite to run it, so each is compiled once for every number of rows.
 *
 * @param columns all of a row, and all that the statement has as parameters
 */
export function insertOf<Row, Result>(
  columns: readonly (keyof Row)[],
  build: (db: Database, rows: readonly Row[]) => Compilable<Result>,
): (on: Database, rows: readonly Row[]) => Promise<Result[]> {
  const kept = new WeakMap<DialectAdapter, Map<number, CompiledQuery<Result>>>()

  const compile = (on: Database, rows: readonly Row[]) => {
    const ordered = rows.map((row) => columns.map((name) => [name, row[name]]))
    return build(on, ordered.map(Object.fromEntries) as Row[]).compile()
  }

  const keptFor = (on: Database, rows: readonly Row[]): CompiledQuery<Result> => {
    const { adapter } = on.getExecutor()
    const byLength = kept.get(adapter) ?? new Map<number, CompiledQuery<Result>>()
    const statement = byLength.get(rows.length) ?? { ...compile(on, rows), parameters: [] }
    kept.set(adapter, byLength.set(rows.length, statement))
    return { ...statement, parameters: rows.flatMap((row) => columns.map((name) => row[name])) }
  }

  return async (on, rows) => {
    const results: Result[] = []
    for (let start = 0; start < rows.length; start += ROWS_MAX) {
      const some = rows.slice(start, start + ROWS_MAX)
      results.push(...(await on.executeQuery(keptFor(on, some))).rows)
    }
    return results
  }
}
