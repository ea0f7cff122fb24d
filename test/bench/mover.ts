import * as Y from 'yjs'
import type { CaseId } from '../../shared/ids.ts'
import type { BaseBoard } from './base-board.ts'
import { moveOn } from './move-on.ts'
import { updateOf } from './update-of.ts'

/**
 * One person's document, and cases that nobody else moves: so each move knows what it overwrites,
 * although its maker reads nothing of what others do.
 */
export class Mover {
  readonly #doc = new Y.Doc()
  readonly #cases: readonly CaseId[]
  #moves = 0

  constructor(board: BaseBoard, cases: readonly CaseId[]) {
    this.#cases = cases
    Y.applyUpdate(this.#doc, board.update)
  }

  /** Moves the next case on; gives the update. */
  move(at: number): Uint8Array {
    const id = this.#cases[this.#moves++ % this.#cases.length]
    if (id === undefined) throw new Error('nothing to be moved')
    return updateOf(this.#doc, (doc) => moveOn(doc, id, at))
  }
}
