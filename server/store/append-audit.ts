import { sql } from 'kysely'
import {
  EMPTY_CHAIN,
  nextRow,
  type AuditRow,
  type ChainHead,
  type ChainName,
} from '../audit/chain.ts'
import type { AuditEntry } from '../audit/entry.ts'
import type { Database } from './schema.ts'

/** An entry and the chain that it belongs to. */
export type Chained = { readonly chain: ChainName; readonly entry: AuditEntry }

/** Rows of one insert: SQLite takes 32,766 parameters. */
const ROWS_MAX = 1_000

/** Adds entries to the ends of their chains: three statements, however many chains and rows. */
export async function appendAudit(on: Database, chained: readonly Chained[]): Promise<void> {
  if (chained.length === 0) return
  const ends = await lockEnds(on, [...new Set(chained.map(({ chain }) => chain))].sort())
  const rows: AuditRow[] = []
  for (const { chain, entry } of chained) {
    const end = ends.get(chain)
    if (end === undefined) throw new Error(`The chain of ${chain} has no end`)
    const row = nextRow(chain, end.unit, end.head, entry)
    ends.set(chain, { unit: end.unit, head: row })
    rows.push(row)
  }
  for (let start = 0; start < rows.length; start += ROWS_MAX)
    await on
      .insertInto('audit')
      .values(rows.slice(start, start + ROWS_MAX))
      .execute()
  await writeHeads(on, ends)
}

type End = { readonly unit: string | null; readonly head: ChainHead }

/** Where the chains end, and whose boards they are of; nobody else adds to them meanwhile. */
async function lockEnds(on: Database, chains: readonly ChainName[]): Promise<Map<ChainName, End>> {
  const ends = await on
    .insertInto('audit_heads')
    .values(chains.map((chain) => ({ chain, ...EMPTY_CHAIN })))
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet({ number: sql<number>`audit_heads.number` }),
    )
    .returning((of) => [
      'chain',
      'number',
      'hash',
      of
        .selectFrom('boards')
        .select('team')
        .where(sql<boolean>`boards.id = audit_heads.chain`)
        .as('unit'),
    ])
    .execute()
  return new Map(
    ends.map(({ chain, unit, number, hash }) => [chain, { unit, head: { number, hash } }]),
  )
}

async function writeHeads(on: Database, ends: ReadonlyMap<ChainName, End>): Promise<void> {
  await on
    .insertInto('audit_heads')
    .values([...ends].map(([chain, { head }]) => ({ chain, number: head.number, hash: head.hash })))
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet({
        number: sql<number>`excluded.number`,
        hash: sql<string>`excluded.hash`,
      }),
    )
    .execute()
}
