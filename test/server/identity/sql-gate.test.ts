import { expect, test } from 'vitest'
import { boardId, userId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/person.ts'
import { SESSION_COOKIE } from '../../../server/identity/session-cookie.ts'
import { identityOver, karin } from '../../support/identity.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'

async function teams() {
  const db = await sqliteDatabase()
  const identity = identityOver(db)
  const [here, there] = [await createBoard(db, 'kungsbacka'), await createBoard(db, 'halmstad')]
  const join = async (name: string, role: Role) => {
    const id = userId.parse(name)
    await identity.accounts.create({ ...karin, id, role })
    await identity.boards.addMember(here, id)
    const token = await identity.sessions.start({ account: id })
    const principal = await identity.gate.authenticate(`${SESSION_COOKIE}=${token}`)
    if (principal === null) throw new Error('not signed in')
    return principal
  }
  return { ...identity, here, there, join }
}

test.each([
  ['nurse', 'write'],
  ['doctor', 'write'],
  ['manager', 'write'],
  ['observer', 'read'],
] as const)('[P1] a %s may %s the boards they belong to, and no others', async (role, access) => {
  const { gate, here, there, join } = await teams()
  const principal = await join('kim', role)
  expect(await gate.enter(principal, here)).toEqual({ epoch: 1, access })
  expect(await gate.enter(principal, there)).toBeNull()
  expect(await gate.enter(principal, boardId.parse('nowhere'))).toBeNull()
})

test('[S6] a display enters its own board, as a display, and no other', async () => {
  const { gate, sessions, here, there } = await teams()
  const token = await sessions.start({ display: here })
  const principal = await gate.authenticate(`${SESSION_COOKIE}=${token}`)
  expect(principal).toMatchObject({ kind: 'display', board: here })
  if (principal === null) throw new Error('no display')
  expect(await gate.enter(principal, here)).toEqual({ epoch: 1, access: 'display' })
  expect(await gate.enter(principal, there)).toBeNull()
})

test('[S1] no cookie, or one that nobody was given, is nobody', async () => {
  const { gate } = await teams()
  expect(await gate.authenticate(undefined)).toBeNull()
  expect(await gate.authenticate(`${SESSION_COOKIE}=${'a'.repeat(43)}`)).toBeNull()
})

test('[B1] the team is the board’s members and what its document is born with', async () => {
  const { gate, here, join } = await teams()
  await join('karin', 'nurse')
  expect(await gate.teamOf(here)).toEqual({
    settings: {
      name: 'kungsbacka',
      team: 'Team kungsbacka',
      phone: '070-174 06 00',
      labels: {},
      softLimits: {},
      staleAfter: {},
      alertAfter: 10,
      idleLock: 30,
      hours: { opens: '08:00', closes: '17:00' },
      otherHours: {},
      outOfHours: [],
      reasons: [],
      treatments: [],
    },
    people: [{ id: 'karin', name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' }],
  })
  await expect(gate.teamOf(boardId.parse('nowhere'))).rejects.toThrow('no board nowhere')
})
