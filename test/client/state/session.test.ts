import { beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../../../client/net/api.ts'
import { Device } from '../../../client/offline/device.ts'
import { Owner } from '../../../client/offline/owner.ts'
import { Session } from '../../../client/state/session.svelte.ts'
import type { ProblemName, WhoAmI } from '../../../shared/api.ts'
import { head, karin, kungsbacka, leaveUntil, sara } from '../offline/stage.ts'

const HOUR = 3_600_000
const device = new Device()

/** What the server says when it is asked who this is; null when it does not answer at all. */
let answer: WhoAmI | ProblemName | null = karin
const asked: string[] = []

function session(): Session {
  const api = new Api((path, options) => {
    asked.push(`${options?.method} ${String(path)}`)
    if (answer === null) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(
      typeof answer === 'string' ? problem(answer) : reply(String(path), options?.method, answer),
    )
  })
  return new Session(api, device)
}

const problem = (name: ProblemName) =>
  Response.json({ type: `/problems/${name}`, title: name, status: 401, name }, { status: 401 })

function reply(path: string, method: string | undefined, who: WhoAmI): Response {
  if (path === '/api/session' && method === 'POST') return new Response(null, { status: 204 })
  if (path.endsWith('/display')) return new Response(null, { status: 204 })
  if (path === '/api/server') return Response.json({ build: '1', demo: false, demoAccounts: [] })
  return Response.json(path === '/api/boards' ? [kungsbacka] : who)
}

/** Karin has seen a board here, and a change of hers waits. */
async function keepKarins(): Promise<void> {
  const kept = await device.take(head(karin), leaveUntil(Date.now() + HOUR))
  const owner = new Owner()
  const change = { update: new Uint8Array(), changes: [], at: 1 }
  await kept?.writeCopy({ parts: [new Uint8Array()], at: 1, clockAhead: 0 })
  await kept?.add(owner, change)
  owner.leave()
}

/** Which of the two are still there. */
async function rest(): Promise<{ copies: number; changes: number }> {
  const boards = await device.boards()
  const copies = await Promise.all(boards.map((one) => one.copy()))
  const changes = await Promise.all(boards.map((one) => one.waiting()))
  return {
    copies: copies.filter(Boolean).length,
    changes: changes.reduce((sum, count) => sum + count, 0),
  }
}

beforeEach(async () => {
  await device.wipe()
  localStorage.clear()
  answer = karin
  asked.length = 0
})

describe('who is signed in', () => {
  test('[O4] is who was, while the server cannot be asked', async () => {
    await keepKarins()
    answer = null
    const one = session()
    await one.ask()
    expect(one.who).toEqual(karin)
    expect(one.boards).toEqual([kungsbacka])
    expect(one.offline).toBe(true)

    answer = karin
    await one.ask()
    expect(one.offline).toBe(false)
  })

  test('[O4] is nobody where nothing is kept', async () => {
    answer = null
    const one = session()
    await one.ask()
    expect(one.who).toBeNull()
    expect(one.failure).toBe('unreachable')
  })

  test.for([
    ['somebody else', sara, { copies: 0, changes: 0 }],
    ['a display', { kind: 'display', board: kungsbacka.id, demo: true }, { copies: 0, changes: 0 }],
    ['nobody, since a manager said so', 'session-revoked', { copies: 0, changes: 0 }],
    ['nobody, since it took too long', 'signed-out', { copies: 0, changes: 1 }],
    ['the same, who has to unlock', { ...karin, locked: true }, { copies: 0, changes: 1 }],
    ['the same', karin, { copies: 1, changes: 1 }],
  ] as const)('[O5] when it is %s, only what may stay stays', async ([, who, left]) => {
    await keepKarins()
    answer = who
    await session().ask()
    expect(await rest()).toEqual(left)
  })

  test('[O5] who was sent away is not brought back by a cut network', async () => {
    await keepKarins()
    const one = session()
    await one.ask()
    answer = null
    one.end()
    await expect.poll(() => one.failure).toBe('unreachable')
    expect(one.who).toBeNull()
    expect(await rest()).toEqual({ copies: 0, changes: 1 })
  })
})

describe('signing out without contact', () => {
  test('[O5] removes all, and stands until the server has heard of it', async () => {
    await keepKarins()
    const one = session()
    await one.ask()
    answer = null
    await one.signOut()
    expect(one.who).toBeNull()
    expect(await rest()).toEqual({ copies: 0, changes: 0 })

    answer = 'signed-out'
    asked.length = 0
    const next = session()
    await next.ask()
    expect(asked[0]).toBe('DELETE /api/session')
    expect(next.who).toBeNull()
  })

  test('[O5] [S6] does not end what was signed in meanwhile, a display either', async () => {
    const one = session()
    await one.ask()
    answer = null
    await one.signOut()
    answer = { kind: 'display', board: kungsbacka.id, demo: true }
    asked.length = 0
    await one.signInAsDisplay('karin', 'demo')
    expect(asked).not.toContain('DELETE /api/session')
  })

  test('[O5] asks for nothing else before', async () => {
    const one = session()
    await one.ask()
    answer = null
    await one.signOut()
    asked.length = 0
    await session().ask()
    expect(asked).toEqual(['DELETE /api/session'])
  })
})
