import { expect, test } from 'vitest'
import { boardList, whoAmI } from '../../../shared/api.ts'
import { expectProblem, send } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { startTestServer } from '../../support/test-server.ts'

async function boardsOf(url: string, cookie: string) {
  const response = await fetch(`${url}/api/boards`, { headers: { cookie } })
  return boardList.parse(await response.json())
}

test('[P1] a member sees the boards they belong to, with epoch, schema and access', async () => {
  const { url } = await startTestServer()
  const rest = { epoch: 1, schema: 1, access: 'write' }
  expect(await boardsOf(url, await signIn(url, 'maria'))).toEqual([
    { id: 'kungsbacka', name: 'Kungsbacka', ...rest },
    { id: 'halmstad', name: 'Halmstad', ...rest },
  ])
  await expectProblem(await fetch(`${url}/api/boards`), 401, 'signed-out')
})

test('[S6] a display sees its own board and nothing else', async () => {
  const { url } = await startTestServer()
  const person = await signIn(url, 'karin')
  const display = await becomeDisplay(url, person, 'kungsbacka')
  expect(await boardsOf(url, display)).toEqual([
    { id: 'kungsbacka', name: 'Kungsbacka', epoch: 1, schema: 1, access: 'display' },
  ])
  const who = await fetch(`${url}/api/session`, { headers: { cookie: display } })
  expect(whoAmI.parse(await who.json())).toEqual({
    kind: 'display',
    board: 'kungsbacka',
    demo: true,
  })
})

test('[S6] the person who turned a browser into a display is signed out there', async () => {
  const { url } = await startTestServer()
  const cookie = await signIn(url, 'karin')
  const response = await send(`${url}/api/boards/halmstad/display`, 'POST', undefined, { cookie })
  expect(response.status).toBe(204)
  expect(response.headers.getSetCookie()[0]).toContain(`Max-Age=${400 * 24 * 3600}; `)
  const after = await fetch(`${url}/api/session`, { headers: { cookie } })
  await expectProblem(after, 401, 'session-revoked')
})

test('[S6] nobody, and no display, can make a display', async () => {
  const { url } = await startTestServer()
  const address = `${url}/api/boards/kungsbacka/display`
  await expectProblem(await send(address, 'POST', undefined), 401, 'signed-out')
  const cookie = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  await expectProblem(await send(address, 'POST', undefined, { cookie }), 403, 'forbidden')
})

test.each(['nowhere', 'No-Such', '..%2f..%2fetc', 'x'.repeat(5_000)])(
  '[S6] there is no display of %.20s',
  async (board) => {
    const { url } = await startTestServer()
    const cookie = await signIn(url, 'karin')
    const address = `${url}/api/boards/${board}/display`
    await expectProblem(await send(address, 'POST', undefined, { cookie }), 404, 'not-found')
    const still = await fetch(`${url}/api/session`, { headers: { cookie } })
    expect(still.status).toBe(200)
  },
)
