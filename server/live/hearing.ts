import { mayShow } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Present, Writer } from '../../shared/live.ts'
import type { Person } from '../../shared/person.ts'

/** The cases that are spoken of, as their board has them just now. */
export type Known = ReadonlyMap<CaseId, Case>

/**
 * What of the others somebody may hear: of a case only who may see its content, from who may see it
 * too. Null is everybody who answers for no protected identity.
 */
export class Hearing {
  readonly #cases: Known
  readonly #person: Person | null

  constructor(cases: Known, person: Person | null) {
    this.#cases = cases
    this.#person = person
  }

  /** A card is held for everybody, also where it shows a code only. */
  present(people: readonly Present[]): Present[] {
    return people.map((one) => ({
      ...one,
      views: one.views.map((view) => ({
        ...view,
        case: view.case !== null && this.#hears(view.case, one) ? view.case : null,
      })),
      holds: one.holds !== null && this.#cases.has(one.holds) ? one.holds : null,
    }))
  }

  writers(writers: readonly Writer[]): Writer[] {
    return writers.filter((writer) => this.#hears(writer.case, writer))
  }

  #hears(id: CaseId, from: Person): boolean {
    const one = this.#cases.get(id)
    if (one === undefined || !mayShow(one, from)) return false
    return this.#person === null ? !one.patient.protected : mayShow(one, this.#person)
  }
}
