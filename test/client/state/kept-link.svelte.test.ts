import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ServerClock } from '../../../client/net/server-clock.ts'
import { openBoard } from '../../../client/state/live-board.ts'
import { Notices } from '../../../client/state/notices.svelte.ts'
import { KeptLink } from '../../../client/state/kept-link.svelte.ts'
import { Now } from '../../../client/state/now.svelte.ts'
import { arrivalOf } from '../../../shared/arrival.ts'
import { boardOf, caseIds } from '../../../shared/board-document.ts'
import { observeChanges } from '../../../shared/changes.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { nextEpoch } from '../../../shared/next-epoch.ts'
import { asKarin, boardWith, caseIn, caseNumber, copyOf } from '../../shared/support/board.ts'
import { karin, kungsbacka } from '../offline/stage.ts'

const FRAME_MS = 20
const [first, last] = [caseNumber(1), caseNumber(40)]
/** In the morning, with thirty cases below the top of their lane. */
const board = nextEpoch(
  boardWith(...Array.from({ length: 40 }, (_, i) => caseNumber(i + 1))),
  2_000,
).doc

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Something that was done on the board without contact, and waits. */
function moved(...ids: CaseId[]) {
  const doc = copyOf(board)
  const waiting: { update: Uint8Array; changes: []; at: number }[] = []
  doc.on('update', (update: Uint8Array) => waiting.push({ update, changes: [], at: 3_000 }))
  for (const id of ids)
    doc.transact(() => moveCase(doc, { case: id, to: 'acute', before: null }, asKarin(3_000)))
  return waiting
}

function parts() {
  const clock = new ServerClock()
  const alerts = { ask: async () => {} }
  return { clock, now: new Now(() => clock.now()), notices: new Notices(), alerts }
}

function open(waiting = moved()) {
  const [part = new Uint8Array(), ...rest] = arrivalOf(board)
  const copy = { first: part, rest: Promise.resolve(rest), at: 2_000, clockAhead: 0 }
  return new KeptLink(kungsbacka, copy, waiting, parts())
}

test('[U59] a kept board is shown part by part too, once somebody looks', async () => {
  const link = open()
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect([caseIds(link.doc).length, link.synced]).toEqual([10, false])
  link.watched()
  expect(link.synced).toBe(false)
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect([caseIds(link.doc).length, link.synced, link.doc.isSynced]).toEqual([40, true, true])
  expect(link.saved.waiting).toBe(0)
})

test('[U59] nor does it wait for ever for somebody to look', async () => {
  const link = open()
  await vi.advanceTimersByTimeAsync(1_000 + FRAME_MS)
  expect([caseIds(link.doc).length, link.synced]).toEqual([40, true])
})

test('[O4] what waits is done as soon as what it was done on is there', async () => {
  const link = open(moved(first, last))
  expect(link.saved.outbox.waiting).toHaveLength(2)
  expect(caseIn(link.doc, first).lane).toBe('acute')
  expect(link.doc.store.pendingStructs).toBeNull()
  link.watched()
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect(caseIn(link.doc, last).lane).toBe('acute')
  expect(link.saved.outbox.waiting).toHaveLength(2)
})

test('[O6] what is done between two parts waits as anything else does', async () => {
  const link = open()
  link.doc.transact(() => moveCase(link.doc, { case: first, to: 'today', before: null }, asKarin()))
  link.watched()
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect(link.saved.outbox.waiting.map(({ changes }) => changes.map((one) => one.case))).toEqual([
    [first],
  ])
})

test('[O4] a board that is left takes no further part', async () => {
  const link = open()
  const changes = vi.fn()
  observeChanges(link.doc, changes)
  link.watched()
  link.destroy()
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect(changes).not.toHaveBeenCalled()
  expect(Y.encodeStateVector(link.doc)).not.toEqual(Y.encodeStateVector(board))
})

test('[O6] what waited already is not told again as what is done next', async () => {
  const link = open(moved(first))
  boardOf(link.doc).set('name', 'Kungsbacka')
  expect(link.saved.outbox.waiting.at(-1)?.changes).toEqual([])
})

test('[U59] who reads a board looks at it', async () => {
  const link = open()
  const { board } = openBoard(kungsbacka.id, karin, parts(), () => link)
  const stop = $effect.root(() => {
    $effect(() => void board.lane('incoming'))
  })
  flushSync()
  await vi.advanceTimersByTimeAsync(FRAME_MS)
  expect(link.synced).toBe(true)
  stop()
})
