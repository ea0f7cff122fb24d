import type { Database, Schema } from './schema.ts'
import type { AlertChange, Batch } from './update-log.ts'

/** Keeps how far each alert has come, and a row with the next cursor for each person it is told to. */
export async function writeAlerts(on: Database, batches: readonly Batch[]): Promise<void> {
  const changes = batches.flatMap(({ board, alerts = [] }) =>
    alerts.map((change) => ({ board, change })),
  )
  if (changes.length === 0) return
  let cursor = await lastCursor(on)
  for (const { board, change } of changes) {
    const row = rowOf(board, change)
    await on
      .insertInto('alerts')
      .values(row)
      .onConflict((conflict) => conflict.columns(['board', 'case_id', 'since']).doUpdateSet(row))
      .execute()
    const { case_id, since } = row
    const step = change.ended === null ? change.step : 'ended'
    const events = change.to.map((person): Schema['alert_events'] => ({
      ...{ cursor: ++cursor, board, case_id, since, at: change.at, step, person },
    }))
    if (events.length > 0) await on.insertInto('alert_events').values(events).execute()
  }
}

/** Two servers that count on from the same one collide, and the later one tries again. */
export async function lastCursor(on: Database): Promise<number> {
  const { last } = await on
    .selectFrom('alert_events')
    .select((of) => of.fn.max('cursor').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

const rowOf = (board: Schema['alerts']['board'], change: AlertChange): Schema['alerts'] => ({
  ...{ board, case_id: change.case, since: change.since, code: change.code, step: change.step },
  requester: change.requester,
  next_at: change.next,
  call_name: change.call?.name ?? null,
  call_phone: change.call?.phone ?? null,
  ended_at: change.ended === null ? null : change.at,
  ended_by: change.ended?.by ?? null,
  how: change.ended?.how ?? null,
})
