import { describe, expect, test } from 'vitest'
import { Alerts } from '../../server/alerts/alerts.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { AlertChange } from '../../server/store/update-log.ts'
import { epoch } from '../../shared/ids.ts'
import { anna, berit, jonas, karin, sara } from '../shared/support/board.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const MINUTE = 60_000
const TEN = Date.UTC(2026, 0, 5, 9)
const call = { name: 'Sara Lind', phone: '070-174 06 11' }

const raised: AlertChange = {
  ...{ case: anna, code: 'H-01', requester: karin, since: TEN, at: TEN, step: 'raised' },
  ...{ next: TEN + 10 * MINUTE, call: null, to: [sara], ended: null },
}
const again: AlertChange = {
  ...{ ...raised, at: TEN + 10 * MINUTE, step: 'again', next: TEN + 20 * MINUTE },
  to: [sara, jonas],
}
const full: AlertChange = {
  ...{ ...again, at: TEN + 20 * MINUTE, step: 'full', next: TEN + 60 * MINUTE },
  ...{ to: [karin], call },
}
const seen: AlertChange = {
  ...{ ...full, at: TEN + 21 * MINUTE, next: null, call: null },
  ...{ to: [sara, jonas, karin], ended: { how: 'seen', by: sara } },
}

/** Alerts at rest, run against real databases. */
export function alertsContract({ name, fresh }: Subject): void {
  describe(`alerts on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      const clock = { now: TEN }
      const board = await createBoard(db, 'kungsbacka')
      for (const [id, account] of [karin, sara, jonas].entries()) {
        const person = { id: account, name: account, initials: 'XX', role: 'doctor' } as const
        await db
          .insertInto('accounts')
          .values({ ...person, password_hash: '', demo: 0 })
          .execute()
        await db.insertInto('memberships').values({ board, account, place: id }).execute()
      }
      const log = new SqlUpdateLog(db)
      const alerts = new Alerts(db, () => clock.now)
      const hear = (...news: AlertChange[]) =>
        log.commit([{ board, epoch: epoch.parse(1), updates: [], audit: [], alerts: news }])
      const news = async (person: typeof sara, after = 0) => {
        const { cursor, alerts: all } = await alerts.newsFor(person, after)
        return { cursor, steps: all.map(({ step, ended }) => ended?.how ?? step) }
      }
      return { db, board, clock, alerts, hear, news, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[Q4] an alert is told to those whom it concerns, by its code, with a growing cursor', async () => {
      await using store = await open()
      await store.hear(raised)
      expect(await store.alerts.newsFor(sara, 0)).toEqual({
        cursor: 1,
        alerts: [
          {
            ...{ event: 1, board: 'kungsbacka', boardName: 'kungsbacka', case: anna, code: 'H-01' },
            ...{ since: TEN, step: 'raised', asked: false, call: null, sounds: true, ended: null },
          },
        ],
      })
      expect(await store.news(jonas)).toEqual({ cursor: 1, steps: [] })
      await store.hear(again)
      expect(await store.news(sara, 1)).toEqual({ cursor: 3, steps: ['again'] })
      expect(await store.news(jonas)).toEqual({ cursor: 3, steps: ['again'] })
      expect(await store.news(karin)).toEqual({ cursor: 3, steps: [] })
    })

    test('[Q2] who asked is told whom to call', async () => {
      await using store = await open()
      await store.hear(raised, again, full)
      const [alert] = (await store.alerts.newsFor(karin, 0)).alerts
      expect(alert).toMatchObject({ step: 'full', asked: true, call })
    })

    test('[Q3] an end takes it from everybody, and who asked hears it once', async () => {
      await using store = await open()
      await store.hear(raised, again, full, seen)
      expect(await store.news(sara)).toMatchObject({ steps: [] })
      const { cursor, alerts } = await store.alerts.newsFor(karin, 4)
      expect(alerts[0]?.ended).toEqual({ how: 'seen', by: 'sara', at: seen.at })
      expect(await store.news(karin, cursor)).toEqual({ cursor, steps: [] })
      store.clock.now = seen.at + 2 * 60 * MINUTE
      expect(await store.news(karin)).toEqual({ cursor, steps: [] })
    })

    test('[Q2] a board is due while one of its alerts has waited long enough', async () => {
      await using store = await open()
      await store.hear(raised, { ...raised, case: berit })
      const dueAt = async (now: number) => {
        store.clock.now = now
        return await store.alerts.dueBoards()
      }
      expect(await dueAt(TEN + 10 * MINUTE - 1)).toEqual([])
      expect(await dueAt(TEN + 10 * MINUTE)).toEqual(['kungsbacka'])
      expect(await store.alerts.countRunning()).toBe(2)
      await store.hear(again, { ...seen, case: berit })
      expect(await store.alerts.countRunning()).toBe(1)
      expect(await dueAt(TEN + 10 * MINUTE)).toEqual([])
    })

    test('[Q5] what rests, or should have gone on, makes no sound', async () => {
      await using store = await open()
      const sounds = async () => (await store.alerts.newsFor(sara, 0)).alerts[0]?.sounds
      await store.hear({ ...raised, step: 'resting' })
      expect(await sounds()).toBe(false)
      await store.hear(raised)
      expect(await sounds()).toBe(true)
      store.clock.now = TEN + 10 * MINUTE
      expect(await sounds()).toBe(false)
    })

    test('[Q4] who is no member any more is told nothing', async () => {
      await using store = await open()
      await store.hear(raised)
      await store.db.deleteFrom('memberships').where('account', '=', sara).execute()
      expect(await store.news(sara)).toEqual({ cursor: 1, steps: [] })
    })
  })
}
