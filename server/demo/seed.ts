import * as Y from 'yjs'
import type { Timestamp } from '../../shared/clock.ts'
import type { AuditEntry } from '../audit/entry.ts'
import { Boards } from '../identity/boards.ts'
import type { Database } from '../store/schema.ts'
import { SqlUpdateLog } from '../store/sql-update-log.ts'
import type { Batch } from '../store/update-log.ts'
import { boardOfCases } from './board-of-cases.ts'
import { halmstadCases } from './cases/halmstad/halmstad.ts'
import { kungsbackaCases } from './cases/kungsbacka/kungsbacka.ts'
import type { DemoCase } from './demo-case.ts'
import { createDemoDuty, DEMO_OUT_OF_HOURS } from './demo-duty.ts'
import { demoRechecks } from './demo-rechecks.ts'
import { demoTime, type DemoTime } from './demo-time.ts'
import { createDemoRegister, linked } from './register/register.ts'
import { createDemoTeam } from './team.ts'

/** What stands on the demo team's boards. */
export const DEMO_CASES: Readonly<Record<string, (t: DemoTime) => DemoCase[]>> = {
  kungsbacka: (t) => linked('kungsbacka', kungsbackaCases(t)),
  halmstad: (t) => linked('halmstad', halmstadCases(t)),
}

/** Fills a store that nobody has used with the demo team and its boards, all of it or nothing. */
export async function seedDemo(db: Database, now: Timestamp = Date.now()): Promise<void> {
  await db.transaction().execute(async (on) => {
    const inUse = await on.selectFrom('accounts').select('id').limit(1).executeTakeFirst()
    if (inUse !== undefined) return
    const boards = new Boards(on)
    const t = demoTime(now)
    const batches: Batch[] = []
    for (const { id, epoch } of await createDemoTeam(on)) {
      const audit: AuditEntry[] = []
      const log = (entries: readonly AuditEntry[]) => void audit.push(...entries)
      const { settings, people } = await boards.team(id)
      const team = { settings: { ...settings, outOfHours: DEMO_OUT_OF_HOURS }, people }
      const doc = boardOfCases(DEMO_CASES[id]?.(t) ?? [], team, log)
      const rechecks = id === 'kungsbacka' ? demoRechecks(t) : []
      await createDemoDuty(on, id, t)
      batches.push({ board: id, epoch, updates: [Y.encodeStateAsUpdate(doc)], audit, rechecks })
    }
    await createDemoRegister(on, now)
    await new SqlUpdateLog(on, () => now).commit(batches)
  })
}
