import { flushSync } from 'svelte'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ARRIVAL } from '../../../client/net/board-connection.ts'
import { BoardState } from '../../../client/state/board.svelte.ts'
import { casesOf, metaOf, readMeta } from '../../../shared/board-document.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { HybridClock } from '../../../shared/clock.ts'
import { boardId, type CaseId } from '../../../shared/ids.ts'
import { LANES } from '../../../shared/lane.ts'
import { refused } from '../../../shared/outcome.ts'
import { anna, berit, boardWith, cleo, requestFor } from '../../shared/support/board.ts'
import { asAmina, elsewhere, karin, NOW, threeWaiting } from '../board/stage.ts'

function boardOn(doc: Y.Doc) {
  const done = vi.fn()
  const refusal = vi.fn()
  const parts = { id: boardId.parse('kungsbacka'), doc, me: karin }
  const board = new BoardState(parts, new HybridClock(() => NOW), { done, refused: refusal })
  return { board, done, refusal }
}

const toAcute = { case: anna, to: 'acute', before: null } as const

describe('lanes', () => {
  test('[U1] keep their identity unless something in them changes', () => {
    const doc = threeWaiting()
    const { board } = boardOn(doc)
    const before = LANES.map((lane) => board.lane(lane))
    elsewhere(doc, (copy) => moveCase(copy, toAcute, asAmina()))
    const changed = LANES.filter((lane, i) => board.lane(lane) !== before[i])
    expect(changed).toEqual(['incoming', 'acute'])
  })

  test('[U1] cases keep theirs too', () => {
    const doc = threeWaiting()
    const { board } = boardOn(doc)
    const stays = board.case(berit)
    elsewhere(doc, (copy) => moveCase(copy, toAcute, asAmina()))
    expect(board.case(berit)).toBe(stays)
    expect(board.case(anna)?.lane).toBe('acute')
  })

  test('[U1] only readers of a touched lane run again', () => {
    const doc = threeWaiting()
    const { board } = boardOn(doc)
    const runs = Object.fromEntries(LANES.map((lane) => [lane, 0]))
    const stop = $effect.root(() => {
      for (const lane of LANES) {
        const cases = $derived(board.lane(lane))
        $effect(() => {
          runs[lane] = (runs[lane] ?? 0) + Number(cases.length >= 0)
        })
      }
    })
    flushSync()
    elsewhere(doc, (copy) => moveCase(copy, toAcute, asAmina()))
    flushSync()
    stop()
    expect(runs).toEqual({ incoming: 2, acute: 2, today: 1, followup: 1, handback: 1, done: 1 })
  })

  test('[B19] follow what the server notes about a case', () => {
    const doc = threeWaiting()
    const { board } = boardOn(doc)
    expect(board.case(anna)?.meta?.code).toBe('H-07')
    metaOf(doc).set(anna, { ...readMeta(doc, anna), code: 'H-12' })
    expect(board.case(anna)?.meta?.code).toBe('H-12')
  })
})

describe('the same name', () => {
  const rename = (id: CaseId, label: string) => (copy: Y.Doc) =>
    editField(copy, { case: id, field: 'patient', value: { label } }, asAmina(NOW + 1))

  test('[U50] is worn by both, whatever its case and spaces, and compared when a name changes', () => {
    const doc = boardWith(anna, berit, cleo)
    const { board } = boardOn(doc)
    expect(board.lookalikes.size).toBe(0)
    elsewhere(doc, rename(berit, ' anna'))
    expect([...board.lookalikes.keys()]).toEqual([anna, berit])
    const { lookalikes } = board
    elsewhere(doc, (copy) => prioritise(copy, { case: cleo, level: 'acute' }, asAmina()))
    expect(board.lookalikes).toBe(lookalikes)
  })

  test('[U50] is worn from when the second arrives until it is gone', () => {
    const doc = boardWith(anna, berit)
    const { board } = boardOn(doc)
    expect(board.lookalikes.size).toBe(0)
    const patient = { ...requestFor(cleo).patient, label: 'Anna' }
    elsewhere(doc, (copy) => createCase(copy, { ...requestFor(cleo), patient }, asAmina(NOW + 1)))
    expect([...board.lookalikes.keys()]).toEqual([anna, cleo])
    elsewhere(doc, (copy) => casesOf(copy).delete(cleo))
    expect(board.lookalikes.size).toBe(0)
  })

  test('[U50] is not worn beside a closed case', () => {
    const doc = boardWith(anna, berit)
    const { board } = boardOn(doc)
    elsewhere(doc, rename(berit, 'Anna'))
    expect(board.lookalikes.size).toBe(2)
    elsewhere(doc, (copy) => finishCase(copy, { case: berit, outcome: 'neither' }, asAmina()))
    expect(board.lookalikes.size).toBe(0)
  })
})

describe('a command', () => {
  test('[U9] tells what it changed, and in which words', () => {
    const { board, done } = boardOn(threeWaiting())
    board.run(moveCase, toAcute, 'Flyttad till Akut')
    const [changes, said] = done.mock.calls[0] ?? []
    expect(changes).toContainEqual(expect.objectContaining({ case: anna, field: 'place' }))
    expect(said).toBe('Flyttad till Akut')
  })

  test('[B16] can be taken back, which is not told as a change to take back', () => {
    const { board, done } = boardOn(threeWaiting())
    board.run(moveCase, toAcute)
    board.revert(done.mock.calls[0]?.[0] ?? [])
    expect(board.case(anna)?.lane).toBe('incoming')
    expect(done).toHaveBeenCalledOnce()
  })

  test('[B11] that is refused says why and changes nothing', () => {
    const { board, done, refusal } = boardOn(threeWaiting())
    const outcome = board.run(moveCase, { ...toAcute, to: 'done' })
    expect(outcome).toEqual(refused('close-needs-outcome'))
    expect(refusal).toHaveBeenCalledWith('close-needs-outcome')
    expect(done).not.toHaveBeenCalled()
  })

  test('[B20] is later than everything that was seen', () => {
    const doc = threeWaiting()
    const { board } = boardOn(doc)
    elsewhere(doc, (copy) => moveCase(copy, toAcute, asAmina(NOW + 5_000)))
    board.run(moveCase, { ...toAcute, to: 'today' })
    expect(board.case(anna)?.place.at).toBe(NOW + 5_001)
  })

  test('[B20] is later than everything that came with the board', () => {
    const server = threeWaiting()
    moveCase(server, toAcute, asAmina(NOW + 5_000))
    const { board } = boardOn(new Y.Doc())
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(server), ARRIVAL)
    board.run(moveCase, { ...toAcute, to: 'today' })
    expect(board.case(anna)?.place.at).toBe(NOW + 5_001)
  })
})

test('what others change is told once they have changed it, one’s own is not', async () => {
  const doc = threeWaiting()
  const { board } = boardOn(doc)
  const heard = vi.fn()
  board.onRemote(heard)
  board.run(moveCase, toAcute)
  elsewhere(doc, (copy) => moveCase(copy, { ...toAcute, case: berit }, asAmina()))
  await expect.poll(() => heard).toHaveBeenCalledOnce()
  expect(heard.mock.calls[0]?.[0]).toContainEqual(expect.objectContaining({ case: berit }))
})

test('the board that arrives is not news, what comes after it is', async () => {
  const server = threeWaiting()
  const { board } = boardOn(new Y.Doc())
  const heard = vi.fn()
  board.onRemote(heard)
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(server), ARRIVAL)
  await Promise.resolve()
  elsewhere(board.doc, (copy) => moveCase(copy, toAcute, asAmina()))
  await expect.poll(() => heard).toHaveBeenCalledOnce()
  expect(heard.mock.calls[0]?.[0]).toContainEqual(expect.objectContaining({ field: 'place' }))
})

test('[U59] a board that comes in parts is shown with the first, and again when it is whole', () => {
  const { board } = boardOn(new Y.Doc())
  const parts = [anna, berit, cleo].map((id) => Y.encodeStateAsUpdate(boardWith(id)))
  const shown: number[] = []
  const stop = $effect.root(() => {
    $effect(() => void shown.push(board.lane('incoming').length))
  })
  const merge = (part: Uint8Array | undefined) => {
    if (part) Y.applyUpdate(board.doc, part, ARRIVAL)
    flushSync()
  }
  flushSync()
  merge(parts[0])
  board.doc.emit('load', [board.doc])
  flushSync()
  merge(parts[1])
  merge(parts[2])
  expect(shown).toEqual([0, 1])
  board.doc.emit('sync', [true, board.doc])
  flushSync()
  expect(shown).toEqual([0, 1, 3])
  elsewhere(board.doc, (copy) => moveCase(copy, toAcute, asAmina()))
  flushSync()
  expect(shown).toEqual([0, 1, 3, 2])
  stop()
})
