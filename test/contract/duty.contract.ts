import { describe, expect, test } from 'vitest'
import { DaysOff } from '../../server/calendar/days-off.ts'
import { Roster } from '../../server/duty/roster.ts'
import { Accounts } from '../../server/identity/accounts.ts'
import { openDatabase } from '../../server/store/database.ts'
import { userId } from '../../shared/ids.ts'
import type { Person } from '../../shared/person.ts'
import { momentOf } from '../../shared/team-time.ts'
import { aPerson } from '../support/person.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const TODAY = '2026-03-10'
const at = (clock: string, day = TODAY) => momentOf(day, clock)

const [sara, karin] = [aPerson('sara', 'doctor'), aPerson('karin', 'nurse')]

/** Who is on duty, run against real databases. */
export function dutyContract({ name, fresh }: Subject): void {
  describe(`the roster on ${name}`, () => {
    async function open() {
      const db = await openDatabase(await fresh())
      const accounts = new Accounts(db, true)
      for (const one of [sara, karin]) await accounts.create({ ...one, password: 'x', demo: true })
      const clock = { now: at('09:00') }
      const board = await createBoard(db, 'kungsbacka')
      const roster = new Roster(db, new DaysOff(), () => clock.now)
      const key = (one: Person, day = TODAY) => ({ board, day, person: one.id })
      const logged = async () => {
        const rows = db.selectFrom('audit').select(['user_id', 'action', 'object'])
        return await rows.select(['before', 'after']).orderBy('number').execute()
      }
      return { db, board, roster, clock, key, logged, [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[V1] a person has one shift a day: what is set later replaces it', async () => {
      await using store = await open()
      const { board, roster, key } = store
      await roster.set(key(sara), { from: '08:00', to: '12:00', phone: '070-174 06 20' }, sara)
      await roster.set(key(sara), { from: '08:00', to: '13:00' }, karin)
      expect(await roster.list(board, TODAY, TODAY)).toEqual([
        {
          ...{ day: TODAY, person: 'sara', name: 'sara', role: 'doctor' },
          ...{ from: '08:00', to: '13:00', phone: '070-174 06 20', source: 'self' },
          ...{ setBy: 'karin', setAt: at('09:00') },
        },
      ])
    })

    test('[V1] each change is a line of the log, without the number', async () => {
      await using store = await open()
      const { roster, key } = store
      await roster.set(key(sara), { from: '08:00', to: '12:00', phone: '070-174 06 20' }, sara)
      await roster.set(key(sara), { from: '08:00', to: '13:00' }, karin)
      expect(await roster.remove(key(sara), karin)).toBe(true)
      expect(await roster.remove(key(sara), karin)).toBe(false)
      const line = { action: 'duty-changed', object: 'duty.2026-03-10.sara' }
      expect(await store.logged()).toEqual([
        { ...line, user_id: 'sara', before: null, after: '"08:00–12:00"' },
        { ...line, user_id: 'karin', before: '"08:00–12:00"', after: '"08:00–13:00"' },
        { ...line, user_id: 'karin', before: '"08:00–13:00"', after: null },
      ])
    })

    test('[V1] a number is kept from the last shift, until another one or none is given', async () => {
      await using store = await open()
      const { board, roster, key, clock } = store
      const hours = { from: '08:00', to: '12:00' }
      const phones = async () => (await roster.list(board, TODAY, '2026-03-12')).map((r) => r.phone)
      await roster.set(key(sara), { ...hours, phone: '1' }, sara)
      clock.now++
      await roster.set(key(sara, '2026-03-11'), hours, sara)
      expect(await phones()).toEqual(['1', '1'])
      clock.now++
      await roster.set(key(sara, '2026-03-11'), { ...hours, phone: null }, sara)
      expect(await phones()).toEqual(['1', null])
    })

    test('[V2] boards are told of today and tomorrow, by moments, and of the days off', async () => {
      await using store = await open()
      const { board, roster, key } = store
      for (const day of ['2026-03-09', TODAY, '2026-03-11', '2026-03-12'])
        await roster.set(key(sara, day), { from: '08:00', to: '12:00', phone: '1' }, sara)
      const { shifts, daysOff } = await roster.dutyOf(board)
      const one = { person: 'sara', role: 'doctor', phone: '1' }
      expect(shifts).toEqual([
        { ...one, from: at('08:00'), to: at('12:00') },
        { ...one, from: at('08:00', '2026-03-11'), to: at('12:00', '2026-03-11') },
      ])
      expect(daysOff).toEqual(expect.arrayContaining(['2025-12-24', '2026-06-19', '2027-01-01']))
      expect(daysOff).not.toContain('2026-03-10')
    })

    test('[V5] what a file says is taken in one transaction', async () => {
      await using store = await open()
      const { board, roster } = store
      const hours = { from: '08:00', to: '12:00', row: 2 }
      const nobody = userId.parse('nobody')
      const taken = roster.take(
        board,
        [
          { ...hours, day: TODAY, person: sara.id },
          { ...hours, day: TODAY, person: nobody },
        ],
        karin,
      )
      await expect(taken).rejects.toThrow()
      expect(await roster.list(board, TODAY, TODAY)).toEqual([])
      expect(await store.logged()).toEqual([])
    })
  })
}
