import type { AuditRow, ChainHead, ChainName } from '../audit/chain.ts'
import type { AuditReader } from '../audit/verify.ts'
import type { Database } from './schema.ts'

const PAGE = 1_000

/** Reads the log's chains in order, a page at a time. */
export class SqlAuditReader implements AuditReader {
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
}
