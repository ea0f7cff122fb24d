import { expect, test } from 'vitest'
import { handoverList } from '../../../shared/handover-list.ts'
import { openForReading } from '../../../server/store/database.ts'
import { expectProblem, send } from '../../support/http.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { startTestServer } from '../../support/test-server.ts'

async function openServer() {
  const DATA_DIR = temporaryFolder()
  const { url } = await startTestServer({ DATA_DIR })
  const taken = async () => {
    const db = await openForReading({ dataDir: DATA_DIR, databaseUrl: null })
    const rows = await db
      .selectFrom('audit')
      .select(['chain', 'user_id', 'action', 'object', 'after'])
      .where('action', 'in', ['handover-printed', 'handover-copied'])
      .orderBy('number')
      .execute()
    await db.destroy()
    return rows.map((row) => Object.values(row))
  }
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
