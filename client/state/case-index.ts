import type * as Y from 'yjs'
import { byStanding, caseIds } from '../../shared/board-document.ts'
import { readCase } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import type { CaseId } from '../../shared/ids.ts'
import { LANES, type Lane } from '../../shared/lane.ts'

/**
 * Every case as last read, and the lanes that they stand in. Only what was marked dirty is read
 * again, and a lane that none of it touches keeps its array, so that nothing there is redrawn.
 */
export class CaseIndex {
  readonly #doc: Y.Doc
  readonly #cases = new Map<CaseId, Case>()
  readonly #lanes = new Map<Lane, readonly Case[]>(LANES.map((lane) => [lane, []]))
  readonly #dirty: Set<CaseId>

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#dirty = new Set(caseIds(doc))
  }

  markDirty(id: CaseId): void {
    this.#dirty.add(id)
  }

  case(id: CaseId): Case | null {
    this.#refresh()
    return this.#cases.get(id) ?? null
  }

  lane(lane: Lane): readonly Case[] {
    this.#refresh()
    return this.#lanes.get(lane) ?? []
  }

  all(): Iterable<Case> {
    this.#refresh()
    return this.#cases.values()
  }

  #refresh(): void {
    if (this.#dirty.size === 0) return
    const touched = new Set<Lane>()
    for (const id of this.#dirty) {
      const before = this.#cases.get(id)
      const after = readCase(this.#doc, id)
      if (before) touched.add(before.lane)
      if (after) touched.add(after.lane)
      if (after) this.#cases.set(id, after)
      else this.#cases.delete(id)
    }
    this.#dirty.clear()
    const cases = [...this.#cases.values()]
    for (const lane of touched)
      this.#lanes.set(lane, cases.filter((one) => one.lane === lane).sort(byStanding))
  }
}
