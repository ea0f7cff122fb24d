import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { caseIds } from '../../../shared/board-document.ts'
import { readCase } from '../../../shared/read-case.ts'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { epoch, type CaseId } from '../../../shared/ids.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { Close, SyncType } from '../../../shared/wire.ts'
import { anna, asKarin, asSara, berit, requestFor } from '../../shared/support/board.ts'
import { first, kungsbacka } from './support/fake-gate.ts'
import { MemoryLog } from './support/memory-log.ts'
import { startSync } from './support/sync-stage.ts'

const FRAMES = 'kungsbacka@1?frames=1'
const NEXT = 'kungsbacka@2?frames=1'
const second = epoch.parse(2)
/** On the day on which the stage begins, and in the night after it. */
const EVENING = momentOf('2026-01-05', '16:00')
const NIGHT = momentOf('2026-01-06', '03:00')

const create = (id: CaseId) => (doc: Y.Doc) => void createCase(doc, requestFor(id), asKarin())
function close(doc: Y.Doc): void {
  setOutcome(doc, { case: anna, value: 'neither' }, asSara(EVENING))
  closeCase(doc, { case: anna }, asSara(EVENING))
}
const urgent = (doc: Y.Doc) =>
  void prioritise(doc, { case: berit, level: 'acute' }, asKarin(EVENING + 1))

/** An open board in the evening, with one case that has ended and one that goes on. */
async function evening() {
  const stage = await startSync()
  stage.clock.now = EVENING
  const karin = await stage.join('karin', FRAMES).sync()
  karin.edit((doc) => [create(anna), create(berit), close].forEach((task) => task(doc)))
  await expect.poll(() => karin.frames('saved')).toHaveLength(1)
  return { ...stage, karin }
}

/** The store of a board that was left like that, and that nobody has open. */
async function leftInTheEvening(): Promise<MemoryLog> {
  const doc = new Y.Doc()
  for (const task of [create(anna), create(berit), close]) task(doc)
  const log = new MemoryLog()
  const updates = [Y.encodeStateAsUpdate(doc)]
  await log.commit([{ board: kungsbacka, epoch: first, updates, audit: [] }])
  return log
}

describe('a board that is open', () => {
  test('[E1] starts anew at three in the night: who is there is told, and finds it there', async () => {
    const { sync, clock, gate, log, karin, join } = await evening()
    const wall = await join('kungsbacka', FRAMES).sync()
    clock.now = NIGHT - 1
    sync.beat()
    expect(log.turns).toEqual([])
    clock.now = NIGHT
    sync.beat()
    expect(await karin.closed).toBe(Close.otherEpoch.code)
    expect(await wall.closed).toBe(Close.otherEpoch.code)
    expect(log.turns.map(({ left }) => left.map(({ id }) => id))).toEqual([[anna]])
    expect(log.turns[0]?.entry).toMatchObject({
      action: 'board-rolled-over',
      client: 'server',
      to: { epoch: 2, carried: 1, archived: 1 },
    })

    gate.epoch = second
    expect(await join('amina', FRAMES).closed).toBe(Close.otherEpoch.code)
    const amina = await join('amina', NEXT).sync()
    expect(caseIds(amina.doc)).toEqual([berit])
    amina.edit(urgent)
    await expect.poll(() => amina.frames('saved')).toHaveLength(1)
  })

  test('[E1] on which nothing has ended stays as it is', async () => {
    const { sync, clock, log, join } = await startSync()
    const karin = await join('karin', FRAMES).sync()
    karin.edit(create(berit))
    await expect.poll(() => karin.frames('saved')).toHaveLength(1)
    clock.now = NIGHT
    sync.beat()
    karin.edit(urgent)
    await expect.poll(() => karin.frames('saved')).toHaveLength(2)
    expect(log.turns).toEqual([])
  })

  test('[E1] waits with it while nothing can be saved', async () => {
    const { sync, clock, log, karin, saving } = await evening()
    log.fail(new Error('the disk is full'))
    karin.edit(urgent)
    await expect.poll(() => saving).toEqual([false])
    clock.now = NIGHT
    sync.beat()
    log.fail(null)
    await expect.poll(() => karin.frames('saved')).toHaveLength(2)
    sync.beat()
    expect(await karin.closed).toBe(Close.otherEpoch.code)
  })

  test('[E5] first has all that it took on disk, and says so; what comes then it leaves to its sender', async () => {
    const { sync, clock, log, karin, join } = await evening()
    const elsewhere = await join('sara', 'halmstad@1').sync()
    const release = log.hold()
    karin.edit(urgent)
    await karin.sync()
    clock.now = NIGHT
    sync.beat()
    karin.edit((doc) => void prioritise(doc, { case: berit, level: 'planned' }, asKarin(NIGHT)))
    await elsewhere.sync() // by then that has been heard too
    release()
    expect(await karin.closed).toBe(Close.otherEpoch.code)
    expect(karin.frames('saved').at(-1)?.received).toBe(2)
    const begun = new Y.Doc()
    Y.applyUpdate(begun, log.turns[0]?.snapshot ?? new Uint8Array())
    expect(readCase(begun, berit)?.priority.level).toBe('acute')
  })

  test('[E5] that cannot be rolled over is opened again as it was', async () => {
    const { sync, clock, log, karin, join } = await evening()
    log.failTurns(new Error('the disk is full'))
    clock.now = NIGHT
    sync.beat()
    expect(await karin.closed).toBe(Close.loadFailed.code)
    const again = await join('karin', FRAMES).sync()
    expect(caseIds(again.doc).sort()).toEqual([anna, berit])
    sync.beat()
    again.edit(urgent)
    await expect.poll(() => again.frames('saved')).toHaveLength(1)
    clock.now = NIGHT + 10 * 60_000
    sync.beat()
    expect(await again.closed).toBe(Close.loadFailed.code)
  })
})

describe('a board that nobody has open', () => {
  test('[E1] makes up for its night when somebody comes, and sends them to what is new', async () => {
    const { clock, gate, log, join } = await startSync(await leftInTheEvening())
    clock.now = NIGHT
    expect(await join('karin', FRAMES).closed).toBe(Close.otherEpoch.code)
    gate.epoch = second
    const karin = await join('karin', NEXT).sync()
    expect(caseIds(karin.doc)).toEqual([berit])
    expect(log.turns).toHaveLength(1)
  })

  test('[E1] is asked about in its new epoch at once', async () => {
    const { sync, clock } = await startSync(await leftInTheEvening())
    clock.now = NIGHT
    expect(await sync.read.findCase(kungsbacka, anna)).toBeNull()
    expect((await sync.read.findCase(kungsbacka, berit))?.id).toBe(berit)
  })

  test('[E5] opens as it was when it cannot be rolled over', async () => {
    const { clock, log, join } = await startSync(await leftInTheEvening())
    log.failTurns(new Error('the disk is full'))
    clock.now = NIGHT
    const karin = await join('karin', FRAMES).sync()
    expect(caseIds(karin.doc).sort()).toEqual([anna, berit])
    expect(karin.count(SyncType.step2)).toBe(1)
  })
})
