import { expect, test } from 'vitest'
import { handoverList } from '../../../shared/handover-list.ts'
import { expectProblem, send } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'

async function openServer() {
  const { url, log } = await startLoggedServer()
  const taken = async () =>
    (await log('handover-printed', 'handover-copied')).map((row) => [
      ...[row.chain, row.user_id, row.action, row.object, row.after],
    ])
  const ask = (
    cookie: string,
    body: object = { to: 'evening', for: 'paper' },
    board = 'kungsbacka',
  ) => send(`${url}/api/boards/${board}/handovers`, 'POST', body, { cookie })
  return { url, taken, ask }
}

test('[F3] who prints or copies a list is logged with its receiver and its cases', async () => {
  const { url, ask, taken } = await openServer()
  const karin = await signIn(url, 'karin')
  const paper = handoverList.parse(await (await ask(karin)).json())
  const copy = handoverList.parse(await (await ask(karin, { to: 'car', for: 'copy' })).json())
  const idsOf = ({ rows }: typeof paper) => JSON.stringify(rows.map((row) => row.case))
  expect(paper.rows.length).toBeGreaterThan(0)
  expect(await taken()).toEqual([
    ['kungsbacka', 'karin', 'handover-printed', 'evening', idsOf(paper)],
    ['kungsbacka', 'karin', 'handover-copied', 'car', idsOf(copy)],
  ])
})

test('[F3] nobody, no display, and of no other board gets it', async () => {
  const { url, ask, taken } = await openServer()
  const karin = await signIn(url, 'karin')
  await expectProblem(await ask(''), 401, 'signed-out')
  await expectProblem(await ask(karin, {}, 'nowhere'), 404, 'not-found')
  await expectProblem(await ask(karin, { to: 'everybody', for: 'paper' }), 400, 'invalid-body')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await ask(display), 403, 'forbidden')
  expect(await taken()).toEqual([])
})
