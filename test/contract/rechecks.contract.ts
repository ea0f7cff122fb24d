import { describe, expect, test } from 'vitest'
import { Rechecks } from '../../server/evaluation/rechecks.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { Closing, RecheckNews } from '../../server/store/update-log.ts'
import { epoch } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import { anna, berit } from '../shared/support/board.ts'
import { aPerson } from '../support/person.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const DAY = 24 * 3_600_000
const MONDAY = Date.UTC(2026, 0, 5, 12)

const [sara, jonas] = [aPerson('sara', 'doctor'), aPerson('jonas', 'doctor')]

const closing = (more: Partial<Closing> = {}): Closing => ({
  ...{ at: MONDAY, outcome: 'hospital-avoided', judgedBy: sara.id, patient: null, code: 'H-01' },
  ...{ label: 'Anna D.', protected: false, nurse: null, doctor: jonas.id, ...more },
})

/** What is asked later about closed cases, run against real databases. */
export function rechecksContract({ name, fresh }: Subject): void {
  describe(`re-checks on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      const clock = { now: MONDAY }
      const board = await createBoard(db, 'kungsbacka')
      const log = new SqlUpdateLog(db)
      const rechecks = new Rechecks(db, () => clock.now)
      const hear = (...news: RecheckNews[]) =>
        log.commit([{ board, epoch: epoch.parse(1), updates: [], audit: [], rechecks: news }])
      const due = async (at: number, viewer = sara) => {
        clock.now = at
        return await rechecks.list(board, viewer)
      }
      const logged = async () => {
        const rows = db.selectFrom('audit').select(['user_id', 'case_id', 'object', 'before'])
        return await rows.select('after').orderBy('number').execute()
      }
      return { db, board, rechecks, hear, due, logged, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[K5] a closing is asked about after 72 hours and again after 30 days', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing() })
      expect(await store.due(MONDAY + 3 * DAY - 1)).toEqual([])
      const [one] = await store.due(MONDAY + 3 * DAY)
      expect(one).toMatchObject({
        ...{ case: anna, code: 'H-01', name: 'Anna D.', closedAt: MONDAY, days: 3 },
        ...{ outcome: 'hospital-avoided', judgedBy: null },
      })
      expect((await store.due(MONDAY + 30 * DAY)).map(({ days }) => days)).toEqual([3, 30])
      expect(await store.rechecks.count(store.board)).toBe(2)
    })

    test('[K5] heard twice it is asked once', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing() })
      await store.hear({ case: anna, closing: closing({ outcome: 'health-centre-avoided' }) })
      const due = await store.due(MONDAY + 30 * DAY)
      expect(due.map(({ outcome }) => outcome)).toEqual(Array(2).fill('health-centre-avoided'))
    })

    test('[K5] a case that is reopened is not asked about any more, and what was answered stays', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing() }, { case: berit, closing: closing() })
      const [first] = (await store.due(MONDAY + 3 * DAY)).filter((one) => one.case === anna)
      await store.rechecks.answer(store.board, first?.id ?? '', 'no', sara)
      await store.hear({ case: anna, closing: null })
      const due = await store.due(MONDAY + 30 * DAY)
      expect(due.map((one) => one.case)).toEqual([berit, berit])
      const kept = store.db.selectFrom('rechecks').select('answer').where('case_id', '=', anna)
      expect(await kept.execute()).toEqual([{ answer: 'no' }])
    })

    test('[K6] a protected identity is named to its pair only', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing({ protected: true }) })
      const names = async (viewer: Person) =>
        (await store.due(MONDAY + 3 * DAY, viewer)).map(({ name }) => name)
      expect([await names(sara), await names(jonas)]).toEqual([[null], ['Anna D.']])
    })

    test('[K6] an answer is kept once, with a line of the log, and its giver takes it back', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing() })
      const id = (await store.due(MONDAY + 3 * DAY))[0]?.id ?? ''
      const { board, rechecks } = store
      expect(await rechecks.answer(board, id, 'hospital', sara)).toBe(true)
      expect(await rechecks.answer(board, id, 'no', jonas)).toBe(false)
      expect(await rechecks.count(board)).toBe(0)
      expect(await rechecks.withdraw(board, id, jonas)).toBe(false)
      expect(await rechecks.withdraw(board, id, sara)).toBe(true)
      expect(await rechecks.count(board)).toBe(1)
      const line = { user_id: 'sara', case_id: anna, object: 'recheck.3' }
      expect(await store.logged()).toEqual([
        { ...line, before: null, after: '"hospital"' },
        { ...line, before: '"hospital"', after: null },
      ])
    })

    test('[K6] what is not due yet, or another board’s, is not answered', async () => {
      await using store = await open()
      await store.hear({ case: anna, closing: closing() })
      const [soon, later] = await store.due(MONDAY + 30 * DAY)
      const halmstad = await createBoard(store.db, 'halmstad')
      expect(await store.rechecks.answer(halmstad, soon?.id ?? '', 'no', sara)).toBe(false)
      await store.due(MONDAY + 3 * DAY)
      expect(await store.rechecks.answer(store.board, later?.id ?? '', 'no', sara)).toBe(false)
    })
  })
}
