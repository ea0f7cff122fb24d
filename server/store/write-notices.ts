import type { BoardId, UserId } from '../../shared/ids.ts'
import type { Database, Schema } from './schema.ts'
import type { Batch, NoticeNews } from './update-log.ts'

type Row = Schema['notices']
type Addressed = NoticeNews & { readonly board: BoardId }

/**
 * Tells people what is new to them, but for the kinds that they have switched off.
 * @returns who has been told something
 */
export async function writeNotices(
  on: Database,
  batches: readonly Pick<Batch, 'board' | 'notices'>[],
): Promise<UserId[]> {
  const all = batches.flatMap(({ board, notices = [] }) =>
    notices.map((one): Addressed => ({ ...one, board })),
  )
  // In one order always, so that servers that tell the same people cannot lock each other out.
  const byPerson = [...Map.groupBy(all, ({ to }) => to)].sort(([a], [b]) => (a < b ? -1 : 1))
  const told = new Set<UserId>()
  for (const [person, news] of byPerson) {
    const rows = await numbered(on, person, news)
    if (rows.length === 0) continue
    const written = await on
      .insertInto('notices')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('person')
      .execute()
    for (const row of written) told.add(row.person)
  }
  return [...told]
}

/**
 * Numbers them under their inbox's lock: whoever has read up to a number has missed none before.
 * Those that turn out to be told already leave a gap.
 */
async function numbered(on: Database, person: UserId, news: readonly Addressed[]): Promise<Row[]> {
  const { last, muted } = await on
    .insertInto('inboxes')
    .values({ person, last: news.length, muted: '' })
    .onConflict((conflict) =>
      conflict
        .column('person')
        .doUpdateSet((of) => ({ last: of('inboxes.last', '+', of.ref('excluded.last')) })),
    )
    .returning(['last', 'muted'])
    .executeTakeFirstOrThrow()
  const off = muted.split(' ')
  const wanted = news.filter(({ kind }) => !off.includes(kind))
  return wanted.map(({ board, kind, code, event, by, at, case: case_id }, i) => ({
    ...{ person, board, case_id, code, kind, event, at },
    number: last - news.length + 1 + i,
    caused_by: by,
    read_at: null,
  }))
}
