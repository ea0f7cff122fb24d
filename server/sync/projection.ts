import * as Y from 'yjs'
import {
  boardOf,
  caseIds,
  dutyOf,
  metaOf,
  peopleOf,
  readPeople,
  readSettings,
} from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import { observeChanges } from '../../shared/changes.ts'
import type { Person } from '../../shared/person.ts'
import {
  wallBoardOf,
  wallCardOf,
  wallCardsOf,
  type WallBoard,
  type WallCard,
} from '../../shared/wall.ts'
import { wallDutyOf } from '../../shared/wall-duty.ts'
import type { CaseId, UserId } from '../../shared/ids.ts'
import { dayOf } from '../../shared/team-time.ts'

/**
 * The wall's document: a redacted copy of the board, rewritten card by card as the board changes.
 * It is made anew whenever a room is loaded, while a wall may come back with an older copy. Yjs
 * settles such races by client id, so a copy's id is the time at which it was made, and it names
 * every case once, shown or not: that way the newest copy wins in every card.
 */
export class Projection {
  readonly doc = new Y.Doc()
  readonly #board: Y.Doc
  readonly #now: () => number
  /** What the copy says of each case that it has named, as JSON. */
  readonly #written = new Map<CaseId, string>()
  readonly #stale = new Set<CaseId>()
  #boardIsStale = true
  #day = ''
  #change: Uint8Array | null = null

  constructor(board: Y.Doc, now: () => number) {
    this.#board = board
    this.#now = now
    this.doc.clientID = now()
    this.doc.on('update', (update) => (this.#change = update))
    observeChanges(board, (changes) => changes.forEach((change) => this.#stale.add(change.case)))
    metaOf(board).observe((event) => event.keysChanged.forEach((id) => this.#stale.add(id)))
    boardOf(board).observe(() => (this.#boardIsStale = true))
    dutyOf(board).observe(() => (this.#boardIsStale = true))
    peopleOf(board).observe(() => this.#everythingIsStale())
  }

  /** Whether all that a wall holds is older than this copy. */
  overrules(vector: Uint8Array): boolean {
    return [...Y.decodeStateVector(vector).keys()].every((client) => client <= this.doc.clientID)
  }

  /** Brings the copy up to date; gives what changed in it, or null. */
  refresh(): Uint8Array | null {
    const today = dayOf(this.#now())
    if (today !== this.#day) this.#everythingIsStale() // what was closed yesterday leaves the wall
    this.#day = today
    if (this.#stale.size === 0 && !this.#boardIsStale) return null
    this.#change = null
    this.doc.transact(() => this.#rewrite(readPeople(this.#board)))
    return this.#change
  }

  #everythingIsStale(): void {
    for (const id of caseIds(this.#board)) this.#stale.add(id)
    this.#boardIsStale = true
  }

  #rewrite(people: ReadonlyMap<UserId, Person>): void {
    for (const id of this.#stale) {
      const one = readCase(this.#board, id)
      this.#writeCard(id, one && this.#isShown(one) ? wallCardOf(one, people) : null)
    }
    if (this.#boardIsStale) {
      wallBoardOf(this.doc).set('board', this.#wallBoard(people))
      wallBoardOf(this.doc).set('duty', wallDutyOf(this.#board))
    }
    this.#stale.clear()
    this.#boardIsStale = false
  }

  #writeCard(id: CaseId, card: WallCard | null): void {
    const json = JSON.stringify(card)
    if (this.#written.get(id) === json) return
    this.#written.set(id, json)
    const cards = wallCardsOf(this.doc)
    cards.set(id, card)
    if (card === null) cards.delete(id) // set first: only what it has named does it overrule
  }

  #isShown({ closed }: Case): boolean {
    return closed.how === null || (closed.how === 'closed' && dayOf(closed.at) === this.#day)
  }

  #wallBoard(people: ReadonlyMap<UserId, Person>): WallBoard {
    const { name, team, phone, labels } = readSettings(this.#board)
    const members = [...people.values()].map(({ initials, role }) => ({ initials, role }))
    return { name, team, phone, labels, people: members }
  }
}
