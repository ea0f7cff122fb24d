import { expect, test } from 'vitest'
import type { Case } from '../../../shared/case.ts'
import { caseHistory } from '../../../shared/history.ts'
import { expectProblem } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { demoCase } from '../../support/stock-client.ts'

const NOWHERE = '99999999-9999-4999-8999-999999999999'

/** A server with the demo team, and what its log says. */
async function openServer() {
  const { url, log } = await startLoggedServer()
  const ask = (cookie: string, id: string, { board = 'kungsbacka', query = '' } = {}) =>
    fetch(`${url}/api/boards/${board}/cases/${id}/history${query}`, { headers: { cookie } })
  return { url, log, ask }
}

const isPlain = (one: Case) => !one.patient.protected
const isJonass = (one: Case) => one.patient.protected && one.doctor.id === 'jonas'

test('[J9] a member reads a case’s history, and has thereby opened it', async () => {
  const { url, ask, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const one = await demoCase(url, karin, isPlain)
  const response = await ask(karin, one.id)
  expect(response.status).toBe(200)
  caseHistory.parse(await response.json())
  expect((await ask(karin, one.id, { query: '?before=7' })).status).toBe(200)
  const told = (await log()).filter(
    ({ case_id, user_id }) => case_id === one.id && user_id === 'karin',
  )
  const read = told.filter(({ action }) => action === 'case-opened' || action === 'history-read')
  expect(read.map(({ chain, action, reason }) => [chain, action, reason])).toEqual([
    ['kungsbacka', 'case-opened', ''],
    ['kungsbacka', 'history-read', ''],
  ])
})

test('[J9] of a protected identity its nurse and its doctor read it; who else tries is logged', async () => {
  const { url, ask, log } = await openServer()
  const [sara, jonas] = [await signIn(url, 'sara'), await signIn(url, 'jonas')]
  const one = await demoCase(url, sara, isJonass)
  expect((await ask(jonas, one.id)).status).toBe(200)
  await expectProblem(await ask(sara, one.id), 403, 'forbidden')
  const told = (await log()).filter(({ action }) => action === 'case-opened')
  expect(told.map(({ user_id, reason }) => [user_id, reason])).toEqual([
    ['jonas', ''],
    ['sara', 'protected'],
  ])
})

test('[J9] nobody, and no display, reads a history, nor one that is not there', async () => {
  const { url, ask, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const one = await demoCase(url, karin, isPlain)
  await expectProblem(await ask('', one.id), 401, 'signed-out')
  for (const id of [NOWHERE, 'H-14', '..%2f'])
    await expectProblem(await ask(karin, id), 404, 'not-found')
  for (const board of ['nowhere', 'halmstad', 'No-Such'])
    await expectProblem(await ask(karin, one.id, { board }), 404, 'not-found')
  for (const query of ['?before=x', '?before=0', '?before=1.5'])
    await expectProblem(await ask(karin, one.id, { query }), 400, 'invalid-body')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await ask(display, one.id), 403, 'forbidden')
  expect((await log()).map(({ action }) => action)).not.toContain('case-opened')
})

test('[J8] the log tells of sign-in, sign-out and the making of a display', async () => {
  const { url, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie: display } })
  const sara = await signIn(url, 'sara')
  const body = JSON.stringify({ username: 'jonas', password: 'demo' })
  const headers = { cookie: sara, 'content-type': 'application/json' }
  await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  const rows = (await log()).filter(({ case_id }) => case_id === null)
  const name = rows.find(({ action }) => action === 'display-created')?.object
  expect(name).toMatch(/^display [\w-]{8}$/)
  expect(rows.map((row) => [row.chain, row.action, row.user_id, row.object, row.reason])).toEqual([
    ['', 'signed-in', 'karin', 'address', ''],
    ['', 'signed-out', 'karin', null, 'display-created'],
    ['', 'signed-out', null, name, ''],
    ['', 'signed-in', 'sara', 'address', ''],
    ['', 'signed-in', 'jonas', 'address', ''],
    ['', 'signed-out', 'sara', null, 'signed-in'],
    ['kungsbacka', 'display-created', 'karin', name, ''],
  ])
})
