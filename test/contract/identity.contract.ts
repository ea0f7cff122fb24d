import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { boardId, userId } from '../../shared/ids.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { SESSION_COOKIE, sessionIdOf } from '../../server/identity/session-cookie.ts'
import { openDatabase } from '../../server/store/database.ts'
import { HOUR_MS, identityOver } from '../support/identity.ts'
import { createBoard } from '../support/store.ts'
import type { Subject } from './subject.ts'

const karin = userId.parse('karin')
const halmstad = boardId.parse('halmstad')

/** What identity asks of its tables, run against real databases. */
export function identityContract({ name, fresh }: Subject): void {
  describe(`identity on ${name}`, () => {
    async function open({ seeded = true } = {}) {
      const db = await openDatabase(await fresh())
      if (seeded) await seedDemo(db)
      return { db, ...identityOver(db), [Symbol.asyncDispose]: () => db.destroy() }
    }

    test('[S8] the demo team is made once, whole, with its boards', async () => {
      await using identity = await open()
      await seedDemo(identity.db)
      const team = await identity.boards.members(halmstad)
      expect(team.map(({ id, initials, role }) => [id, initials, role])).toEqual([
        ['amina', 'AH', 'nurse'],
        ['jonas', 'JE', 'doctor'],
        ['karin', 'KL', 'nurse'],
        ['maria', 'MN', 'manager'],
        ['sara', 'SL', 'doctor'],
      ])
      expect(await identity.accounts.verify('karin', 'demo')).toBe('karin')
    })

    test('[S8] a demo team that could not be finished is not there at all', async () => {
      await using identity = await open({ seeded: false })
      const { db } = identity
      await createBoard(db, 'halmstad') // stands in the way of the last step
      await expect(seedDemo(db)).rejects.toThrow()
      expect(await db.selectFrom('accounts').select('id').execute()).toEqual([])
    })

    test('[S2] a sweep keeps what is in use and ends what is not, by kind', async () => {
      await using identity = await open()
      const { sessions, clock, db } = identity
      const person = await sessions.start({ account: karin })
      const display = await sessions.start({ display: halmstad })
      clock.now += 3 * HOUR_MS
      const ended = vi.fn()
      sessions.onEnd(ended)
      expect(await sessions.find(person)).toMatchObject({ kind: 'person' })
      await sessions.sweep()
      clock.now += 4 * HOUR_MS
      await sessions.sweep()
      expect(ended.mock.calls).toEqual([[sessionIdOf(person)]])
      const left = await db.selectFrom('sessions').select(['id', 'used_at']).execute()
      expect(left).toEqual([{ id: sessionIdOf(display), used_at: clock.now - 7 * HOUR_MS }])
    })

    test('[S14] a revoked session is over, and known as revoked until its whole time is', async () => {
      await using identity = await open()
      const { sessions, clock } = identity
      const [token, used] = [
        await sessions.start({ account: karin }),
        await sessions.start({ account: karin }),
      ]
      await sessions.find(token)
      await sessions.end(sessionIdOf(token))
      expect(await sessions.find(token)).toBeNull()
      expect([await sessions.isRevoked(token), await sessions.isRevoked(used)]).toEqual([
        true,
        false,
      ])
      clock.now += 11 * HOUR_MS
      await sessions.sweep()
      expect([await sessions.isRevoked(token), await sessions.isRevoked(used)]).toEqual([
        true,
        false,
      ])
      expect(await sessions.find(token)).toBeNull()
      clock.now += HOUR_MS
      await sessions.sweep()
      expect(await sessions.isRevoked(token)).toBe(false)
      expect(await identity.db.selectFrom('sessions').selectAll().execute()).toEqual([])
    })

    test('[S3] a revocation by another process is noticed by the sweep, and is not undone', async () => {
      await using identity = await open()
      const { sessions, clock, db } = identity
      const token = await sessions.start({ account: karin })
      const ended = vi.fn()
      sessions.onEnd(ended)
      await sessions.find(token)
      const elsewhere = identityOver(db)
      await elsewhere.sessions.end(sessionIdOf(token))
      clock.now += 1_000
      await sessions.find(token)
      await sessions.sweep()
      expect(ended.mock.calls).toEqual([[sessionIdOf(token)]])
      expect(await sessions.find(token)).toBeNull()
      expect(await sessions.isRevoked(token)).toBe(true)
    })

    test('[S15] a lock holds over restarts, is noticed elsewhere, and is no use of the session', async () => {
      await using identity = await open()
      const { sessions, gate, clock, db } = identity
      const token = await sessions.start({ account: karin })
      const id = sessionIdOf(token)
      const cookie = `${SESSION_COOKIE}=${token}`
      expect(await gate.authenticate(cookie)).toMatchObject({ session: id })
      const locked = vi.fn()
      sessions.onLock(locked)
      const elsewhere = identityOver(db)
      await elsewhere.sessions.setLock(id, true)
      expect([await gate.isLocked(cookie), await elsewhere.gate.isLocked(cookie)]).toEqual([
        false,
        true,
      ])
      await sessions.sweep()
      expect(locked.mock.calls).toEqual([[id]])
      expect(await gate.authenticate(cookie)).toBeNull()
      await sessions.setLock(id, false)
      expect(await gate.authenticate(cookie)).toMatchObject({ session: id })
      await sessions.setLock(id, true)
      clock.now += 4 * HOUR_MS - 1
      expect(await sessions.find(token)).not.toBeNull()
      clock.now += 1
      expect(await sessions.find(token)).toBeNull()
    })

    test('[S1] a session belongs to a person or to a display, never to both or neither', async () => {
      await using identity = await open()
      const owners = [
        { account: null, display: null },
        { account: karin, display: halmstad },
      ]
      for (const owner of owners) {
        const row = { id: 'x', created_at: 0, used_at: 0, ...owner }
        await expect(identity.db.insertInto('sessions').values(row).execute()).rejects.toThrow()
      }
    })

    test('[D9] the database answers, and times come back as numbers', async () => {
      await using identity = await open()
      const { rows } = await sql<{
        at: number
      }>`select cast(1767596400000 as bigint) as at`.execute(identity.db)
      expect(rows).toEqual([{ at: 1_767_596_400_000 }])
    })
  })
}
