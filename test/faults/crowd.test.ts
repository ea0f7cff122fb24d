import { WebSocket } from 'ws'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '../../shared/read-case.ts'
import { Close, syncFrame, SyncType } from '../../shared/wire.ts'
import { signIn } from '../support/session.ts'
import { expectWholeStore } from '../support/store-on-disk.ts'
import { Mover } from './mover.ts'
import { FaultStage, reasonIn } from './stage.ts'

const PEOPLE = ['karin', 'amina', 'sara', 'jonas', 'maria']
const JOINS = 1_000
const MOVES_EACH = 20

/** Somebody who only wants to see the board: the code with which they are sent away, or null. */
function visit(address: string, cookie: string, opened: WebSocket[]): Promise<number | null> {
  const socket = new WebSocket(address, { headers: { cookie } })
  opened.push(socket)
  const nothing = syncFrame(SyncType.step1, Y.encodeStateVector(new Y.Doc()))
  socket.on('open', () => socket.send(nothing))
  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === SyncType.step2 && data.length > 1_000) resolve(null)
    })
    socket.on('close', resolve)
    socket.on('error', reject)
  })
}

test('[W7] a thousand who come at once all get the board, and work goes on', async () => {
  await using stage = await FaultStage.start()
  const karin = await stage.author()
  const other = await stage.join()
  const sessions = [...PEOPLE, ...PEOPLE].map((name) => signIn(stage.server.url, name))
  const cookies = await Promise.all(sessions)
  const sockets: WebSocket[] = []
  const visits = Array.from({ length: JOINS }, (_, i) =>
    visit(stage.address, cookies[i % cookies.length] ?? '', sockets),
  )
  const during = karin.write()
  const codes = new Set(await Promise.all(visits))
  await karin.saved()
  expect([...codes]).toEqual([null])
  await other.until(() => reasonIn(other, karin.case) === during)

  const after = karin.write()
  await karin.saved()
  await other.until(() => reasonIn(other, karin.case) === after)
  expect([await stage.status('/healthz'), await stage.status('/readyz')]).toEqual([200, 200])
  for (const socket of sockets) socket.terminate()
  await expectWholeStore(stage.folder)
})

test('[W7] who opens more sockets than a session may is told so, and nobody else notices', async () => {
  await using stage = await FaultStage.start()
  const amina = await signIn(stage.server.url, 'amina')
  const karin = await stage.author()
  const sockets: WebSocket[] = []
  const visits = Array.from({ length: 250 }, () => visit(stage.address, amina, sockets))
  const codes = await Promise.all(visits)
  expect(codes.filter((code) => code === null).length).toBeLessThanOrEqual(200)
  expect([...new Set(codes)].sort()).toEqual([Close.tooFast.code, null])
  karin.write()
  await karin.saved()
  for (const socket of sockets) socket.terminate()
})

test('[D8] a server that is stopped under load has lost nothing acknowledged, and says 1012', async () => {
  await using stage = await FaultStage.start()
  const cookies = await Promise.all(PEOPLE.map((name) => signIn(stage.server.url, name)))
  const movers = PEOPLE.map((name, i) => new Mover(stage.address, cookies[i] ?? '', name))
  await Promise.all(movers.map((mover) => mover.start()))
  const fewest = () => Math.min(...movers.map(({ confirmed }) => confirmed))
  await expect.poll(fewest, { interval: 1 }).toBeGreaterThan(MOVES_EACH)
  await stage.server.stop()
  const codes = await Promise.all(movers.map(({ closed }) => closed))
  expect([...new Set(codes)]).toEqual([Close.shuttingDown.code])

  await stage.server.startAgain()
  await expectWholeStore(stage.folder)
  const reader = await stage.join()
  const onDisk = Y.decodeStateVector(await reader.asked())
  for (const { case: id, doc, lastSaved } of movers) {
    expect(onDisk.get(doc.clientID)).toBeGreaterThanOrEqual(lastSaved?.clock ?? Infinity)
    expect(readCase(reader.doc, id)).not.toBeNull()
  }
})
