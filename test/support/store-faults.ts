import Sqlite from 'better-sqlite3'

/**
 * Loaded into a server's process before the server (`node --import`): its database fails as the
 * test orders.
 */

/** A point in a transaction: just before or after the statement that begins so. */
export type Moment = {
  readonly when: 'before' | 'after'
  readonly statement:
    'begin' | 'insert into "updates"' | 'insert into "audit" ' | 'insert into "archive"' | 'commit'
}

export type StoreFault =
  /** The process dies there, as in a power cut. */
  | { readonly kind: 'die'; readonly at: Moment }
  /** The disk fails there, so many times. */
  | { readonly kind: 'fail'; readonly at: Moment; readonly times: number }
  /** No page more can be had, or as many as anyone wants again. */
  | { readonly kind: 'full'; readonly is: boolean }

const PAGES_MAX = 1_073_741_823

const databases = new Set<Sqlite.Database>()
let fault: Exclude<StoreFault, { kind: 'full' }> | null = null
let failures = 0

const prepare = Reflect.get(Sqlite.prototype, 'prepare') as Sqlite.Database['prepare']
Reflect.set(Sqlite.prototype, 'prepare', function (this: Sqlite.Database, text: string) {
  databases.add(this)
  const statement = prepare.call(this, text)
  for (const name of ['run', 'all'] as const) {
    const execute = statement[name]
    Reflect.set(statement, name, (...parameters: unknown[]) => {
      strike('before', text)
      const result: unknown = Reflect.apply(execute, statement, parameters)
      strike('after', text)
      return result
    })
  }
  return statement
})

function strike(when: Moment['when'], text: string): void {
  if (fault === null || when !== fault.at.when || !text.startsWith(fault.at.statement)) return
  if (fault.kind === 'die') process.kill(process.pid, 'SIGKILL')
  else if (failures++ < fault.times) throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR')
}

process.on('message', (order: StoreFault | object) => {
  if (!('kind' in order)) return // another preload's
  if (order.kind === 'full')
    for (const database of databases)
      database.pragma(`max_page_count = ${order.is ? 1 : PAGES_MAX}`)
  else {
    fault = order
    failures = 0
  }
  process.send?.('heard')
})
process.channel?.unref()
