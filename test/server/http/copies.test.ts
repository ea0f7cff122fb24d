import { expect, test } from 'vitest'
import { expectProblem } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { demoCase } from '../../support/stock-client.ts'

/** A server with the demo team, and what its log says of copies. */
async function openServer() {
  const { url, log } = await startLoggedServer()
  const copied = async () =>
    (await log('case-copied')).map((row) => [
      ...[row.chain, row.user_id, row.case_id, row.object, row.reason],
    ])
  const copy = (cookie: string, id: string, what = 'sbar', board = 'kungsbacka') =>
    fetch(`${url}/api/boards/${board}/cases/${id}/copies`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ what }),
    })
  return { url, copied, copy }
}

test('[U38] who copies a case’s words is logged; of a protected identity only its pair may', async () => {
  const { url, copy, copied } = await openServer()
  const [sara, jonas] = [await signIn(url, 'sara'), await signIn(url, 'jonas')]
  const plain = await demoCase(url, sara, (one) => !one.patient.protected)
  const hidden = await demoCase(
    url,
    sara,
    (one) => one.patient.protected && one.doctor.id === 'jonas',
  )
  expect((await copy(sara, plain.id)).status).toBe(204)
  expect((await copy(jonas, hidden.id, 'case')).status).toBe(204)
  await expectProblem(await copy(sara, hidden.id, 'case'), 403, 'forbidden')
  expect(await copied()).toEqual([
    ['kungsbacka', 'sara', plain.id, 'sbar', ''],
    ['kungsbacka', 'jonas', hidden.id, 'case', ''],
    ['kungsbacka', 'sara', hidden.id, 'case', 'protected'],
  ])
})

test('[U38] nobody, no display, and no one of another board copies', async () => {
  const { url, copy, copied } = await openServer()
  const karin = await signIn(url, 'karin')
  const { id } = await demoCase(url, karin, (one) => !one.patient.protected)
  await expectProblem(await copy('', id), 401, 'signed-out')
  await expectProblem(await copy(karin, 'H-14'), 404, 'not-found')
  await expectProblem(await copy(karin, id, 'sbar', 'halmstad'), 404, 'not-found')
  await expectProblem(await copy(karin, id, 'everything'), 400, 'invalid-body')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await copy(display, id), 403, 'forbidden')
  expect(await copied()).toEqual([])
})
