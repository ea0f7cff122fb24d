import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createCase } from '../../../shared/commands/create-case.ts'
import { Close, SyncType } from '../../../shared/wire.ts'
import { anna, asKarin, berit, requestFor } from '../../shared/support/board.ts'
import { startSync } from './support/sync-stage.ts'

test('[W5] a pulse says the time and the last commit to whoever asked', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', 'kungsbacka@1?frames=1').sync()
  const wall = await stage.join('kungsbacka', 'kungsbacka@1?frames=1').sync()
  stage.sync.beat()
  for (const peer of [karin, wall]) {
    await expect.poll(() => peer.frames('pulse')).toHaveLength(1)
    expect(peer.frames('pulse')).toEqual([{ type: 'pulse', time: stage.clock.now, seq: 1 }])
  }
})

test('[W5] a peer that answers no ping for three pulses is dropped, the others stay', async () => {
  const stage = await startSync()
  const gone = await stage.join('amina').sync()
  const karin = await stage.join('karin').sync()
  gone.socket.pause()
  for (let pulses = 1; pulses <= 4; pulses++) {
    const pong = new Promise((resolve) => karin.socket.once('ping', resolve))
    stage.sync.beat()
    await pong
    await karin.sync() // its pong has arrived before this
  }
  expect(stage.sync.connections).toBe(1)
  gone.socket.resume()
  expect(await gone.closed).toBe(1006)
})

test('[S2] a wall’s session is in use as long as it is connected; a person’s while they work', async () => {
  const stage = await startSync()
  await stage.join('kungsbacka').sync()
  const karin = await stage.join('karin').sync()
  stage.sync.beat()
  stage.sync.beat()
  expect(stage.gate.touched).toEqual(['kungsbacka'])
  karin.edit((doc) => void createCase(doc, requestFor(anna), asKarin()))
  karin.edit((doc) => void createCase(doc, requestFor(berit), asKarin()))
  await karin.sync()
  expect(stage.gate.touched).toEqual(['kungsbacka', 'karin'])
  stage.clock.now += 60_000
  stage.sync.beat()
  expect(stage.gate.touched).toEqual(['kungsbacka', 'karin', 'kungsbacka'])
})

test('[W9] a wall with a newer copy than the server’s is told to load afresh', async () => {
  const stage = await startSync()
  const wall = stage.join('kungsbacka')
  wall.doc.clientID = stage.clock.now + 1
  wall.change((doc) => doc.getMap('wallCards').set('a', 1))
  await wall.opened
  wall.send(SyncType.step1, Y.encodeStateVector(wall.doc))
  expect(await wall.closed).toBe(Close.reloadNeeded.code)
})
