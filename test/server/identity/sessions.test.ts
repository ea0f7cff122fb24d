import { expect, test, vi } from 'vitest'
import { sessionIdOf } from '../../../server/identity/session-cookie.ts'
import { HOUR_MS, identityOver, karin } from '../../support/identity.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'

async function signedIn() {
  const db = await sqliteDatabase()
  const identity = identityOver(db)
  await identity.accounts.create(karin)
  const token = await identity.sessions.start({ account: karin.id })
  const ended = vi.fn()
  const stop = identity.sessions.onEnd(ended)
  return { db, ...identity, token, id: sessionIdOf(token), ended, stop }
}

async function display() {
  const db = await sqliteDatabase()
  const identity = identityOver(db)
  const board = await createBoard(db, 'kungsbacka')
  const token = await identity.sessions.start({ display: board })
  return { db, ...identity, board, token, id: sessionIdOf(token) }
}

test('[S1] the database holds no token that a thief could use', async () => {
  const { db, sessions, token } = await signedIn()
  const rows = await db.selectFrom('sessions').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await sessions.find(rows[0]?.id as never)).toBeNull()
})

test('[S1] a session knows its person, also after a restart', async () => {
  const { db, sessions, token, id, clock } = await signedIn()
  const person = { id: 'karin', name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' }
  expect(await sessions.find(token)).toEqual({ kind: 'person', session: id, person })
  const restarted = identityOver(db)
  restarted.clock.now = clock.now
  expect(await restarted.sessions.find(token)).toEqual({ kind: 'person', session: id, person })
})

test('[S2] four hours unused end a person’s session; use starts them over', async () => {
  const { sessions, token, clock, ended, id } = await signedIn()
  clock.now += 4 * HOUR_MS - 1
  expect(await sessions.find(token)).not.toBeNull()
  clock.now += 4 * HOUR_MS - 1
  sessions.touch(id)
  clock.now += 4 * HOUR_MS - 1
  expect(await sessions.find(token)).not.toBeNull()
  expect(ended).not.toHaveBeenCalled()
})

test('[S2] unused for four hours it is over, and stays over when touched late', async () => {
  const { sessions, token, clock, ended, id } = await signedIn()
  await sessions.find(token)
  clock.now += 4 * HOUR_MS
  sessions.touch(id)
  expect(await sessions.find(token)).toBeNull()
  expect(ended.mock.calls).toEqual([[id]])
})

test('[S2] twelve hours end a person’s session however busy it is', async () => {
  const { sessions, token, clock } = await signedIn()
  for (let hour = 0; hour < 12; hour++) {
    expect(await sessions.find(token)).not.toBeNull()
    clock.now += HOUR_MS
  }
  expect(await sessions.find(token)).toBeNull()
})

test('[S2] a display’s session lasts thirty days unused and renews itself by use', async () => {
  const { sessions, token, clock, board, id } = await display()
  for (let month = 0; month < 13; month++) {
    clock.now += 30 * 24 * HOUR_MS - 1
    expect(await sessions.find(token)).toEqual({ kind: 'display', session: id, board })
  }
  clock.now += 30 * 24 * HOUR_MS
  expect(await sessions.find(token)).toBeNull()
})

test('[S3] a session that is ended is gone at once, and listeners hear it', async () => {
  const { sessions, token, id, ended, stop } = await signedIn()
  await sessions.find(token)
  await sessions.end(id)
  expect(ended.mock.calls).toEqual([[id]])
  expect(await sessions.find(token)).toBeNull()
  stop()
  await sessions.end(id)
  expect(ended).toHaveBeenCalledOnce()
})

test('[S3] a request under way while its session ends does not bring it back', async () => {
  const { sessions, token, id } = await signedIn()
  const [found] = await Promise.all([sessions.find(token), sessions.end(id)])
  expect(found).toBeNull()
  expect(await sessions.find(token)).toBeNull()
})

test('[S3] a sweep ends what time has ended and tells listeners', async () => {
  const { sessions, token, clock, ended, id, db } = await signedIn()
  await sessions.find(token)
  await sessions.sweep()
  expect(ended).not.toHaveBeenCalled()
  clock.now += 4 * HOUR_MS
  await sessions.sweep()
  expect(ended.mock.calls).toEqual([[id]])
  expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([])
})

test('[S3] a sweep notices a session that was ended elsewhere', async () => {
  const { sessions, token, ended, id, db } = await signedIn()
  await sessions.find(token)
  await db.deleteFrom('sessions').execute()
  await sessions.sweep()
  expect(ended.mock.calls).toEqual([[id]])
  expect(await sessions.find(token)).toBeNull()
})

test('[S2] use is on disk after a sweep, so that a restart does not sign people out', async () => {
  const { sessions, token, clock, db } = await signedIn()
  clock.now += 3 * HOUR_MS
  await sessions.find(token)
  await sessions.sweep()
  const restarted = identityOver(db)
  restarted.clock.now = clock.now + 3 * HOUR_MS
  expect(await restarted.sessions.find(token)).not.toBeNull()
})

test('[S8] demo people lose their sessions where they may no longer sign in', async () => {
  const db = await sqliteDatabase()
  const open = identityOver(db)
  await open.accounts.create({ ...karin, demo: true })
  const token = await open.sessions.start({ account: karin.id })
  expect(await open.sessions.find(token)).not.toBeNull()
  expect(await identityOver(db, { demoSignIn: false }).sessions.find(token)).toBeNull()
})
