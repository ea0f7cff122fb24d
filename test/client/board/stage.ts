import { mount, unmount, type Component } from 'svelte'
import { afterEach, beforeAll, expect } from 'vitest'
import { page } from 'vitest/browser'
import * as Y from 'yjs'
import '../../../client/styles/base.css'
import '../../../client/styles/tokens.css'
import type { Link } from '../../../client/state/board-link.svelte.ts'
import { BoardState } from '../../../client/state/board.svelte.ts'
import { Notices } from '../../../client/state/notices.svelte.ts'
import { Now } from '../../../client/state/now.svelte.ts'
import { SavedState } from '../../../client/state/saved.svelte.ts'
import { Setbacks } from '../../../client/state/setbacks.svelte.ts'
import type { Sound } from '../../../client/state/sound.svelte.ts'
import { UndoState } from '../../../client/state/undo.svelte.ts'
import type { Stamp } from '../../../shared/access.ts'
import { peopleOf } from '../../../shared/board-document.ts'
import { HybridClock } from '../../../shared/clock.ts'
import { boardId } from '../../../shared/ids.ts'
import type { Lane } from '../../../shared/lane.ts'
import type { Person } from '../../../shared/person.ts'
import { anna, berit, boardWith, cameAt, cleo, copyOf } from '../../shared/support/board.ts'
import { aPerson } from '../../support/person.ts'
import BoardStage from './BoardStage.svelte'
import { StagedPresence } from './staged-presence.svelte.ts'

/** Tuesday 10 March 2026, 09:42:07 in Stockholm. */
export const NOW = Date.parse('2026-03-10T09:42:07+01:00')

export const karin = aPerson('karin', 'nurse', 'Karin Lindqvist')
export const amina = aPerson('amina', 'nurse', 'Amina Hassan')
export const sara = aPerson('sara', 'doctor', 'Sara Lindgren')
export const maria = aPerson('maria', 'manager', 'Maria Sand')
export const asAmina = (at = NOW): Stamp => ({ by: amina.id, role: amina.role, at })

/** Anna, Berit and Cleo wait in Inkommet; they came at 09:30, 09:31 and 09:32. */
export function threeWaiting(): Y.Doc {
  const doc = boardWith(anna, berit, cleo)
  const half = Date.parse('2026-03-10T09:30:00+01:00')
  for (const [i, id] of [anna, berit, cleo].entries()) cameAt(doc, id, half + i * 60_000)
  for (const one of [karin, amina, sara, maria]) peopleOf(doc).set(one.id, one)
  return doc
}

/** Somebody else does something on their copy of the board, and it arrives here. */
export function elsewhere(doc: Y.Doc, act: (copy: Y.Doc) => void): void {
  const copy = copyOf(doc)
  const before = Y.encodeStateVector(copy)
  copy.transact(() => act(copy))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, before), 'elsewhere')
}

type Showing = {
  doc?: Y.Doc
  me?: Person
  link?: Link
  presence?: StagedPresence
  /** Another surface than the board. */
  surface?: Component
  /** The query of the address that the board is opened with. */
  search?: string
  /** What time it is. */
  at?: number
  sound?: Sound
  /** Answers for the server. */
  fetch?: typeof globalThis.fetch
}

const OPEN: Link = { begun: true, synced: true, access: 'write', ended: null }
let close = () => Promise.resolve()

/** The board's surface as somebody sees it. */
export function showBoard({
  doc = threeWaiting(),
  me = karin,
  link = OPEN,
  presence = new StagedPresence(),
  search = '',
  at: start = NOW,
  ...shown
}: Showing = {}) {
  const notices = new Notices()
  const board = new BoardState({ id: boardId.parse('kungsbacka'), doc, me }, clock(), {
    done: (changes, said) => {
      undo.record(changes)
      if (said !== null) notices.show(said)
    },
    refused: () => undefined,
  })
  const undo = new UndoState(
    (changes) => board.revert(changes),
    () => undefined,
  )
  history.replaceState(null, '', `/board/kungsbacka${search}`)
  const setbacks = new Setbacks()
  let at = start
  const now = new Now(() => at)
  const saved = new SavedState(now)
  const props = { ...shown, board, undo, notices, presence, link, setbacks, now, saved }
  const stage = mount(BoardStage, { target: document.body, props })
  close = async () => {
    await unmount(stage)
    notices.hide()
    undo.destroy()
    board.destroy()
  }
  /** So many seconds go by. */
  const pass = (seconds: number) => (at += seconds * 1_000)
  return { doc, board, notices, presence, setbacks, saved, pass }
}

const clock = () => new HybridClock(() => NOW)

export const laneList = (lane: Lane) => document.querySelector(`[data-lane="${lane}"]`) as Element
export const card = (name: string) => page.getByRole('link', { name, exact: true })

/** The names in a lane, from top to bottom. */
export const namesIn = (lane: Lane) =>
  [...laneList(lane).querySelectorAll('h3 a')].map((link) => link.textContent)
export const expectLane = (lane: Lane) => expect.poll(() => namesIn(lane))

beforeAll(() => page.viewport(1440, 900))

afterEach(async () => {
  await close()
  close = () => Promise.resolve()
})
