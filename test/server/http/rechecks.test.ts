import { expect, test } from 'vitest'
import { recheckCount, recheckList } from '../../../shared/rechecks.ts'
import { expectProblem } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'

/** A server with the demo team, of whose earlier cases three are to be asked about. */
async function openServer() {
  const { url, log } = await startLoggedServer()
  const ask = (cookie: string, method = 'GET', path = '', body?: object) =>
    fetch(`${url}/api/boards/kungsbacka/rechecks${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
  const list = async (cookie: string) => recheckList.parse(await (await ask(cookie)).json())
  const count = async (cookie: string) =>
    recheckCount.parse(await (await ask(cookie, 'GET', '/count')).json()).due
  return { url, ask, list, count, log: () => log('rechecks-read', 'recheck-answered') }
}

test('[K6] a member reads what is due, and the log says about whom', async () => {
  const { url, list, count, log } = await openServer()
  const karin = await signIn(url, 'karin')
  expect(await count(karin)).toBe(3)
  expect(await log()).toEqual([])
  const due = await list(karin)
  expect(due.map(({ name }) => name).toSorted()).toEqual(['Gösta M.', 'Rut E.', null])
  expect((await list(await signIn(url, 'amina'))).map(({ name }) => name)).toContain('Skyddad')
  const [line] = await log()
  expect(line).toMatchObject({ user_id: 'karin', action: 'rechecks-read', case_id: null })
  expect(JSON.parse(line?.after ?? '')).toEqual(due.map((one) => one.case))
})

test('[K6] one tap answers, and its giver takes it back', async () => {
  const { url, ask, list, count, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const [one] = await list(karin)
  const path = `/${one?.id}`
  expect((await ask(karin, 'POST', path, { answer: 'no' })).status).toBe(204)
  await expectProblem(await ask(karin, 'POST', path, { answer: 'no' }), 404, 'not-found')
  expect(await count(karin)).toBe(2)
  expect((await ask(karin, 'DELETE', path)).status).toBe(204)
  expect(await count(karin)).toBe(3)
  const told = (await log()).map(({ action, case_id }) => [action, case_id])
  expect(told.slice(1)).toEqual(Array(2).fill(['recheck-answered', one?.case]))
})

test('[K6] nobody else reads or answers', async () => {
  const { url, ask } = await openServer()
  const wall = await becomeDisplay(url, await signIn(url, 'karin'), 'kungsbacka')
  await expectProblem(await ask(''), 401, 'signed-out')
  await expectProblem(await ask(wall), 403, 'forbidden')
  await expectProblem(await ask(wall, 'GET', '/count'), 403, 'forbidden')
  const karin = await signIn(url, 'karin')
  await expectProblem(await ask(karin, 'POST', '/x', { answer: 'maybe' }), 400, 'invalid-body')
})
