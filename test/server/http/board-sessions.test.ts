import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { boardSessionList } from '../../../shared/api.ts'
import { Close } from '../../../shared/wire.ts'
import { expectProblem, send } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

async function sessionsOf(url: string, cookie: string, board = 'kungsbacka') {
  const response = await fetch(`${url}/api/boards/${board}/sessions`, { headers: { cookie } })
  return boardSessionList.parse(await response.json())
}
const revoke = (url: string, cookie: string, id: string, board = 'kungsbacka') =>
  send(`${url}/api/boards/${board}/sessions/${id}`, 'DELETE', undefined, { cookie })

test('[S13] a manager sees who is signed in on their board, people and displays', async () => {
  const { url } = await startTestServer()
  const maria = await signIn(url, 'maria')
  await signIn(url, 'karin')
  await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  await becomeDisplay(url, await signIn(url, 'amina'), 'halmstad')
  const people = (await sessionsOf(url, maria)).map(({ person, mine }) => [person, mine])
  expect(people).toHaveLength(3)
  expect(people).toContainEqual([{ name: 'Maria Nordin', role: 'manager' }, true])
  expect(people).toContainEqual([{ name: 'Karin Lindqvist', role: 'nurse' }, false])
  expect(people).toContainEqual([null, false])
})

test('[S13] who is signed out by a manager is gone at once, sockets and all', async () => {
  const { url } = await startTestServer()
  const [maria, karin] = [await signIn(url, 'maria'), await signIn(url, 'karin')]
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/kungsbacka@1`, {
    headers: { cookie: karin },
  })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  const [session] = (await sessionsOf(url, maria)).filter(({ mine }) => !mine)
  expect((await revoke(url, maria, session?.id ?? '')).status).toBe(204)
  expect((await closed)[0]).toBe(Close.sessionEnded.code)
  await expectProblem(
    await fetch(`${url}/api/session`, { headers: { cookie: karin } }),
    401,
    'session-revoked',
  )
  expect(await sessionsOf(url, maria)).toHaveLength(1)
  await expectProblem(await revoke(url, maria, session?.id ?? ''), 404, 'not-found')
})

test('[S13] nobody else sees or ends sessions', async () => {
  const { url } = await startTestServer()
  const karin = await signIn(url, 'karin')
  const display = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  const [mine] = await sessionsOf(url, await signIn(url, 'maria'))
  const ask = (cookie: string, board = 'kungsbacka') =>
    fetch(`${url}/api/boards/${board}/sessions`, { headers: { cookie } })
  for (const cookie of [karin, display]) {
    await expectProblem(await ask(cookie), 403, 'forbidden')
    await expectProblem(await revoke(url, cookie, mine?.id ?? ''), 403, 'forbidden')
  }
  await expectProblem(await ask(''), 401, 'signed-out')
  await expectProblem(await ask(await signIn(url, 'maria'), 'varberg'), 404, 'not-found')
})
