import { sql } from 'kysely'
import type { Chained } from '../audit/audit-log.ts'
import {
  EMPTY_CHAIN,
  HASHED,
  nextRow,
  type AuditRow,
  type ChainHead,
  type ChainName,
} from '../audit/chain.ts'
import { insertOf } from './insert.ts'
import type { Database, Schema } from './schema.ts'

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
  await insertRows(on, rows)
  await writeHeads(
    on,
    [...ends].map(([chain, { head }]) => ({ chain, number: head.number, hash: head.hash })),
  )
}

type End = { readonly unit: string | null; readonly head: ChainHead }

/** Where the chains end, and whose boards they are of; nobody else adds to them meanwhile. */
async function lockEnds(on: Database, chains: readonly ChainName[]): Promise<Map<ChainName, End>> {
  const ends = await lockHeads(
    on,
    chains.map((chain) => ({ chain, ...EMPTY_CHAIN })),
  )
  return new Map(
    ends.map(({ chain, unit, number, hash }) => [chain, { unit, head: { number, hash } }]),
  )
}

type HeadRow = Schema['audit_heads']

const HEAD: readonly (keyof HeadRow)[] = ['chain', 'number', 'hash']

const lockHeads = insertOf<HeadRow, HeadRow & { unit: string | null }>(HEAD, (db, rows) =>
  db
    .insertInto('audit_heads')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet({ number: sql<number>`audit_heads.number` }),
    )
    .returning((of) => [
      ...HEAD,
      of
        .selectFrom('boards')
        .select('team')
        .where(sql<boolean>`boards.id = audit_heads.chain`)
        .as('unit'),
    ]),
)

const insertRows = insertOf<AuditRow, unknown>([...HASHED, 'hash'], (db, rows) =>
  db.insertInto('audit').values(rows),
)

const writeHeads = insertOf<HeadRow, unknown>(HEAD, (db, rows) =>
  db
    .insertInto('audit_heads')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet({
        number: sql<number>`excluded.number`,
        hash: sql<string>`excluded.hash`,
      }),
    ),
)
