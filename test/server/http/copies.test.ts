import { expect, test } from 'vitest'
import { readCases } from '../../../shared/board-document.ts'
import type { Case } from '../../../shared/case.ts'
import { openForReading } from '../../../server/store/database.ts'
import { expectProblem } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { connectBoard } from '../../support/stock-client.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestServer } from '../../support/test-server.ts'

/** A server with the demo team, and what its log says of copies. */
async function openServer() {
  const DATA_DIR = temporaryFolder()
  const { url } = await startTestServer({ DATA_DIR })
  const log = async () => {
    const db = await openForReading({ dataDir: DATA_DIR, databaseUrl: null })
    const rows = await db
      .selectFrom('audit')
      .select(['chain', 'user_id', 'case_id', 'object', 'reason'])
      .where('action', '=', 'case-copied')
      .orderBy('number')
      .execute()
    await db.destroy()
    return rows.map((row) => Object.values(row))
  }
  const copy = (cookie: string, id: string, what = 'sbar', board = 'kungsbacka') =>
    fetch(`${url}/api/boards/${board}/cases/${id}/copies`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ what }),
    })
  return { url, log, copy }
}

async function demoCase(url: string, cookie: string, which: (one: Case) => boolean) {
  using stock = await connectBoard(url, cookie, 'kungsbacka')
  await expect.poll(() => stock.provider.synced).toBe(true)
  const one = readCases(stock.doc).find(which)
  if (!one) throw new Error('the demo has no such case')
  return one
}

test('[U38] who copies a case’s words is logged; of a protected identity only its pair may', async () => {
  const { url, copy, log } = await openServer()
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
  expect(await log()).toEqual([
    ['kungsbacka', 'sara', plain.id, 'sbar', ''],
    ['kungsbacka', 'jonas', hidden.id, 'case', ''],
    ['kungsbacka', 'sara', hidden.id, 'case', 'protected'],
  ])
})

test('[U38] nobody, no display, and no one of another board copies', async () => {
  const { url, copy, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const { id } = await demoCase(url, karin, (one) => !one.patient.protected)
  await expectProblem(await copy('', id), 401, 'signed-out')
  await expectProblem(await copy(karin, 'H-14'), 404, 'not-found')
  await expectProblem(await copy(karin, id, 'sbar', 'halmstad'), 404, 'not-found')
  await expectProblem(await copy(karin, id, 'everything'), 400, 'invalid-body')
  const display = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await copy(display, id), 403, 'forbidden')
  expect(await log()).toEqual([])
})
