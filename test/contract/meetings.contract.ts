import { describe, expect, test } from 'vitest'
import { seedDemo } from '../../server/demo/seed.ts'
import { DaysOff } from '../../server/calendar/days-off.ts'
import { Meetings } from '../../server/meetings/meetings.ts'
import { openDatabase } from '../../server/store/database.ts'
import { readCase, readCases } from '../../shared/read-case.ts'
import { boardId, type CaseId } from '../../shared/ids.ts'
import { MemoryAudit } from '../support/audit.ts'
import { aPerson } from '../support/person.ts'
import { anna, boardWith, cameAt } from '../shared/support/board.ts'
import type { Subject } from './subject.ts'

const MINUTE = 60_000
const board = boardId.parse('halmstad')
/** What meetings ask of their tables, run against real databases. */
export function meetingsContract({ name, fresh }: Subject): void {
  test(`[M4] on ${name} several who start at once are in one meeting, with one line of its start`, async () => {
    await using stage = await open()
    const people = ['karin', 'amina', 'sara', 'jonas'].map(stage.asks)
    const entered = await Promise.all(people.map((asker) => stage.meetings.enter(asker, true)))
    expect(new Set(entered.map((one) => one?.meeting.id)).size).toBe(1)
    const actions = (await stage.db.selectFrom('audit').select('action').execute()).map(
      (row) => row.action,
    )
    expect(actions.filter((action) => action === 'meeting-started')).toHaveLength(1)
    expect(actions.filter((action) => action === 'meeting-joined')).toHaveLength(3)
  })

  describe(`minutes on ${name}`, () => {
    test('[M6] each person’s latest word stands, with what the board said at the end', async () => {
      await using stage = await open()
      const { meetings, asks, clock } = stage
      const [karin, amina] = [asks('karin'), asks('amina')]
      const id = (await meetings.enter(karin, true))?.meeting.id
      if (id === undefined) throw new Error('there is no meeting')
      await meetings.write(karin, id, anna, 'Först')
      await meetings.write(amina, id, anna, 'Ring sonen')
      clock.now += MINUTE
      await meetings.write(karin, id, anna, 'Sedan')
      expect(await meetings.end(amina, id)).toBe(true)
      const read = await meetings.minutes(karin, id)
      expect(read?.cases).toMatchObject([
        { case: anna, code: 'H-07', words: [{ note: 'Ring sonen' }, { note: 'Sedan' }] },
      ])
      expect(read?.meeting).toMatchObject({ endedAt: clock.now, endedBy: 'amina' })
    })

    test('[M4] a forgotten meeting ends with its last word, and the next one starts', async () => {
      await using stage = await open()
      const { meetings, asks, clock } = stage
      const karin = asks('karin')
      const first = (await meetings.enter(karin, true))?.meeting
      clock.now += MINUTE
      if (first) await meetings.write(karin, first.id, anna)
      clock.now += 120 * MINUTE
      expect((await meetings.enter(karin, true))?.since).toBe(clock.now - 120 * MINUTE)
    })
  })

  async function open() {
    const db = await openDatabase(await fresh())
    await seedDemo(db)
    const clock = { now: Date.UTC(2026, 2, 10, 7) }
    const doc = boardWith(anna)
    cameAt(doc, anna, clock.now)
    const parts = {
      db,
      audit: new MemoryAudit(),
      daysOff: new DaysOff(),
      casesOf: async () => readCases(doc),
      findCase: async (_: unknown, id: CaseId) => readCase(doc, id),
    }
    const meetings = new Meetings({ ...parts, now: () => clock.now })
    const asks = (id: string) => ({ board, person: aPerson(id, 'nurse') })
    return { db, clock, meetings, asks, [Symbol.asyncDispose]: () => db.destroy() }
  }
}
