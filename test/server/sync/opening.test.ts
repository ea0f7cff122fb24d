import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { casesOf } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { Close } from '../../../shared/wire.ts'
import { anna, asKarin, berit, requestFor } from '../../shared/support/board.ts'
import { kungsbacka } from './support/fake-gate.ts'
import { startSync } from './support/sync-stage.ts'

const create = (id: CaseId) => (doc: Y.Doc) => void createCase(doc, requestFor(id), asKarin())
const voided = (doc: Y.Doc) => void voidCase(doc, { case: berit, reason: 'dubblett' }, asKarin())

test('[J7] who opens a board is logged with the live cases that it shows', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin', 'kungsbacka@1?frames=1').sync()
  for (const edit of [create(anna), create(berit), voided]) karin.edit(edit)
  await expect.poll(() => karin.frames('saved').at(-1)?.received).toBe(3)
  await stage.join('olle').sync()
  const entry = { time: stage.clock.now, action: 'board-opened', object: null, from: null }
  const about = { case: null, patient: null, reason: '' }
  const by = (user: string, name: string, role: string, client: string, to: CaseId[]) => ({
    chain: kungsbacka,
    entry: { ...entry, ...about, user, name, role, client, to },
  })
  expect(stage.log.lines.flat()).toEqual([
    by('karin', 'Karin Lindqvist', 'nurse', 'web', []),
    by('olle', 'Olle Öberg', 'observer', 'stock', [anna]),
  ])
})

test('[J7] a wall that is switched on is logged by the name of its display', async () => {
  const stage = await startSync()
  await stage.join('kungsbacka').sync()
  expect(stage.log.lines.flat().map(({ entry }) => entry)).toEqual([
    {
      time: stage.clock.now,
      action: 'wall-opened',
      user: null,
      name: '',
      role: 'display',
      client: 'display',
      case: null,
      patient: null,
      object: 'display kungsbac',
      from: null,
      to: null,
      reason: '',
    },
  ])
})

test('[J7] nobody is shown a board before the log has it, nor turned away because it waits', async () => {
  const stage = await startSync()
  const karin = await stage.join('karin').sync()
  karin.edit(create(anna))
  await expect.poll(() => stage.log.commits).toHaveLength(2)
  const release = stage.log.hold()
  const asked = vi.fn()
  stage.gate.onEnter = asked
  const others = Array.from({ length: 50 }, () => stage.join('amina'))
  const opened = vi.fn()
  for (const { opened: whenOpened } of others) void whenOpened.then(opened)
  await expect.poll(() => asked).toHaveBeenCalledTimes(50)
  stage.passGrace()
  expect(opened).not.toHaveBeenCalled()
  const before = stage.log.lines.length

  release()
  for (const peer of others) expect(casesOf((await peer.sync()).doc).has(anna)).toBe(true)
  expect(stage.log.lines.length - before).toBeLessThanOrEqual(2) // fifty came in one turn or two
  expect(stage.log.lines.flat()).toHaveLength(51)
})

test('[J7] a board that closes while its log waits is opened again for who comes', async () => {
  const stage = await startSync()
  const sara = await stage.join('sara').sync()
  sara.socket.close()
  await expect.poll(() => stage.sync.connections).toBe(0)
  const release = stage.log.hold()
  const asked = vi.fn()
  stage.gate.onEnter = asked
  const karin = stage.join('karin')
  await expect.poll(() => asked).toHaveBeenCalled()
  stage.passGrace()
  expect(stage.sync.rooms).toBe(0)
  release()
  await karin.sync()
  const amina = await stage.join('amina').sync()
  amina.edit(create(anna))
  await expect.poll(() => casesOf(karin.doc).has(anna)).toBe(true)
})

test('[J7] a shutdown or the session’s end does not wait for the log', async () => {
  const stage = await startSync()
  await stage.join('karin').sync()
  const release = stage.log.hold()
  const asked = vi.fn()
  stage.gate.onEnter = asked
  const [amina, sara] = [stage.join('amina'), stage.join('sara')]
  await expect.poll(() => asked).toHaveBeenCalledTimes(2)
  stage.gate.end('amina')
  const closing = stage.sync.close()
  expect(await sara.closed).toBe(Close.shuttingDown.code)
  expect(await amina.closed).toBe(Close.shuttingDown.code)
  release()
  await closing
})
