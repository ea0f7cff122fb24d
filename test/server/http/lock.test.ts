import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { whoAmI } from '../../../shared/api.ts'
import { Close } from '../../../shared/wire.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'

async function openServer() {
  const { url, log } = await startLoggedServer()
  const post = (path: string, cookie: string, body?: unknown) =>
    send(`${url}/api/session/${path}`, 'POST', body, { cookie })
  const get = (path: string, cookie: string) => fetch(`${url}${path}`, { headers: { cookie } })
  const ofNoBoard = async () =>
    (await log())
      .filter(({ chain }) => chain === '')
      .map(({ action, user_id }) => [action, user_id])
  return { url, post, get, ofNoBoard }
}

test('[S15] a locked session is told who it is, and nothing else, until its password comes', async () => {
  const { url, post, get, ofNoBoard } = await openServer()
  const karin = await signIn(url, 'karin')
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/kungsbacka@1`, {
    headers: { cookie: karin },
  })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  expect((await post('lock', karin)).status).toBe(204)
  expect((await closed)[0]).toBe(Close.locked.code)

  const who = whoAmI.parse(await (await get('/api/session', karin)).json())
  expect(who).toMatchObject({ name: 'Karin Lindqvist', locked: true })
  for (const path of ['', '/kungsbacka/sessions', '/kungsbacka/cases/x/history'])
    await expectProblem(await get(`/api/boards${path}`, karin), 423, 'session-locked')
  for (const path of ['display', 'offline']) {
    const address = `${url}/api/boards/kungsbacka/${path}`
    const answer = await send(address, 'POST', undefined, { cookie: karin })
    await expectProblem(answer, 423, 'session-locked')
  }
  await expectProblem(await post('lock', karin), 423, 'session-locked')
  await expectProblem(await post('unlock', karin, { password: 'fel' }), 401, 'wrong-password')
  await expectProblem(await get('/api/boards', karin), 423, 'session-locked')

  expect((await post('unlock', karin, { password: 'demo' })).status).toBe(204)
  expect((await get('/api/boards', karin)).status).toBe(200)
  expect(whoAmI.parse(await (await get('/api/session', karin)).json())).not.toHaveProperty('locked')
  expect(await ofNoBoard()).toEqual([
    ['signed-in', 'karin'],
    ['session-locked', 'karin'],
    ['sign-in-failed', 'karin'],
    ['session-unlocked', 'karin'],
  ])
})

test('[S15] guessing at a locked session is slowed as signing in is, and counts with it', async () => {
  const { url, post } = await openServer()
  const karin = await signIn(url, 'karin')
  await post('lock', karin)
  for (let i = 0; i < 10; i++)
    await expectProblem(await post('unlock', karin, { password: 'fel' }), 401, 'wrong-password')
  const refused = await post('unlock', karin, { password: 'demo' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290)
  await expectProblem(refused, 429, 'too-many-attempts')
  const again = { username: 'karin', password: 'demo' }
  await expectProblem(await send(`${url}/api/session`, 'POST', again), 429, 'too-many-attempts')
})

test('[S15] a locked session can be given up, by signing out or by another’s sign-in', async () => {
  const { url, post, get } = await openServer()
  const [karin, amina] = [await signIn(url, 'karin'), await signIn(url, 'amina')]
  await post('lock', karin)
  await post('lock', amina)
  const sara = { username: 'sara', password: 'demo' }
  expect((await send(`${url}/api/session`, 'POST', sara, { cookie: karin })).status).toBe(204)
  await send(`${url}/api/session`, 'DELETE', undefined, { cookie: amina })
  for (const cookie of [karin, amina])
    await expectProblem(await get('/api/session', cookie), 401, 'session-revoked')
})

test('[S15] nobody and no display locks or unlocks anything', async () => {
  const { url, post } = await openServer()
  const display = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  for (const path of ['lock', 'unlock']) {
    await expectProblem(await post(path, '', { password: 'demo' }), 401, 'signed-out')
    await expectProblem(await post(path, display, { password: 'demo' }), 403, 'forbidden')
  }
})
