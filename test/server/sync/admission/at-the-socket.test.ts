import { expect, test } from 'vitest'
import { casesOf } from '../../../../shared/board-document.ts'
import { readCase } from '../../../../shared/read-case.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { markSeen } from '../../../../shared/commands/mark-seen.ts'
import { moveCase } from '../../../../shared/commands/move-case.ts'
import { Close, SyncType } from '../../../../shared/wire.ts'
import { anna, asKarin, asSara, entryIn, requestFor } from '../../../shared/support/board.ts'
import type { Peer } from '../support/peer.ts'
import { startSync } from '../support/sync-stage.ts'

const FRAMES = 'kungsbacka@1?frames=1'
type Stage = Awaited<ReturnType<typeof startSync>>

/** Everybody in the room, and a case that Karin has asked for. */
async function roomWithAnna() {
  const stage = await startSync()
  const karin = await stage.join('karin', FRAMES).sync()
  const amina = await stage.join('amina', FRAMES).sync()
  karin.edit((doc) => void createCase(doc, requestFor(anna), asKarin(stage.clock.now)))
  await expect.poll(() => readCase(amina.doc, anna)?.meta).not.toBeNull()
  await expect.poll(() => readCase(karin.doc, anna)?.meta).not.toBeNull()
  return { stage, karin, amina }
}
const logged = ({ log }: Stage) => log.commits.flat().flatMap(({ audit }) => audit)
const seenBy = (peer: Peer) => readCase(peer.doc, anna)?.seen.by ?? null

test('[A4] a forbidden change costs its sender the socket, is logged, and is seen by nobody', async () => {
  const { stage, karin, amina } = await roomWithAnna()
  const before = stage.log.commits.length
  karin.edit((doc) => entryIn(doc, anna).set('seen', { by: 'karin', at: stage.clock.now }))
  expect(await karin.closed).toBe(Close.refused.code)
  expect(karin.frames('ruling')).toEqual([
    { type: 'ruling', kind: 'refused', reason: 'not-allowed', case: anna, part: 'seen' },
  ])
  await expect.poll(() => stage.log.commits.length).toBe(before + 1)
  expect(logged(stage).at(-1)).toMatchObject({
    action: 'change-refused',
    user: 'karin',
    case: anna,
    object: 'seen',
    reason: 'not-allowed',
  })
  expect(stage.log.commits.at(-1)?.flatMap(({ updates }) => updates)).toEqual([])
  await amina.sync()
  expect(seenBy(amina)).toBeNull()
  expect(seenBy(await stage.join('sara').sync())).toBeNull()
})

test('[A4] what comes after a refused change on the same socket is not taken', async () => {
  const { stage, karin, amina } = await roomWithAnna()
  karin.edit((doc) => doc.getMap('meta').set(anna, {}))
  karin.edit((doc) => void moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin()))
  await karin.closed
  await amina.sync()
  expect(readCase(amina.doc, anna)?.lane).toBe('incoming')
  expect(logged(stage).filter(({ action }) => action === 'change-refused')).toHaveLength(1)
})

test('[J2] each change is one line of the log, in the transaction of its update', async () => {
  const { stage } = await roomWithAnna()
  const sara = await stage.join('sara').sync()
  sara.edit((doc) => void markSeen(doc, { case: anna }, asSara(stage.clock.now)))
  await expect.poll(() => seenBy(sara)).toBe('sara')
  await expect
    .poll(() => logged(stage).at(-1))
    .toMatchObject({
      action: 'case-changed',
      ...{ user: 'sara', name: 'Sara Lindgren', role: 'doctor', client: 'stock' },
      ...{ time: stage.clock.now, case: anna, object: 'seen' },
      to: { by: 'sara', at: stage.clock.now },
    })
  const [batch] = stage.log.commits.at(-1) ?? []
  expect(batch?.updates).toHaveLength(1)
})

test('[A6] who loses against a newer decision is told once that is on disk', async () => {
  const { stage, karin, amina } = await roomWithAnna()
  const now = stage.clock.now
  const late = karin.change(
    (doc) => void moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(now - 60_000)),
  )
  amina.edit((doc) => void moveCase(doc, { case: anna, to: 'today', before: null }, asKarin(now)))
  await expect.poll(() => amina.frames('saved')).toHaveLength(1)
  const release = stage.log.hold()
  karin.send(SyncType.update, late)
  await karin.sync()
  expect(karin.frames('ruling')).toEqual([])
  release()
  await expect.poll(() => karin.story.slice(-3)).toEqual(['update', 'ruling', 'saved'])
  expect(karin.frames('ruling')[0]).toMatchObject({
    kind: 'superseded',
    part: 'place',
    kept: { value: { lane: 'today' }, by: 'amina', at: now },
    yours: { value: { lane: 'acute' }, at: now - 60_000 },
  })
  expect(readCase(karin.doc, anna)).toMatchObject({ lane: 'today', priority: { level: 'acute' } })
  expect(logged(stage).filter(({ action }) => action === 'change-superseded')).toHaveLength(1)
})

test('[A2] who sends all they have and still lacks something is refused', async () => {
  const { stage, karin } = await roomWithAnna()
  const hidden = karin.change((doc) => entryIn(doc, anna).set('nurse', { id: null, at: 1 }))
  expect(hidden.length).toBeGreaterThan(0)
  const rest = karin.change((doc) => entryIn(doc, anna).set('doctor', { id: null, at: 1 }))
  karin.send(SyncType.step2, rest)
  expect(await karin.closed).toBe(Close.refused.code)
  expect(karin.frames('ruling')).toMatchObject([{ kind: 'refused', reason: 'incomplete' }])
  await expect.poll(() => logged(stage).at(-1)?.reason).toBe('incomplete')
})

test('[A5] whose client ids are whose is known after the board was closed and opened again', async () => {
  const { stage, karin, amina } = await roomWithAnna()
  for (const peer of [karin, amina]) peer.socket.close()
  await expect.poll(() => stage.sync.connections).toBe(0)
  stage.passGrace()
  const eve = await stage.join('amina').sync()
  eve.doc.clientID = karin.doc.clientID
  eve.edit((doc) => void moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin()))
  expect(await eve.closed).toBe(Close.refused.code)

  const again = await stage.join('karin', FRAMES, {}, karin.doc).sync()
  again.edit((doc) => void moveCase(doc, { case: anna, to: 'today', before: null }, asKarin()))
  await expect.poll(() => again.frames('saved').length).toBeGreaterThan(0)
  expect(casesOf(again.doc).size).toBe(1)
})
