import { EMPTY_CHAIN, hashOf, type AuditRow, type ChainHead, type ChainName } from './chain.ts'

/** The log as it rests, for who wants to know whether it is whole. */
export interface AuditReader {
  chains(): Promise<ChainName[]>
  /** The next rows after a number, in order: some of them, or none at the end. */
  rowsAfter(chain: ChainName, number: number): Promise<readonly AuditRow[]>
  /** What is noted as the chain's end; null when nothing is. */
  head(chain: ChainName): Promise<ChainHead | null>
}

/** How far a chain is whole, and what is wrong with it there. */
export type Verdict = {
  readonly chain: ChainName
  readonly end: ChainHead
  readonly fault: string | null
}

/**
 * Walks a chain from its first row, a page at a time, while others may go on adding to it.
 * @param kept an end that this chain once had: that row is to be there still, with that hash
 */
export async function verifyChain(
  reader: AuditReader,
  chain: ChainName,
  kept: ChainHead = EMPTY_CHAIN,
): Promise<Verdict> {
  let end = EMPTY_CHAIN
  for (;;) {
    const rows = await reader.rowsAfter(chain, end === EMPTY_CHAIN ? BEFORE_ALL : end.number)
    for (const row of rows) {
      const fault = faultOf(row, end) ?? faultSince(kept, row)
      if (fault !== null) return { chain, end, fault }
      end = { number: row.number, hash: row.hash }
    }
    if (rows.length > 0) continue
    const head = await reader.head(chain) // read after the rows, so rows are never ahead of it
    const hasGrown = (await reader.rowsAfter(chain, end.number)).length > 0
    if (!hasGrown) return { chain, end, fault: faultAtEnd(head, end, kept) }
  }
}

/** Someone may have given a row a number below the first. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER

function faultOf(row: AuditRow, end: ChainHead): string | null {
  const expected = end.number + 1
  if (row.number > expected) return missing(expected, row.number - 1)
  if (row.number < expected) return `row ${row.number} was added`
  if (row.hash === hashOf(end.hash, row)) return null
  return end.number === 0
    ? 'row 1 was altered'
    : `row ${row.number} was altered, or the one before it`
}

function faultSince(kept: ChainHead, { number, hash }: ChainHead): string | null {
  if (number !== kept.number || hash === kept.hash) return null
  return `row ${number} or one before it was altered after its hash was kept`
}

function faultAtEnd(head: ChainHead | null, end: ChainHead, kept: ChainHead): string | null {
  const last = Math.max(head?.number ?? 0, kept.number)
  if (last > end.number) return missing(end.number + 1, last)
  if (head === null) return 'the note of its end is missing'
  if (head.number < end.number) return `row ${head.number + 1} was added`
  return head.hash === end.hash ? null : `row ${end.number} was altered, or the note of its end`
}

const missing = (first: number, last: number): string =>
  first === last ? `row ${first} is missing` : `rows ${first} to ${last} are missing`
