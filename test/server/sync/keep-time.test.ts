import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { readMeta } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { planFollowUp } from '../../../shared/commands/plan-follow-up.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { SyncType } from '../../../shared/wire.ts'
import type { AuditEntry } from '../../../server/audit/entry.ts'
import { anna, asKarin, berit, labelsIn, requestFor } from '../../shared/support/board.ts'
import { EVENING, handOverAll, MORNING } from '../../shared/support/nights.ts'
import { kungsbacka } from './support/fake-gate.ts'
import { startSync } from './support/sync-stage.ts'

const BEFORE = momentOf('2026-01-05', '15:00')
const DUE = momentOf('2026-01-06', '10:30')
const MIDNIGHT = momentOf('2026-01-06', '00:00')

const toFollowUp = (doc: Y.Doc, at: number) =>
  moveCase(doc, { case: anna, to: 'followup', before: 'natural' }, asKarin(at))

/** Anna waits in `followup` since yesterday afternoon, as Karin has her board open. */
async function stageWithAnna() {
  const stage = await startSync()
  stage.clock.now = BEFORE
  const karin = await stage.join('karin', 'kungsbacka@1?frames=1').sync()
  karin.edit((doc) => {
    createCase(doc, requestFor(anna), asKarin(BEFORE))
    planFollowUp(doc, { case: anna, due: DUE }, asKarin(BEFORE))
    toFollowUp(doc, BEFORE)
  })
  await expect.poll(() => karin.frames('saved')).toHaveLength(1)
  const laneFor = (doc: Y.Doc) => readCase(doc, anna)?.lane
  /** The lanes that the log says it went to, and through what. */
  const moves = () =>
    stage.log.commits
      .flat()
      .flatMap(({ audit }) => audit)
      .filter(({ object }) => object === 'place')
      .map(({ client, user, role, to }) => [client, user, role, Object(to).lane as string])
  return { ...stage, karin, laneFor, moves }
}

test('[K1] [K2] a case that is due comes back on an open board, once, and the log says by what', async () => {
  const { sync, clock, karin, laneFor, moves } = await stageWithAnna()
  clock.now = MIDNIGHT - 1
  await sync.keepTime()
  expect(moves()).toEqual([])

  clock.now = MIDNIGHT
  await sync.keepTime()
  await sync.keepTime()
  await expect.poll(() => laneFor(karin.doc)).toBe('today')
  await sync.keepTime()
  expect(moves()).toEqual([['server', null, null, 'today']])
  expect(readMeta(karin.doc, anna)).toMatchObject({
    ...{ movedAt: MIDNIGHT, movedBy: null },
    ...{ touchedAt: BEFORE, touchedBy: 'karin' },
  })
})

test('[K1] what the clock does is shown when it is on disk, and not before', async () => {
  const { sync, clock, karin, log, laneFor, moves } = await stageWithAnna()
  const release = log.hold()
  clock.now = MIDNIGHT
  await sync.keepTime()
  await karin.sync()
  expect(laneFor(karin.doc)).toBe('followup')
  release()
  await expect.poll(() => laneFor(karin.doc)).toBe('today')
  expect(moves()).toHaveLength(1)
})

test('[K2] on a board that nobody has open it comes back as the board is opened', async () => {
  const { sync, clock, karin, join, passGrace, laneFor, moves } = await stageWithAnna()
  karin.socket.close()
  await expect.poll(() => sync.connections).toBe(0)
  passGrace()
  expect(sync.rooms).toBe(0)
  clock.now = MIDNIGHT
  await sync.keepTime()
  expect(moves()).toEqual([])

  const amina = await join('amina').sync()
  await expect.poll(() => laneFor(amina.doc)).toBe('today')
  expect(moves()).toHaveLength(1)
})

test('[K2] after a restart nothing comes back twice', async () => {
  const { sync, clock, log, moves } = await stageWithAnna()
  clock.now = MIDNIGHT
  await sync.keepTime()
  await expect.poll(moves).toHaveLength(1)
  await sync.close()

  const next = await startSync(log)
  next.clock.now = MIDNIGHT + 60_000
  const amina = await next.join('amina').sync()
  await next.sync.keepTime()
  await amina.sync()
  expect(readCase(amina.doc, anna)?.lane).toBe('today')
  expect(moves()).toHaveLength(1)
})

test('[K2] who puts it back that day has it come at its time, and after that not again', async () => {
  const { sync, clock, karin, laneFor, moves } = await stageWithAnna()
  const putBack = async (at: number) => {
    clock.now = at
    karin.edit((doc) => toFollowUp(doc, at))
    await expect.poll(() => readMeta(karin.doc, anna)?.movedAt).toBe(at)
  }
  clock.now = MIDNIGHT
  await sync.keepTime()
  await expect.poll(() => laneFor(karin.doc)).toBe('today')

  await putBack(DUE - 60_000)
  await sync.keepTime()
  expect(laneFor(karin.doc)).toBe('followup')
  clock.now = DUE
  await sync.keepTime()
  await expect.poll(() => laneFor(karin.doc)).toBe('today')

  await putBack(DUE + 1)
  clock.now = DUE + 86_400_000
  await sync.keepTime()
  expect(moves().map(([client]) => client)).toEqual(['server', 'web', 'server', 'web'])
})

test('[K3] who moved it without knowing of that has it their way', async () => {
  const { sync, clock, karin, join, laneFor } = await stageWithAnna()
  const amina = await join('amina').sync()
  await expect.poll(() => laneFor(amina.doc)).toBe('followup')
  const held = amina.change((doc) =>
    moveCase(doc, { case: anna, to: 'acute', before: null }, asKarin(BEFORE + 60_000)),
  )
  clock.now = MIDNIGHT
  await sync.keepTime()
  await expect.poll(() => laneFor(karin.doc)).toBe('today')
  amina.send(SyncType.update, held)
  await expect.poll(() => laneFor(karin.doc)).toBe('acute')
})

test('[F4] [K1] what the night has had comes back first, once, and the log says by what', async () => {
  const { sync, clock, join, log } = await startSync()
  clock.now = EVENING
  const karin = await join('karin').sync()
  karin.edit((doc) => {
    for (const id of [berit, anna]) createCase(doc, requestFor(id), asKarin(EVENING - 60_000))
    handOverAll(doc, [anna])
  })
  await expect.poll(() => readMeta(karin.doc, anna)?.touchedBy).toBe('karin')
  clock.now = MORNING
  await sync.keepTime()
  await sync.keepTime()
  await expect.poll(() => labelsIn(karin.doc, 'incoming')).toEqual(['Anna', 'Berit'])
  await sync.keepTime()
  const byClock = log.commits.flat().flatMap(({ audit }) => audit.filter(isClocks))
  expect(byClock.map(({ object }) => object).toSorted()).toEqual(['handedOver', 'place'])
  expect(readMeta(karin.doc, anna)).toMatchObject({ touchedAt: EVENING, touchedBy: 'karin' })
})

const isClocks = ({ client }: AuditEntry) => client === 'server'

test('[K1] the server acts on a board that nobody has open, but only as far as the clock may', async () => {
  const { sync } = await startSync()
  const creates = sync.act(kungsbacka, (doc) => createCase(doc, requestFor(anna), asKarin()))
  await expect(creates).rejects.toThrow('not-allowed')
  const nothing = sync.act(kungsbacka, (doc) =>
    prioritise(doc, { case: anna, level: 'acute' }, asKarin()),
  )
  expect(await nothing).toEqual({ ok: false, reason: 'case-not-found' })
})
