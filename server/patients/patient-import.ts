import type { PatientId } from '../../shared/ids.ts'
import type { ImportFault, ImportReport } from '../../shared/import-report.ts'
import { IMPORT_COLUMNS, IMPORT_REQUIRED } from '../../shared/patient-import.ts'
import { dayOf } from '../../shared/team-time.ts'
import { ABOUT_NOTHING } from '../audit/entry.ts'
import { personDoer } from '../identity/doer.ts'
import { readCsv } from '../import/read-csv.ts'
import { readPatient, type ReadPatient } from './read-patient.ts'
import type { RegisterParts, Viewer } from './register.ts'

type Parts = Pick<RegisterParts, 'store' | 'audit' | 'now'>

/** Takes patients from a file: a dry run says what would come of it, a real one takes what is valid. */
export class PatientImport {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async run(viewer: Viewer, text: string, dryRun: boolean): Promise<ImportReport> {
    const file = readCsv(text, PATIENT_FILE)
    const today = dayOf(this.#parts.now())
    const read = file.rows.map((row) => readPatient(row, today))
    const patients = read.flatMap((one) => ('faults' in one ? [] : [one]))
    const known = await this.#known(patients)
    const standing = await this.#standing(viewer, today, patients, known)
    const valid = patients.filter((one) => !standing.has(one))
    const faults = [
      ...file.faults,
      ...read.flatMap((one) => ('faults' in one ? one.faults : [])),
      ...standing.values(),
    ]
    const isTaken = !dryRun && valid.length > 0
    if (isTaken) await this.#take(viewer, valid, known)
    else await this.#noteTrial(viewer, { rows: read.length, valid: valid.length })
    return {
      rows: read.length,
      valid: valid.length,
      imported: isTaken,
      faults: faults.toSorted((a, b) => a.row - b.row),
      doubtful: valid.filter(({ isDoubtful }) => isDoubtful).map(({ row }) => row),
    }
  }

  /** The ids of those whose number the register has, whatever their board. */
  async #known(patients: readonly ReadPatient[]): Promise<Known> {
    const numbers = patients.flatMap((one) => ownNumber(one) ?? [])
    const rows = await this.#parts.store.byNumbers(numbers)
    const known = rows.filter(({ number_kind }) => number_kind !== 'reserve')
    return new Map(known.map(({ number, id }) => [number ?? '', id]))
  }

  /** Those who need no row: an earlier one has their number, or they are on the board already. */
  async #standing(
    { board }: Viewer,
    today: string,
    patients: readonly ReadPatient[],
    known: Known,
  ): Promise<Map<ReadPatient, ImportFault>> {
    const here = await this.#parts.store.enrolledAmong([board], today, [...known.values()])
    const seen = new Set<string>()
    const [column] = IMPORT_COLUMNS.number
    return new Map(
      patients.flatMap((one) => {
        const number = ownNumber(one)
        if (number === null) return []
        const isRepeated = seen.has(number)
        seen.add(number)
        const isHere = here.has(known.get(number) ?? one.patient.id)
        if (!isRepeated && !isHere) return []
        const fault = isRepeated ? 'repeated' : 'already-here'
        return [[one, { row: one.row, column, fault }]]
      }),
    )
  }

  async #take(viewer: Viewer, valid: readonly ReadPatient[], known: Known): Promise<void> {
    const { store, now } = this.#parts
    const { board, person } = viewer
    const doer = { ...personDoer(person, now()), ...ABOUT_NOTHING }
    const idOf = (one: ReadPatient) => known.get(ownNumber(one) ?? '') ?? one.patient.id
    await store.add(
      valid.filter((one) => idOf(one) === one.patient.id).map(({ patient }) => patient),
      valid.map((one) => {
        const { from, until } = one.enrolment
        return { patient: idOf(one), board, from_day: from, until_day: until }
      }),
      valid.map((one) => ({
        chain: board,
        entry: { ...doer, action: 'patient-imported', patient: idOf(one), to: one.enrolment },
      })),
    )
  }

  /** A trial tells which numbers are on the board: a look, too. */
  #noteTrial({ board, person }: Viewer, to: object): Promise<void> {
    const { audit, now } = this.#parts
    const doer = personDoer(person, now())
    return audit.record(board, { ...doer, ...ABOUT_NOTHING, action: 'import-checked', to })
  }
}

/** What a file of patients may have. */
export const PATIENT_FILE = { columns: IMPORT_COLUMNS, required: IMPORT_REQUIRED }

type Known = ReadonlyMap<string, PatientId>

/** A number that is this patient's alone, as reserve numbers are not. */
const ownNumber = ({ patient }: ReadPatient): string | null =>
  patient.number_kind === 'reserve' ? null : patient.number
