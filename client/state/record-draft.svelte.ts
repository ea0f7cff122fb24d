import type { PatientRecord } from '../../shared/patient.ts'
import { PatientDraft } from './patient-draft.svelte.ts'

/** A patient's record as somebody changes it, from the version that they have seen. */
export class RecordDraft extends PatientDraft {
  readonly version: number
  readonly #before: string

  constructor(today: string, record: PatientRecord) {
    super(today, record)
    this.version = record.version
    this.#before = this.typed
  }

  get isChanged(): boolean {
    return this.typed !== this.#before
  }
}
