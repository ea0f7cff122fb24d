import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { casesOf, metaOf, peopleOf, readSettings } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { Close, SyncType } from '../../../shared/wire.ts'
import { anna, asKarin, berit, cleo, requestFor } from '../../shared/support/board.ts'
import { first, halmstad, kungsbacka } from './support/fake-gate.ts'
import { startSync } from './support/sync-stage.ts'

const create = (id: CaseId) => (doc: Y.Doc) => void createCase(doc, requestFor(id), asKarin())
const FRAMES = 'kungsbacka@1?frames=1'

test('[D3] nobody sees a change and nobody is told it is saved before it is on disk', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const amina = await stage.join('amina').sync()
  const release = stage.log.hold()
  karin.edit(create(anna))
  await karin.sync()
  await amina.sync()
  const sara = stage.join('sara')
  expect(karin.frames('saved')).toEqual([])
  expect(casesOf(amina.doc).size).toBe(0)

  release()
  await sara.sync()
  await expect.poll(() => karin.frames('saved')).toHaveLength(1)
  expect(karin.story.slice(-2)).toEqual(['update', 'saved'])
  await expect.poll(() => casesOf(amina.doc).has(anna)).toBe(true)
  await expect.poll(() => casesOf(sara.doc).has(anna)).toBe(true)
})

test('[D2] what comes while a commit is under way is the next one, over all boards', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const sara = await stage.join('sara', 'halmstad@1?frames=1').sync()
  const before = stage.log.commits.length
  const release = stage.log.hold()
  karin.edit(create(anna))
  await karin.sync()
  karin.edit(create(berit))
  karin.edit(create(cleo))
  sara.edit(create(anna))
  await Promise.all([karin.sync(), sara.sync()])
  release()
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(3)

  const commits = stage.log.commits.slice(before)
  expect(commits.map((batches) => batches.map(({ board }) => board))).toEqual([
    [kungsbacka],
    [kungsbacka, halmstad],
  ])
  expect(karin.count(SyncType.update)).toBe(2) // one merged frame for each turn
})

test('[D4] a failed commit is tried again, and people hear of it', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  stage.log.fail(new Error('the disk is full'))
  karin.edit(create(anna))
  await expect.poll(() => karin.frames('ruling')).toHaveLength(1)
  const amina = stage.join('amina')
  karin.edit(create(berit))
  expect(stage.saving).toEqual([false])

  stage.log.fail(null)
  await amina.sync()
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(2)
  await expect.poll(() => [...casesOf(amina.doc).keys()].sort()).toEqual([anna, berit])
  expect(karin.frames('ruling').map(({ kind }) => kind)).toEqual(['not-saving', 'saving-again'])
  expect(stage.saving).toEqual([false, true])
})

test('[D1] a board that cannot be loaded is not served, and is tried again at the next join', async () => {
  const stage = await startSync()
  stage.log.fail(new Error('the database is away'))
  const early = stage.join('karin')
  expect(await early.closed).toBe(Close.loadFailed.code)
  expect(early.story).toEqual([])
  stage.log.fail(null)
  await stage.join('karin').sync()
})

test('[D1] those who come at the same time share one load', async () => {
  const stage = await startSync()
  const release = stage.log.hold()
  const peers = ['karin', 'amina', 'sara'].map((cookie) => stage.join(cookie))
  await expect.poll(() => stage.log.loads).toBe(1)
  release()
  await Promise.all(peers.map((peer) => peer.sync()))
  expect(stage.log.loads).toBe(1)
})

test('[D1] a log with a hole is not served', async () => {
  const stage = await startSync()
  const doc = new Y.Doc()
  doc.getMap('cases').set('a', 1)
  const before = Y.encodeStateVector(doc)
  doc.getMap('cases').set('b', 1)
  const updates = [Y.encodeStateAsUpdate(doc, before)]
  await stage.log.commit([{ board: kungsbacka, epoch: first, updates, audit: [] }])
  expect(await stage.join('karin').closed).toBe(Close.loadFailed.code)
})

test('[B1] a board knows its settings and its team before anyone sees it', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  expect(readSettings(karin.doc)).toMatchObject({ name: kungsbacka, phone: '070-174 06 00' })
  expect([...peopleOf(karin.doc).keys()].sort()).toEqual(['amina', 'karin', 'olle', 'sara'])
  expect(stage.log.rows(kungsbacka, first)).toBe(1)
})

test('[D6] an empty room stays while something in it is not on disk', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const release = stage.log.hold()
  karin.edit(create(anna))
  await karin.sync()
  karin.socket.close()
  await expect.poll(() => stage.sync.connections).toBe(0)
  stage.passGrace()
  expect(stage.sync.rooms).toBe(1)

  release()
  const roomsAfterGrace = () => {
    stage.passGrace()
    return stage.sync.rooms
  }
  await expect.poll(roomsAfterGrace).toBe(0)
  const amina = await stage.join('amina').sync()
  expect(metaOf(amina.doc).has(anna)).toBe(true)
  expect(stage.log.loads).toBe(2)
})

test('[D6] a room that somebody came back to in time stays open', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.socket.close()
  await expect.poll(() => stage.sync.connections).toBe(0)
  await stage.join('karin').sync()
  stage.passGrace()
  expect(stage.sync.rooms).toBe(1)
  expect(stage.log.loads).toBe(1)
})

test('[D7] a long log is one snapshot when its room has closed, and says the same', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  karin.edit(create(anna))
  for (let i = 1; i <= 200; i++) {
    karin.edit(
      (doc) => void prioritise(doc, { case: anna, level: i % 2 ? 'acute' : 'today' }, asKarin(i)),
    )
    await karin.until(() => karin.frames('saved').at(-1)?.received === i + 1)
  }
  karin.socket.close()
  await expect.poll(() => stage.sync.connections).toBe(0)
  stage.passGrace()
  await expect.poll(() => stage.log.rows(kungsbacka, first)).toBe(1)
  const amina = await stage.join('amina').sync()
  expect(casesOf(amina.doc).toJSON()).toEqual(casesOf(karin.doc).toJSON())
})

test('[D8] an orderly shutdown saves what is queued, then closes with 1012', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const release = stage.log.hold()
  karin.edit(create(anna))
  await karin.sync()
  const closing = stage.sync.close()
  expect(await stage.join('amina').closed).toBe(Close.shuttingDown.code)
  release()
  expect(await karin.closed).toBe(Close.shuttingDown.code)
  await closing
  expect(karin.frames('saved')).toHaveLength(1)
  expect(stage.sync.connections).toBe(0)
})
