import { describe, expect, test } from 'vitest'
import { Boards } from '../../server/identity/boards.ts'
import { sessionIdOf } from '../../server/identity/session-cookie.ts'
import { Inbox } from '../../server/notices/inbox.ts'
import { Devices } from '../../server/push/devices.ts'
import { openDatabase } from '../../server/store/database.ts'
import { SqlUpdateLog } from '../../server/store/sql-update-log.ts'
import type { NoticeNews } from '../../server/store/update-log.ts'
import { epoch, type UserId } from '../../shared/ids.ts'
import { READ_NOTICE_DAYS } from '../../shared/notices.ts'
import type { PushSubscriptionBody } from '../../shared/push.ts'
import { anna, berit, karin, sara } from '../shared/support/board.ts'
import { karin as karinsAccount, identityOver, HOUR_MS } from '../support/identity.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const DAY_MS = 24 * HOUR_MS

const news = (event: string, more: Partial<NoticeNews> = {}): NoticeNews => ({
  ...{ to: sara, kind: 'mention', case: anna, code: 'H-01', by: karin, at: 1, event, ...more },
})
const subscription = (endpoint: string): PushSubscriptionBody => ({
  endpoint,
  keys: { p256dh: 'A'.repeat(87), auth: 'B'.repeat(22) },
})

/** What people are told of, run against real databases. */
export function noticesContract({ name, fresh }: Subject): void {
  describe(`notices on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      const identity = identityOver(db)
      const { clock, accounts, boards } = identity
      const board = await createBoard(db, 'kungsbacka')
      for (const id of [karin, sara]) {
        await accounts.create({ ...karinsAccount, id, name: `${id}s namn` })
        await boards.addMember(board, id)
      }
      const log = new SqlUpdateLog(db)
      const inbox = new Inbox(db, () => clock.now)
      const devices = new Devices(db, () => clock.now)
      const batch = (...notices: NoticeNews[]) => ({
        ...{ board, epoch: epoch.parse(1), updates: [], audit: [], notices },
      })
      const hear = (...notices: NoticeNews[]) => log.commit([batch(...notices)])
      const numbers = async (person: UserId, after = 0) =>
        (await inbox.page(person, after)).notices.map(({ number }) => number)
      const signIn = async (account: UserId) =>
        sessionIdOf(await identity.sessions.start({ account }))
      const parts = { db, ...identity, board, log, inbox, devices, batch, hear, numbers, signIn }
      return { ...parts, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[Z2] what is told is written with the update, newest first, and counted', async () => {
      await using store = await open()
      await store.hear(news('a'), news('b', { kind: 'handed', case: berit, by: null }))
      expect(await store.inbox.page(sara, 0)).toEqual({
        unread: 2,
        notices: [
          {
            ...{ number: 2, board: store.board, case: berit, code: 'H-01', kind: 'handed' },
            ...{ by: null, at: 1, readAt: null },
          },
          {
            ...{ number: 1, board: store.board, case: anna, code: 'H-01', kind: 'mention' },
            ...{ by: { id: karin, name: 'karins namn' }, at: 1, readAt: null },
          },
        ],
      })
      expect(await store.inbox.page(karin, 0)).toEqual({ unread: 0, notices: [] })
    })

    test('[Z2] an update that is not written tells nobody', async () => {
      await using store = await open()
      const lost = { ...store.batch(news('a')), updates: [new Uint8Array([1])], board: store.board }
      const twice = { client: 1, owner: karin }
      const wrong = { ...lost, clients: [{ ...twice, client: Number.NaN }] }
      await expect(store.log.commit([lost, wrong])).rejects.toThrow()
      expect(await store.numbers(sara)).toEqual([])
    })

    test('[Z2] an event is told once, and what comes later has a greater number', async () => {
      await using store = await open()
      await store.hear(news('a'))
      await store.hear(news('a'), news('b'))
      const [newest = 0, first] = await store.numbers(sara)
      expect([first, (await store.numbers(sara)).length]).toEqual([1, 2])
      expect(newest).toBeGreaterThan(1)
      await store.hear(news('c'))
      expect(await store.numbers(sara, newest)).toEqual([newest + 1])
      expect(await store.inbox.tell(store.board, [news('c'), news('c', { to: karin })])).toEqual([
        karin,
      ])
    })

    test('[Z4] of a kind that is switched off nothing is written, until it is on again', async () => {
      await using store = await open()
      await store.inbox.mute(sara, ['mention', 'clash'])
      await store.hear(news('a'), news('b', { kind: 'handed' }), news('c', { to: karin }))
      expect([await store.numbers(sara), await store.numbers(karin)]).toEqual([[1], [1]])
      expect(await store.inbox.muted(sara)).toEqual(['mention', 'clash'])
      expect(await store.inbox.muted(karin)).toEqual([])
      await store.inbox.mute(sara, [])
      await store.hear(news('d'))
      expect((await store.inbox.page(sara, 2)).notices).toMatchObject([{ kind: 'mention' }])
    })

    test('[Z6] all up to one, or those of a case, are read', async () => {
      await using store = await open()
      await store.hear(news('a'), news('b', { case: berit }), news('c'), news('d', { to: karin }))
      await store.inbox.markRead(sara, { board: store.board, case: anna })
      expect(await store.inbox.waiting(sara)).toEqual({ unread: 1, newest: 2 })
      await store.hear(news('e'))
      await store.inbox.markRead(sara, { upTo: 3 })
      expect(await store.inbox.waiting(sara)).toEqual({ unread: 1, newest: 4 })
      expect(await store.inbox.waiting(karin)).toEqual({ unread: 1, newest: 1 })
    })

    test('[Z6] what was read fourteen days ago is gone; what was not read stays', async () => {
      await using store = await open()
      await store.hear(news('a'), news('b', { case: berit }))
      await store.inbox.markRead(sara, { board: store.board, case: anna })
      store.clock.now += READ_NOTICE_DAYS * DAY_MS
      await store.inbox.tidy()
      expect(await store.numbers(sara)).toEqual([2, 1])
      store.clock.now++
      await store.inbox.tidy()
      expect(await store.numbers(sara)).toEqual([2])
    })

    test('[Z5] of a board that is not theirs any more a person hears nothing', async () => {
      await using store = await open()
      await store.hear(news('a'))
      await store.db.deleteFrom('memberships').where('account', '=', sara).execute()
      expect(await store.inbox.page(sara, 0)).toEqual({ unread: 0, notices: [] })
      await new Boards(store.db).addMember(store.board, sara)
      expect(await store.numbers(sara)).toEqual([1])
    })

    test('[Z9] a device is woken for its session’s person, as long as the session lasts', async () => {
      await using store = await open()
      const [first, second] = [await store.signIn(sara), await store.signIn(sara)]
      await store.devices.keep(first, subscription('https://one.example/'))
      await store.devices.keep(second, subscription('https://two.example/'))
      const woken = async (...people: UserId[]) =>
        (await store.devices.of(people)).map((one) => one.subscription.endpoint).toSorted()
      expect(await woken(sara, karin)).toEqual(['https://one.example/', 'https://two.example/'])
      expect(await woken(karin)).toEqual([])
      await store.sessions.end(first)
      expect(await woken(sara)).toEqual(['https://two.example/'])
      store.clock.now += 4 * HOUR_MS
      expect(await woken(sara)).toEqual([])
      await store.devices.tidy()
      expect(await store.db.selectFrom('push_subscriptions').selectAll().execute()).toEqual([])
    })

    test('[Z9] a browser that somebody else has taken over wakes nobody but them', async () => {
      await using store = await open()
      const [saras, karins] = [await store.signIn(sara), await store.signIn(karin)]
      await store.devices.keep(saras, subscription('https://one.example/'))
      await store.devices.keep(karins, subscription('https://one.example/'))
      expect(await store.devices.of([sara])).toEqual([])
      expect(await store.devices.of([karin])).toHaveLength(1)
      await store.devices.keep(karins, subscription('https://new.example/'))
      const [device] = await store.devices.of([karin])
      expect(device?.subscription).toEqual(subscription('https://new.example/'))
      expect([await store.devices.has(saras), await store.devices.has(karins)]).toEqual([
        false,
        true,
      ])
    })
  })
}
