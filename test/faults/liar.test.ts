import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { readCase } from '../../shared/read-case.ts'
import { createCase } from '../../shared/commands/create-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { newCaseId } from '../../shared/ids.ts'
import type { Lane } from '../../shared/lane.ts'
import { Close, SyncType } from '../../shared/wire.ts'
import { contentOf } from '../server/sync/support/attempts/annas-board.ts'
import type { Peer } from '../server/sync/support/peer.ts'
import { asKarin, requestFor } from '../shared/support/board.ts'
import { auditRows, expectWholeStore } from '../support/store-on-disk.ts'
import { FaultStage } from './stage.ts'

const HOUR_MS = 3_600_000

let stage: FaultStage
beforeAll(async () => void (stage = await FaultStage.start()))
afterAll(() => stage[Symbol.asyncDispose]())

/** A case that Karin asked for, Karin's socket, and a colleague's. */
async function aCase() {
  const id = newCaseId()
  const [karin, amina] = [await stage.join(), await stage.join({ who: 'amina' })]
  const saves = async (peer: Peer, task: (doc: Y.Doc) => unknown) => {
    const before = peer.frames('saved').length
    peer.edit(task)
    await peer.until(() => peer.frames('saved').length > before)
  }
  const moves = (to: Lane, at: number) => (doc: Y.Doc) =>
    moveCase(doc, { case: id, to, before: null }, asKarin(at))
  await saves(karin, (doc) => createCase(doc, requestFor(id), asKarin(Date.now())))
  await amina.until(() => readCase(amina.doc, id) !== null)
  const lane = (peer: Peer) => readCase(peer.doc, id)?.lane
  return { id, karin, amina, saves, moves, lane }
}

const rowsOf = async (id: string, action: string) =>
  (await auditRows(stage.folder, 'kungsbacka')).filter(
    (row) => row.action === action && row.case_id === id,
  )

test('[A7] a clock that runs ahead gives nobody the last word: nobody sees its time', async () => {
  const { id, karin, amina, saves, moves, lane } = await aCase()
  await saves(karin, moves('acute', Date.now() + HOUR_MS))
  await amina.until(() => lane(amina) === 'acute')
  const now = readCase(amina.doc, id)?.meta?.touchedAt ?? 0
  expect(readCase(amina.doc, id)?.place.at).toBeLessThan(now + HOUR_MS / 2)
  await saves(amina, moves('today', Date.now()))
  await karin.until(() => lane(karin) === 'today')
  await expectWholeStore(stage.folder)
})

test('[A6] a clock that runs behind loses to what was decided since, and is told', async () => {
  const { id, karin, amina, saves, moves, lane } = await aCase()
  const late = karin.change(moves('acute', Date.now() - HOUR_MS))
  await saves(amina, moves('today', Date.now()))
  karin.send(SyncType.update, late)
  await karin.until(() => karin.frames('ruling').some(({ kind }) => kind === 'superseded'))
  await karin.until(() => lane(karin) === 'today')
  expect(lane(await stage.join())).toBe('today')
  expect(await rowsOf(id, 'change-superseded')).toMatchObject([{ object: 'place' }])
  await expectWholeStore(stage.folder)
})

test('[A5] who writes as somebody else’s Yjs client is sent away, and nobody sees it', async () => {
  const { karin, amina, moves } = await aCase()
  const before = contentOf(amina.doc)
  const thief = await stage.join({ who: 'amina' })
  thief.doc.clientID = karin.doc.clientID
  thief.edit(moves('acute', Date.now()))
  expect(await thief.closed).toBe(Close.refused.code)
  await amina.sync()
  expect(contentOf(amina.doc)).toEqual(before)
  const stolen = async () =>
    (await auditRows(stage.folder, 'kungsbacka')).filter(({ reason }) => reason === 'not-yours')
  await expect.poll(stolen).toHaveLength(1)
  await expectWholeStore(stage.folder)
})

test('[A2] who says that they have sent all, but left out a part, is sent away, and nobody sees it', async () => {
  const { karin, amina, moves } = await aCase()
  const before = contentOf(amina.doc)
  const updates: Uint8Array[] = []
  karin.doc.on('update', (update) => updates.push(update))
  for (const to of ['acute', 'today'] as const)
    karin.doc.transact(() => moves(to, Date.now())(karin.doc))
  karin.send(SyncType.update, updates[1] ?? expect.fail())
  await karin.until(() => karin.count(SyncType.step1) > 1)
  expect(karin.frames('saved')).toHaveLength(1)
  karin.send(SyncType.step2, karin.change(moves('followup', Date.now())))
  expect(await karin.closed).toBe(Close.refused.code)
  await amina.sync()
  expect(contentOf(amina.doc)).toEqual(before)
  const refused = async () =>
    (await auditRows(stage.folder, 'kungsbacka')).filter(({ reason }) => reason === 'incomplete')
  await expect.poll(refused).toHaveLength(1)
  await expectWholeStore(stage.folder)
})
