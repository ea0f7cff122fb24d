import type { CaseId, UserId } from '../../../shared/ids.ts'

type LastWrite = { readonly by: UserId | null; readonly replaced: unknown }

/** Who wrote each part of each case last (null: the server), and over what, as far back as the board is open. */
export class LastWrites {
  readonly #writes = new Map<string, LastWrite>()

  note(id: CaseId, part: string, write: LastWrite): void {
    this.#writes.set(`${id}/${part}`, write)
  }

  of(id: CaseId, part: string): LastWrite | null {
    return this.#writes.get(`${id}/${part}`) ?? null
  }
}
