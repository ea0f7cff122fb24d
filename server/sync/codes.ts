import type * as Y from 'yjs'
import { caseIds, entryOf, metaOf, readField } from '../../shared/board-document.ts'
import type { CaseId } from '../../shared/ids.ts'
import { dayOf } from '../../shared/team-time.ts'

/**
 * The codes ("H-07") that cases go by. A case keeps its own as long as it is live, and until the
 * end of the day on which it was closed, for it still stands on the wall.
 */
export class Codes {
  readonly #used: Set<string>

  /** @param naming the cases that are about to get a code: what they hold now does not count */
  constructor(doc: Y.Doc, naming: ReadonlySet<CaseId>, today: string) {
    const others = caseIds(doc).filter((id) => !naming.has(id) && keepsCode(doc, id, today))
    this.#used = new Set(others.flatMap((id) => codeOf(doc, id) ?? []))
  }

  /** The wanted code if no other case goes by it, else the lowest free one. */
  take(wanted: string | null): string {
    const code = wanted === null || this.#used.has(wanted) ? this.#lowestFree() : wanted
    this.#used.add(code)
    return code
  }

  #lowestFree(): string {
    let number = 1
    while (this.#used.has(format(number))) number++
    return format(number)
  }
}

const format = (number: number) => `H-${String(number).padStart(2, '0')}`

function keepsCode(doc: Y.Doc, id: CaseId, today: string): boolean {
  const entry = entryOf(doc, id)
  if (!entry) return false
  const { how, at } = readField(entry, 'closed')
  return how === null || (how === 'closed' && dayOf(at) === today)
}

function codeOf(doc: Y.Doc, id: CaseId): string | null {
  const { code } = (metaOf(doc).get(id) ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : null
}
