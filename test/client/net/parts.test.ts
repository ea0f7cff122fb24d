import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ARRIVAL } from '../../../client/net/board-connection.ts'
import { Close, encodeFrame, syncFrame, SyncType } from '../../../shared/wire.ts'
import { connected, LONGEST_PAUSE_MS, pulse, write } from './connected.ts'
import { StagedSocket } from './staged-socket.ts'

const FRAME_MS = 20
const UNSEEN_MS = 100

/** A connection to a board that comes in three parts, each one client's. */
function comingInParts() {
  const stage = connected()
  stage.told.length = 0
  const parts = ['name', 'area', 'place'].map((key) => {
    const doc = new Y.Doc()
    doc.getMap('board').set(key, key)
    Y.applyUpdate(stage.server, Y.encodeStateAsUpdate(doc))
    return Y.encodeStateAsUpdate(doc)
  })
  StagedSocket.latest.accept()
  const say = (type: number, index: number) =>
    StagedSocket.latest.say(syncFrame(type, parts[index] ?? new Uint8Array()))
  /** All that the server sends at once. */
  const come = () => {
    say(SyncType.update, 0)
    say(SyncType.update, 1)
    say(SyncType.step2, 2)
    stage.askForWhole()
  }
  const here = () => [...stage.doc.getMap('board').keys()]
  return { ...stage, come, here, say }
}

test('[U59] each part of a board is drawn before the next is merged', () => {
  const { come, here, told } = comingInParts()
  come()
  expect([here(), told]).toEqual([['name'], [['begun']]])
  vi.advanceTimersByTime(FRAME_MS)
  expect(here()).toEqual(['name', 'area'])
  vi.advanceTimersByTime(FRAME_MS)
  expect(here()).toEqual(['name', 'area', 'place'])
  expect(told).toEqual([['begun'], ['begun'], ['synced'], ['sent', 'whole', 1]])
})

test('[U59] the document says when it can be shown and when it is whole', () => {
  const { come, doc } = comingInParts()
  const [loaded, synced] = [vi.fn(), vi.fn()]
  doc.on('load', loaded)
  doc.on('sync', synced)
  come()
  expect([loaded.mock.calls.length, synced.mock.calls.length]).toEqual([1, 0])
  vi.advanceTimersByTime(FRAME_MS * 10)
  expect([loaded.mock.calls.length, synced.mock.calls.length]).toEqual([1, 1])
})

test('[U59] a page that draws nothing takes the parts all the same', () => {
  const { come, here } = comingInParts()
  vi.stubGlobal('requestAnimationFrame', () => 0)
  come()
  vi.advanceTimersByTime(UNSEEN_MS)
  vi.advanceTimersByTime(UNSEEN_MS)
  expect(here()).toEqual(['name', 'area', 'place'])
})

test('[U59] a part that is late is merged when it comes', () => {
  const { say, here } = comingInParts()
  say(SyncType.update, 0)
  vi.advanceTimersByTime(FRAME_MS * 10)
  say(SyncType.step2, 1)
  expect(here()).toEqual(['name', 'area'])
})

test('[W4] what is changed between two parts goes with all that waits', () => {
  const { come, doc, told } = comingInParts()
  come()
  write(doc, 'Norr')
  expect(told).toEqual([['begun'], ['changed']])
  vi.advanceTimersByTime(FRAME_MS * 10)
  expect(told.slice(-2)).toEqual([['synced'], ['sent', 'whole', 1]])
  const asked = new Y.Doc()
  Y.applyUpdate(asked, StagedSocket.latest.sent.at(-1)?.payload ?? new Uint8Array())
  expect(asked.store.pendingStructs).toBeNull()
  expect(asked.getMap('board').get('team')).toBe('Norr')
})

test('[W6] a socket that is lost between two parts is followed by one that asks for the rest', () => {
  const { come, here, doc, answer, told } = comingInParts()
  come()
  StagedSocket.latest.end(1006)
  vi.advanceTimersByTime(LONGEST_PAUSE_MS)
  expect(here()).toEqual(['name'])
  StagedSocket.latest.accept()
  expect(StagedSocket.latest.sent[0]?.payload).toEqual(Y.encodeStateVector(doc))
  answer()
  expect(here().sort()).toEqual(['area', 'name', 'place'])
  expect(told.at(-1)).toEqual(['synced'])
})

test('[W5] frames are heard at once, whatever is being drawn', () => {
  const { come, told } = comingInParts()
  come()
  StagedSocket.latest.say(encodeFrame(pulse))
  expect(told.at(-1)).toEqual(['frame', pulse])
})

test('[U59] what comes with the board is told apart from what follows', () => {
  const { come, doc, server } = comingInParts()
  const origins: unknown[] = []
  doc.on('afterTransaction', ({ origin }) => origins.push(origin === ARRIVAL))
  come()
  vi.advanceTimersByTime(FRAME_MS * 10)
  server.on('update', (update: Uint8Array) =>
    StagedSocket.latest.say(syncFrame(SyncType.update, update)),
  )
  write(server, 'Söder')
  expect(origins).toEqual([true, true, true, false])
  StagedSocket.latest.end(Close.shuttingDown.code)
})
