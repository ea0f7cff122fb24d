import { mount, unmount } from 'svelte'
import { afterEach, vi } from 'vitest'
import * as Y from 'yjs'
import '../../../client/styles/base.css'
import '../../../client/styles/tokens.css'
import { Api } from '../../../client/net/api.ts'
import { BoardState } from '../../../client/state/board.svelte.ts'
import { Notices } from '../../../client/state/notices.svelte.ts'
import type { RequestDraft } from '../../../client/state/request-draft.svelte.ts'
import { WritingState } from '../../../client/state/writing.svelte.ts'
import type { Stamp } from '../../../shared/access.ts'
import { peopleOf } from '../../../shared/board-document.ts'
import type { Undoable } from '../../../shared/undo.ts'
import { HybridClock } from '../../../shared/clock.ts'
import { boardId, type CaseId } from '../../../shared/ids.ts'
import type { Writing } from '../../../shared/live.ts'
import type { Person } from '../../../shared/person.ts'
import { anna, boardWith, cameAt, copyOf } from '../../shared/support/board.ts'
import { aPerson } from '../../support/person.ts'
import { StagedPresence } from '../board/staged-presence.svelte.ts'
import CaseStage from './CaseStage.svelte'

/** Tuesday 10 March 2026, 09:43 in Stockholm. */
export const NOW = Date.parse('2026-03-10T09:43:00+01:00')

export const people = {
  karin: aPerson('karin', 'nurse', 'Karin Lindqvist'),
  amina: aPerson('amina', 'nurse', 'Amina Hassan'),
  sara: aPerson('sara', 'doctor', 'Sara Lindgren'),
  jonas: aPerson('jonas', 'doctor', 'Jonas Ekberg'),
  olle: aPerson('olle', 'observer', 'Olle Observatör'),
}

/** Anna's case on Karin's board, which came at 09:30. */
export function boardOfAnna(...others: CaseId[]): Y.Doc {
  const doc = boardWith(anna, ...others)
  cameAt(doc, anna, Date.parse('2026-03-10T09:30:00+01:00'))
  for (const one of Object.values(people)) peopleOf(doc).set(one.id, one)
  return doc
}

type Shown = {
  doc: Y.Doc
  /** Somebody else's copy of the board: what happens there arrives here at once. */
  elsewhere: Y.Doc
  board: BoardState
  notices: Notices
  /** Who else writes, and what others are told of where one writes here. */
  writing: WritingState
  told: (Writing | null)[]
  presence: StagedPresence
  onclose: ReturnType<typeof vi.fn>
  oncreated: ReturnType<typeof vi.fn>
  open: (id: CaseId) => void
  /** Takes back the last change, as the toast and Z do. */
  undo: () => void
}
type Showing = {
  doc?: Y.Doc
  shows?: CaseId | RequestDraft
  /** Answers for the server what the log has. */
  history?: (path: string) => Response | Promise<Response>
  /** Answers for the server what it is told of copies. */
  copies?: (path: string, body: unknown) => Response
}

const taken = () => new Response(null, { status: 204 })
const noHistory = () => Response.json({ lines: [], before: null })

let close = () => Promise.resolve()

/** Shows Anna's case, or another, or the form for a new one, to somebody. */
export function show(
  who: Person,
  { doc = boardOfAnna(), shows = anna, history = noHistory, copies = taken }: Showing = {},
): Shown {
  let last: readonly Undoable[] = []
  const notices = new Notices()
  const board = new BoardState(
    { id: boardId.parse('kungsbacka'), doc, me: who },
    new HybridClock(() => NOW),
    {
      done: (changes, said) => {
        last = changes
        if (said !== null) notices.show(said)
      },
      refused: () => undefined,
    },
  )
  const elsewhere = copyOf(doc)
  doc.on(
    'update',
    (update: Uint8Array, from) => from !== elsewhere && Y.applyUpdate(elsewhere, update, doc),
  )
  elsewhere.on(
    'update',
    (update: Uint8Array, from) => from !== doc && Y.applyUpdate(doc, update, elsewhere),
  )
  const api = new Api(async (path, request) =>
    String(path).endsWith('/copies')
      ? copies(String(path), JSON.parse(String(request?.body)))
      : history(String(path)),
  )
  const told: (Writing | null)[] = []
  const writing = new WritingState(who.id, (mark) => told.push(mark))
  const presence = new StagedPresence(who)
  const onclose = vi.fn()
  const oncreated = vi.fn()
  const stage = mount(CaseStage, {
    target: document.body,
    props: { api, board, notices, at: NOW, shows, writing, presence, onclose, oncreated },
  })
  close = async () => {
    await unmount(stage)
    writing.destroy()
    notices.hide()
    board.destroy()
  }
  return {
    doc,
    elsewhere,
    board,
    notices,
    writing,
    told,
    presence,
    onclose,
    oncreated,
    open: (id) => stage.open(id),
    undo: () => void board.revert(last),
  }
}

export const asAmina = (): Stamp => ({ by: people.amina.id, role: 'nurse', at: NOW })

afterEach(async () => {
  await close()
  close = () => Promise.resolve()
})
