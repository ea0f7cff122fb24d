import { expect, test } from 'vitest'
import { whoAmI } from '../../../shared/api.ts'
import { expectProblem, send } from '../../support/http.ts'
import { signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

const karin = { username: 'karin', password: 'demo' }

async function whoIs(url: string, cookie: string) {
  const response = await fetch(`${url}/api/session`, { headers: { cookie } })
  return response.status === 200 ? whoAmI.parse(await response.json()) : response.status
}

test('[S1] signing in gives a cookie that no script can read and no other site can send', async () => {
  const { url } = await startTestServer()
  const response = await send(`${url}/api/session`, 'POST', karin)
  expect(response.status).toBe(204)
  const [cookie, ...others] = response.headers.getSetCookie()
  expect(others).toEqual([])
  expect(cookie).toMatch(
    /^samtavlan_session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
  )
})

test('[S1] over https the cookie goes over https only', async () => {
  const server = await startTestServer({ PUBLIC_URL: 'https://tavla.example' })
  const response = await send(`http://127.0.0.1:${server.port}/api/session`, 'POST', karin)
  expect(response.headers.getSetCookie()[0]).toContain('; Secure')
})

test('[S1] the session says who is signed in', async () => {
  const { url } = await startTestServer()
  expect(await whoIs(url, await signIn(url, 'sara'))).toEqual({
    kind: 'person',
    id: 'sara',
    name: 'Sara Lindgren',
    initials: 'SL',
    role: 'doctor',
    demo: true,
  })
  await expectProblem(await fetch(`${url}/api/session`), 401, 'signed-out')
})

test('[S3] signing out ends the session for good and clears the cookie', async () => {
  const { url } = await startTestServer()
  const cookie = await signIn(url, 'karin')
  const response = await send(`${url}/api/session`, 'DELETE', undefined, { cookie })
  expect(response.status).toBe(204)
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^samtavlan_session=; .*Expires=Thu, 01 Jan 1970/,
  )
  expect(await whoIs(url, cookie)).toBe(401)
  const again = await send(`${url}/api/session`, 'DELETE', undefined, { cookie })
  expect(again.status).toBe(204)
})

test('[S14] who was signed out by somebody hears that, and who was never signed in does not', async () => {
  const { url } = await startTestServer()
  const cookie = await signIn(url, 'karin')
  await send(`${url}/api/session`, 'DELETE', undefined, { cookie })
  const ask = (cookie: string) => fetch(`${url}/api/session`, { headers: { cookie } })
  await expectProblem(await ask(cookie), 401, 'session-revoked')
  const unknown = `samtavlan_session=${'x'.repeat(43)}`
  await expectProblem(await ask(unknown), 401, 'signed-out')
})

test('[S10] whoever signs in ends the session that the browser had before', async () => {
  const { url } = await startTestServer()
  const before = await signIn(url, 'karin')
  const elsewhere = await signIn(url, 'karin')
  const sara = { username: 'sara', password: 'demo' }
  expect((await send(`${url}/api/session`, 'POST', sara, { cookie: before })).status).toBe(204)
  expect(await whoIs(url, before)).toBe(401)
  expect(await whoIs(url, elsewhere)).toMatchObject({ id: 'karin' })
})

test('[S4] wrong user and wrong password get the same answer', async () => {
  const { url } = await startTestServer()
  const answers = [
    { ...karin, password: 'fel' },
    { ...karin, username: 'nobody' },
  ].map(async (body) => {
    const response = await send(`${url}/api/session`, 'POST', body)
    expect(response.headers.getSetCookie()).toEqual([])
    const text = await response.clone().text()
    await expectProblem(response, 401, 'wrong-password')
    return text
  })
  const [wrongPassword, wrongUser] = await Promise.all(answers)
  expect(wrongUser).toBe(wrongPassword)
})

test('[S4] who keeps guessing is told how long to wait', async () => {
  const { url } = await startTestServer()
  const guess = () => send(`${url}/api/session`, 'POST', { ...karin, password: 'fel' })
  for (let i = 0; i < 10; i++) await expectProblem(await guess(), 401, 'wrong-password')
  const refused = await send(`${url}/api/session`, 'POST', karin)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290)
  await expectProblem(refused, 429, 'too-many-attempts')
})

test.each([
  ['nothing', undefined, 'username: '],
  ['no password', { username: 'karin' }, 'password: '],
  ['another type', { username: 7, password: 'demo' }, 'username: '],
  ['a field too many', { ...karin, role: 'manager' }, 'role'],
  ['a name beyond its limit', { ...karin, username: 'k'.repeat(65) }, 'username: '],
  ['a list', [karin], 'expected object'],
])('[S7] a sign-in with %s is refused with the field that is wrong', async (_name, body, fault) => {
  const { url } = await startTestServer()
  const response = await send(`${url}/api/session`, 'POST', body)
  expect(await expectProblem(response, 400, 'invalid-body')).toContain(fault)
})

test('[S7] a refused sign-in does not repeat the password', async () => {
  const { url } = await startTestServer()
  const body = { username: '', password: 'hemligt'.repeat(100) }
  const response = await send(`${url}/api/session`, 'POST', body)
  expect(await expectProblem(response, 400, 'invalid-body')).not.toContain('hemligt')
})
