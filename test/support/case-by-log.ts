import { equalityDeep } from 'lib0/function.js'
import type { AuditRow } from '../../server/audit/chain.ts'
import type { CaseChange } from '../../shared/changes.ts'

type Fields = Record<string, unknown>

/**
 * A case as the rows of the log, read in order, say that it is. Of SBAR and comments they say only
 * that somebody wrote, and nothing of those that a case came with.
 */
export class CaseByLog {
  /** The ids of those that were added. */
  readonly comments: string[] = []
  readonly #texts = new Set<string>()
  readonly #rows: AuditRow[]
  #fields: Fields | null = null

  /** @param rows the changes of this case, oldest first */
  constructor(rows: AuditRow[]) {
    this.#rows = rows
    for (const { object, after } of rows) {
      if (object === 'comments') this.comments.push(...(JSON.parse(after ?? '[]') as string[]))
      if (object?.startsWith('sbar.')) this.#texts.add(object.slice('sbar.'.length))
    }
  }

  /** Whether words that came with this change have a row. */
  tellsOf(change: CaseChange): boolean {
    if (change.kind === 'text') return this.#texts.has(change.part)
    if (change.kind !== 'comments') return true
    return change.added.every((one) => this.comments.includes((one as { id: string }).id))
  }

  /** Reads on to where the log says what the document does; false when it never says so. */
  reaches(fields: Fields): boolean {
    while (!equalityDeep(this.#fields, fields)) {
      const row = this.#rows.shift()
      if (row === undefined) return false
      this.#read(row)
    }
    return true
  }

  /** What stands after the last row; a change and its undoing in one turn leave no other trace. */
  ends(): Fields | null {
    for (const row of this.#rows.splice(0)) this.#read(row)
    return this.#fields
  }

  #read({ action, object, after }: AuditRow): void {
    const value: unknown = JSON.parse(after ?? 'null')
    if (action === 'case-created') this.#fields = value as Fields
    else if (object?.startsWith('tasks.')) {
      const tasks = { ...(this.#fields?.tasks as Fields), [object.slice('tasks.'.length)]: value }
      this.#fields = { ...this.#fields, tasks }
    } else if (object !== null && object !== 'comments' && !object.startsWith('sbar.'))
      this.#fields = { ...this.#fields, [object]: value }
  }
}
