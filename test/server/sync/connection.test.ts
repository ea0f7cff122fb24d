import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { casesOf } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { FRAME_MAX, FRAME_MAX_BEFORE_SYNC } from '../../../shared/limits.ts'
import { Close, MessageType, SyncType } from '../../../shared/wire.ts'
import { anna, asKarin, berit, requestFor } from '../../shared/support/board.ts'
import { Room } from '../../../server/sync/room.ts'
import { first, kungsbacka } from './support/fake-gate.ts'
import { startSync } from './support/sync-stage.ts'

const create =
  (id = anna) =>
  (doc: Y.Doc) =>
    void createCase(doc, requestFor(id), asKarin())
const toAcute = (doc: Y.Doc) =>
  void moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin())
const FRAMES = 'kungsbacka@1?frames=1'

test('[W1] what one changes, the others see', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const amina = await stage.join('amina').sync()
  karin.edit(create())
  await expect.poll(() => readCase(amina.doc, anna)?.lane).toBe('incoming')
  amina.edit(toAcute)
  await expect.poll(() => readCase(karin.doc, anna)?.lane).toBe('acute')
})

test('[W1] who joins later gets the whole board in one answer', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.edit(create())
  await expect.poll(() => readCase(karin.doc, anna)?.meta).not.toBeNull()
  const amina = await stage.join('amina').sync()
  expect(readCase(amina.doc, anna)).toEqual(readCase(karin.doc, anna))
  expect(amina.story).toEqual(['step2', 'step1'])
})

test('[W1] the server asks a client for what it has, once', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  await karin.sync()
  expect(karin.count(SyncType.step1)).toBe(1)
})

test('[W2] a stock client hears nothing but the y-websocket protocol', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.edit(create())
  stage.sync.beat()
  await expect.poll(() => karin.story.at(-1)).toBe('update')
  expect(karin.story).toEqual(['step2', 'step1', 'awareness', 'update'])
})

test('[W3] hello comes first and says who may do what', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const olle = await stage.join('olle', FRAMES).sync()
  const wall = await stage.join('kungsbacka', FRAMES).sync()
  for (const peer of [karin, olle, wall]) expect(peer.story[0]).toBe('hello')
  expect(karin.frames('hello')).toEqual([
    {
      ...{ type: 'hello', protocol: 1, schema: 1, build: 'test', access: 'write' },
      serverTime: stage.clock.now,
    },
  ])
  expect(olle.frames('hello')[0]?.access).toBe('read')
  expect(wall.frames('hello')[0]?.access).toBe('display')
})

test('[W4] saved counts every update message, also those that say nothing new', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  karin.send(SyncType.step2, Y.encodeStateAsUpdate(new Y.Doc()))
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(1)
  const update = karin.change(create())
  karin.send(SyncType.update, update)
  karin.send(SyncType.update, update)
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(3)
  expect(karin.frames('saved').at(-1)).toMatchObject({ seq: 2, time: stage.clock.now })
})

test('[W4] what one connection sent is not confirmed on the next before it is on disk', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const again = await stage.join('karin', FRAMES).sync()
  const release = stage.log.hold()
  karin.edit(create())
  karin.socket.close()
  await karin.closed
  again.send(SyncType.step2, Y.encodeStateAsUpdate(new Y.Doc()))
  await again.sync()
  expect(again.frames('saved')).toEqual([])
  release()
  await expect.poll(() => again.frames('saved')).toHaveLength(1)
  expect(again.story.indexOf('saved')).toBeGreaterThan(again.story.indexOf('update'))
})

test.each([
  ['observer', 'olle'],
  ['display', 'kungsbacka'],
])('[A3] an %s’s writes are dropped and its socket stays', async (_who, cookie) => {
  const stage = await startSync()
  const reader = await stage.join(cookie, FRAMES).sync()
  const karin = await stage.join('karin').sync()
  const update = reader.change(create())
  reader.send(SyncType.step2, update)
  reader.send(SyncType.update, update)
  await reader.sync()
  expect(stage.log.commits).toHaveLength(1) // what the server wrote when it loaded the board
  expect(casesOf(karin.doc).size).toBe(0)
  expect(reader.frames('saved')).toEqual([])
})

test('[A3] a display writes nothing, whatever access it is given', async () => {
  const stage = await startSync()
  stage.gate.enter = async () => ({ epoch: first, access: 'write' })
  const wall = await stage.join('kungsbacka').sync()
  wall.edit(create())
  const karin = await stage.join('karin').sync()
  expect(casesOf(karin.doc).size).toBe(0)
  await wall.sync()
})

test('[A2] an update without its predecessors is asked for and not confirmed', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  karin.change(create()) // never sent
  karin.edit(toAcute)
  await expect.poll(() => karin.count(SyncType.step1)).toBe(2)
  karin.edit(create(berit))
  await karin.sync()
  expect(karin.frames('saved')).toEqual([])
  karin.send(SyncType.step2, Y.encodeStateAsUpdate(karin.doc))
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(3)
  const amina = await stage.join('amina').sync()
  expect([...casesOf(amina.doc).keys()].sort()).toEqual([anna, berit])
})

test.each([
  ['nothing', []],
  ['an unknown type', [77]],
  ['an unknown sync type', [MessageType.sync, 9, 0]],
  ['a length beyond its end', [MessageType.sync, SyncType.update, 200, 1, 2, 3]],
  ['a state vector that is none', [MessageType.sync, SyncType.step1, 1, 5]],
  ['an update that is none', [MessageType.sync, SyncType.update, 3, 9, 9, 9]],
  ['something after its end', [MessageType.sync, SyncType.update, 2, 0, 0, 1]],
])('[A1] a message of %s costs its own socket only', async (_name, bytes) => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const amina = await stage.join('amina').sync()
  karin.socket.send(Uint8Array.from(bytes))
  expect(await karin.closed).toBe(Close.badFrame.code)
  amina.edit(create())
  await expect.poll(() => stage.log.commits).toHaveLength(2)
})

test('[A1] a text message closes its socket', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.socket.send(String.fromCharCode(MessageType.queryAwareness)) // as bytes it would do
  expect(await karin.closed).toBe(Close.badFrame.code)
})

test('[W7] a message above 64 KiB before the first sync closes its socket', async () => {
  const stage = await startSync()
  const karin = stage.join('karin')
  await karin.opened
  karin.socket.send(new Uint8Array(FRAME_MAX_BEFORE_SYNC + 1))
  expect(await karin.closed).toBe(Close.tooLarge.code)
})

test('[W7] a message above 1 MiB closes its socket', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.socket.send(Uint8Array.of(MessageType.awareness, ...new Uint8Array(FRAME_MAX_BEFORE_SYNC)))
  await karin.sync()
  karin.socket.send(new Uint8Array(FRAME_MAX + 1))
  expect(await karin.closed).toBe(Close.tooLarge.code)
})

test('[W7] a flood of messages closes its socket', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const amina = await stage.join('amina').sync()
  for (let i = 0; i < 1_001; i++) karin.socket.send(Uint8Array.of(MessageType.queryAwareness))
  expect(await karin.closed).toBe(Close.tooFast.code)
  await amina.sync()
})

test('[W7] a flood over many sockets of one session counts as one', async () => {
  const stage = await startSync()
  const amina = await stage.join('amina').sync()
  const [one, other] = [await stage.join('karin').sync(), await stage.join('karin').sync()]
  for (let i = 0; i < 501; i++)
    for (const peer of [one, other]) peer.socket.send(Uint8Array.of(MessageType.queryAwareness))
  expect(await Promise.race([one.closed, other.closed])).toBe(Close.tooFast.code)
  await amina.sync()
})

test('[W7] a flood of bytes closes its socket', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  const large = new Uint8Array(FRAME_MAX).fill(MessageType.awareness)
  for (let i = 0; i < 9; i++) karin.socket.send(large)
  expect(await karin.closed).toBe(Close.tooFast.code)
})

test('[W7] a socket that does not read what it is sent is closed with 1013', async () => {
  const stage = await startSync()
  const large = new Y.Doc()
  large.getMap('cases').set('large', 'x'.repeat(FRAME_MAX))
  const updates = [Y.encodeStateAsUpdate(large)]
  await stage.log.commit([{ board: kungsbacka, epoch: first, updates, audit: [] }])
  const karin = await stage.join('karin').sync()
  const slow = await stage.join('amina').sync()
  slow.socket.pause()
  const nothing = Y.encodeStateVector(new Y.Doc())
  for (let i = 0; i < 40; i++) slow.send(SyncType.step1, nothing)
  await karin.sync()
  slow.socket.resume()
  expect(await slow.closed).toBe(Close.tooSlow.code)
})

test('[A1] a message that meets a fault of the server costs its own socket alone', async () => {
  const stage = await startSync()
  const [karin, amina] = [await stage.join('karin').sync(), await stage.join('amina').sync()]
  const admit = vi.spyOn(Room.prototype, 'admit').mockImplementationOnce(() => {
    throw new TypeError('a fault')
  })
  karin.edit(create())
  expect(await karin.closed).toBe(Close.badFrame.code)
  admit.mockRestore()
  amina.edit(create(berit))
  const again = await stage.join('karin').sync()
  await expect.poll(() => readCase(again.doc, berit)).not.toBeNull()
  expect(readCase(again.doc, anna)).toBeNull()
})
