import { expect, test } from 'vitest'
import { offlineLeave } from '../../../shared/api.ts'
import { readCases } from '../../../shared/read-case.ts'
import { HOUR_MS } from '../../support/identity.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'

async function openServer() {
  const { url, log } = await startLoggedServer()
  const takings = () => log('board-taken-offline')
  const ask = (cookie: string, board = 'kungsbacka') =>
    send(`${url}/api/boards/${board}/offline`, 'POST', undefined, { cookie })
  const leave = async (cookie: string) => offlineLeave.parse(await (await ask(cookie)).json())
  return { url, takings, ask, leave }
}

test('[O1] who takes a board offline is logged with its live cases, without protected ones', async () => {
  const { url, ask, takings } = await openServer()
  const sara = await signIn(url, 'sara')
  using stock = await joinBoard(url, sara, 'kungsbacka')
  const live = readCases(stock.doc).filter(({ closed }) => closed.how === null)
  const keepable = live.filter(({ patient }) => !patient.protected)
  expect(keepable.length).toBeLessThan(live.length)
  expect((await ask(sara)).status).toBe(200)
  const [row, ...others] = await takings()
  expect(others).toEqual([])
  expect(row).toMatchObject({ chain: 'kungsbacka', user_id: 'sara', client: 'web', case_id: null })
  expect((JSON.parse(row?.after ?? '') as string[]).sort()).toEqual(
    keepable.map(({ id }) => id).sort(),
  )
})

test('[O2] a session gets one key, another session another, until twelve hours from sign-in', async () => {
  const { url, leave } = await openServer()
  const before = Date.now()
  const [sara, later] = [await signIn(url, 'sara'), await signIn(url, 'sara')]
  const first = await leave(sara)
  expect(Buffer.from(first.key, 'base64url')).toHaveLength(32)
  expect(sara).not.toContain(first.key)
  expect(first.until).toBeGreaterThanOrEqual(before + 12 * HOUR_MS)
  expect(first.until).toBeLessThanOrEqual(Date.now() + 12 * HOUR_MS)
  expect(await leave(sara)).toEqual(first)
  expect((await leave(later)).key).not.toBe(first.key)
})

test('[O1] nobody, no display and no stranger takes a board offline, nor one that is not there', async () => {
  const { url, ask, takings } = await openServer()
  await expectProblem(await ask(''), 401, 'signed-out')
  const karin = await signIn(url, 'karin')
  for (const board of ['nowhere', 'No-Such'])
    await expectProblem(await ask(karin, board), 404, 'not-found')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await ask(display), 403, 'forbidden')
  await expectProblem(await ask(karin), 401, 'signed-out')
  expect(await takings()).toEqual([])
})
