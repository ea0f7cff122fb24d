import type { AuditRow, ChainHead, ChainName } from '../audit/chain.ts'
import type { CaseQuestion, CaseRows } from '../audit/case-history.ts'
import type { AuditReader } from '../audit/verify.ts'
import type { Database } from './schema.ts'

const PAGE = 1_000

/** Reads the log, a page at a time. */
export class SqlAuditReader implements AuditReader, CaseRows {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async chains(): Promise<ChainName[]> {
    const rows = await this.#db
      .selectFrom('audit')
      .select('chain')
      .union(this.#db.selectFrom('audit_heads').select('chain'))
      .orderBy('chain')
      .execute()
    return rows.map(({ chain }) => chain)
  }

  rowsAfter(chain: ChainName, number: number): Promise<AuditRow[]> {
    return this.#db
      .selectFrom('audit')
      .selectAll()
      .where('chain', '=', chain)
      .where('number', '>', number)
      .orderBy('number')
      .limit(PAGE)
      .execute()
  }

  async head(chain: ChainName): Promise<ChainHead | null> {
    const head = this.#db
      .selectFrom('audit_heads')
      .select(['number', 'hash'])
      .where('chain', '=', chain)
    return (await head.executeTakeFirst()) ?? null
  }

  ofCase({ board, actions, before, limit, ...of }: CaseQuestion): Promise<AuditRow[]> {
    return this.#db
      .selectFrom('audit')
      .selectAll()
      .where('chain', '=', board)
      .where('case_id', '=', of.case)
      .where('action', 'in', actions)
      .$if(before !== null, (rows) => rows.where('number', '<', before))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute()
  }
}
