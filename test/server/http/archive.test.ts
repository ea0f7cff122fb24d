import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCases } from '../../../shared/read-case.ts'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { boardId, epoch } from '../../../shared/ids.ts'
import { archived, archivePage, readArchived } from '../../../shared/archive.ts'
import { caseHistory } from '../../../shared/history.ts'
import { seedDemo } from '../../../server/demo/seed.ts'
import { openDatabase } from '../../../server/store/database.ts'
import type { Database } from '../../../server/store/schema.ts'
import { SqlUpdateLog } from '../../../server/store/sql-update-log.ts'
import { dayAfter, dayOf, momentOf } from '../../../shared/team-time.ts'
import { asJonas } from '../../shared/support/board.ts'
import { expectProblem } from '../../support/http.ts'
import { startLoggedServer } from '../../support/logged-server.ts'
import { becomeDisplay, boardNamed, signIn } from '../../support/session.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NOWHERE = '99999999-9999-4999-8999-999999999999'

/** A server whose demo team was last at work three days ago, and what its log says. */
async function openServer() {
  const DATA_DIR = temporaryFolder()
  const seeded = await openDatabase({ dataDir: DATA_DIR, databaseUrl: null })
  const then = momentOf(dayAfter(dayOf(Date.now()), -3), '12:00')
  await seedDemo(seeded, then)
  await endProtected(seeded, then)
  await seeded.destroy()
  const { url, log } = await startLoggedServer(DATA_DIR)
  const ask = (cookie: string, path = '', board = 'kungsbacka') =>
    fetch(`${url}/api/boards/${board}/archive${path}`, { headers: { cookie } })
  const search = async (cookie: string, q: string) =>
    archivePage.parse(await (await ask(cookie, `?q=${q}`)).json()).hits
  return { url, log, ask, search }
}

/** Jonas ends the case of his whose patient has a protected identity. */
async function endProtected(db: Database, at: number): Promise<void> {
  const log = new SqlUpdateLog(db)
  const [board, first] = [boardId.parse('kungsbacka'), epoch.parse(1)]
  const doc = new Y.Doc()
  for (const update of (await log.load(board, first)).updates) Y.applyUpdate(doc, update)
  const one = readCases(doc).find(({ patient }) => patient.protected)
  if (!one) throw new Error('the demo has no protected identity')
  setOutcome(doc, { case: one.id, value: 'neither' }, asJonas(at))
  if (!closeCase(doc, { case: one.id }, asJonas(at)).ok) throw new Error('it cannot be closed')
  const updates = [Y.encodeStateAsUpdate(doc)]
  await log.commit([{ board, epoch: first, updates, audit: [] }])
}

test('[E1] [E4] what ended before today is in the archive, also where nobody had the board open', async () => {
  const { url, search, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const hits = await search(karin, '')
  expect(hits.map(({ label, how, outcome }) => [label, how, outcome])).toEqual([
    ['Skyddad', 'closed', 'neither'], // Karin is its nurse
    ['Ingrid S.', 'voided', null],
    ['Alvar J.', 'closed', 'hospital-avoided'],
    ['Sonja K.', 'closed', 'health-centre-avoided'],
  ])
  expect((await boardNamed(url, karin, 'kungsbacka')).epoch).toBe(2)
  expect((await boardNamed(url, karin, 'halmstad')).epoch).toBe(1)
  const [turned] = await log('board-rolled-over')
  expect(turned).toMatchObject({ chain: 'kungsbacka', user_id: null, client: 'server' })
})

test('[E4] who searches is logged, with what for and what was found', async () => {
  const { url, search, log } = await openServer()
  const [hit] = await search(await signIn(url, 'karin'), 'alv%201930')
  const [row] = await log('archive-searched')
  expect(row).toMatchObject({ chain: 'kungsbacka', user_id: 'karin', case_id: null })
  expect(JSON.parse(row?.after ?? '')).toEqual({ q: 'alv 1930', cases: [hit?.case] })
})

test('[E3] a member reads a case and its history, and the log has it', async () => {
  const { url, ask, search, log } = await openServer()
  const karin = await signIn(url, 'karin')
  const [hit] = await search(karin, 'alvar')
  const response = await ask(karin, `/${hit?.case}`)
  const one = readArchived(archived.parse(await response.json()))
  expect(one).toMatchObject({ id: hit?.case, closed: { how: 'closed', by: 'jonas' } })
  expect(one.sbar.situation).toContain('Pneumoni')
  const [row] = await log('archived-case-read')
  expect(row).toMatchObject({ user_id: 'karin', case_id: one.id, reason: '' })

  const past = `${url}/api/boards/kungsbacka/cases/${one.id}/history`
  const history = caseHistory.parse(
    await (await fetch(past, { headers: { cookie: karin } })).json(),
  )
  expect(history.lines.at(0)).toMatchObject({ object: 'closed', name: 'Jonas Ekberg' })
})

test('[E3] of a protected identity its pair reads the case; who else tries is logged', async () => {
  const { url, ask, search, log } = await openServer()
  const [sara, jonas] = [await signIn(url, 'sara'), await signIn(url, 'jonas')]
  const hit = (await search(sara, '')).find((one) => one.protected)
  expect(hit).toMatchObject({ label: null, birthYear: null })
  await expectProblem(await ask(sara, `/${hit?.case}`), 403, 'forbidden')
  const shown = archived.parse(await (await ask(jonas, `/${hit?.case}`)).json())
  const [name = ''] = readArchived(shown).patient.label.split(' ')
  expect(await search(sara, encodeURIComponent(name))).toEqual([])
  expect(await search(jonas, encodeURIComponent(name))).toHaveLength(1)
  const told = (await log('archived-case-read')).map(({ user_id, reason }) => [user_id, reason])
  expect(told).toEqual([
    ['sara', 'protected'],
    ['jonas', ''],
  ])
})

test('[E3] [E4] nobody reads the archive of a board that is not theirs, and no display any', async () => {
  const { url, ask } = await openServer()
  const karin = await signIn(url, 'karin')
  await expectProblem(await ask(''), 401, 'signed-out')
  await expectProblem(await ask(karin, '', 'nowhere'), 404, 'not-found')
  await expectProblem(await ask(karin, `/${NOWHERE}`), 404, 'not-found')
  await expectProblem(await ask(karin, '/not-a-case'), 404, 'not-found')
  for (const query of ['from=yesterday', 'before=1', 'everything=yes', `q=${'a'.repeat(81)}`])
    await expectProblem(await ask(karin, `?${query}`), 400, 'invalid-body')
  const wall = await becomeDisplay(url, karin, 'kungsbacka')
  await expectProblem(await ask(wall), 403, 'forbidden')
  await expectProblem(await ask(wall, `/${NOWHERE}`), 403, 'forbidden')
})
