import { isOfPair } from '../../shared/access.ts'
import type { Case } from '../../shared/case.ts'
import { parseIdentityNumber } from '../../shared/identity-number.ts'
import type { BoardId, PatientId } from '../../shared/ids.ts'
import { newPatientId } from '../../shared/ids.ts'
import {
  briefOf,
  type Enrolled,
  type Enrolment,
  type NewPatient,
  type PatientBrief,
  type PatientChange,
  type PatientHits,
  type PatientRecord,
} from '../../shared/patient.ts'
import type { Person } from '../../shared/person.ts'
import { dayOf } from '../../shared/team-time.ts'
import type { AuditLog, Chained } from '../audit/audit-log.ts'
import { ABOUT_NOTHING, type AuditAction, type AuditEntry } from '../audit/entry.ts'
import { personDoer } from '../identity/doer.ts'
import { changedParts } from './changed-parts.ts'
import {
  detailColumns,
  detailsOf,
  hitOf,
  maskedNumber,
  numberColumns,
  numberOf,
  rowOf,
  type EnrolledRow,
  type PatientRow,
} from './patient-row.ts'
import { isNumber, type PatientStore } from './patient-store.ts'
import { areNearEqual } from './similar.ts'

/** Who looks, from which board, and which boards are theirs. */
export type Viewer = {
  readonly person: Person
  readonly board: BoardId
  readonly boards: readonly BoardId[]
}

export type RegisterParts = {
  readonly store: PatientStore
  readonly audit: AuditLog
  readonly casesOf: (board: BoardId, patient: PatientId) => Promise<readonly Case[]>
  readonly now: () => number
}

type Refusal = {
  readonly ok: false
  readonly reason: 'not-found' | 'forbidden' | 'changed-since' | 'number-taken'
}
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal

const HITS_MAX = 8

/** The patient register. Every look at it is in the log before anything of it is answered. */
export class Register {
  readonly #parts: RegisterParts

  constructor(parts: RegisterParts) {
    this.#parts = parts
  }

  /** Patients of the viewer's boards, by name or number; never a protected identity. */
  async search(viewer: Viewer, words: string): Promise<PatientHits> {
    const { store } = this.#parts
    const rows = await store.search(viewer.boards, this.#today(), words, HITS_MAX + 1)
    const found = rows.slice(0, HITS_MAX)
    const hits = (await this.#hits(viewer, found)).filter((hit) => hit !== null)
    await this.#record(viewer, {
      action: 'patients-searched',
      object: isNumber(words) ? 'number' : 'name',
      to: hits.map(({ id }) => id),
    })
    return { hits, more: rows.length > HITS_MAX }
  }

  async read(viewer: Viewer, id: PatientId): Promise<Answer<PatientRecord>> {
    const opened = await this.#open(viewer, id, 'patient-opened')
    return opened.ok ? { ok: true, value: recordOf(opened.value) } : opened
  }

  /** The whole number: a look of its own. */
  async number(viewer: Viewer, id: PatientId): Promise<Answer<string | null>> {
    const opened = await this.#open(viewer, id, 'patient-number-shown')
    return opened.ok ? { ok: true, value: opened.value.number } : opened
  }

  /**
   * Enters a patient, unless the register has some that look alike and nobody has said better. Who
   * has the number already, be it elsewhere, is enrolled as the register knows them.
   */
  async enrol(viewer: Viewer, typed: NewPatient): Promise<Enrolled> {
    const { details, enrolment, number, knowing } = typed
    const row = rowOf(newPatientId(), number, this.#today(), details)
    const same = await this.#withNumber(row)
    const similar = knowing ? [] : await this.#similar(viewer, row, same)
    if (similar.length > 0) {
      const to = similar.map(({ id }) => id)
      await this.#record(viewer, { action: 'patients-searched', object: 'similar', to })
      return { kind: 'similar', similar }
    }
    const { id } = same ?? row
    const log = [this.#line(viewer, { action: 'patient-enrolled', patient: id, to: enrolment })]
    const rows = [enrolmentRow(viewer, id, enrolment)]
    const written = await this.#parts.store.add(same ? [] : [row], rows, log)
    if (written === 'number-taken') return this.enrol(viewer, typed) // as whoever has it now
    return { kind: 'enrolled', patient: briefOf(id, detailsOf(same ?? row)) }
  }

  /** Enrols a patient of another of the viewer's boards to this one too. */
  async enrolHere(
    viewer: Viewer,
    id: PatientId,
    enrolment: Enrolment,
  ): Promise<Answer<PatientBrief>> {
    const { store } = this.#parts
    const today = this.#today()
    const found = await Promise.all(viewer.boards.map((board) => store.find(board, today, id)))
    const row = found.find((one) => one !== null && one.protected === 0)
    if (!row) return refused('not-found')
    const log = [this.#line(viewer, { action: 'patient-enrolled', patient: id, to: enrolment })]
    await store.add([], [enrolmentRow(viewer, id, enrolment)], log)
    return { ok: true, value: briefOf(id, detailsOf(row)) }
  }

  async change(
    viewer: Viewer,
    id: PatientId,
    { version, number, details, enrolment }: PatientChange,
  ): Promise<Answer<PatientRecord>> {
    const { store } = this.#parts
    const before = await this.#reach(viewer, id)
    if (!before.ok) return before
    const was = before.value
    const read = number === null ? numberOf(was) : parseIdentityNumber(number, this.#today())
    const columns = { ...numberColumns(read), ...detailColumns(details, read) }
    const same = await this.#withNumber(columns)
    if (same && same.id !== id) return refused('number-taken')
    const object = changedParts(was, { ...columns, enrolment }).join(' ')
    const log = [this.#line(viewer, { action: 'patient-changed', patient: id, object })]
    const row = enrolmentRow(viewer, id, enrolment)
    const written = await store.change({ id, version, ...columns }, row, log)
    if (written !== 'done') return refused(written)
    return {
      ok: true,
      value: recordOf({ ...was, ...columns, id, version: version + 1, enrolment }),
    }
  }

  /** A record that the viewer may see; the log says that they opened it, or tried. */
  async #open(viewer: Viewer, id: PatientId, action: AuditAction): Promise<Answer<EnrolledRow>> {
    const reached = await this.#reach(viewer, id)
    if (!reached.ok && reached.reason === 'not-found') return reached
    const reason = reached.ok ? '' : 'protected'
    await this.#record(viewer, { action, patient: id, reason })
    return reached
  }

  async #reach(viewer: Viewer, id: PatientId): Promise<Answer<EnrolledRow>> {
    const row = await this.#parts.store.find(viewer.board, this.#today(), id)
    if (row === null) return refused('not-found')
    const cases = await this.#parts.casesOf(viewer.board, id)
    const isProtected = row.protected === 1 || (await this.#isProtectedByCase(id))
    const isTheirs = cases.some((one) => isOfPair(one, viewer.person))
    return isProtected && !isTheirs ? refused('forbidden') : { ok: true, value: row }
  }

  /** Null stands for one whom a case protects, although the register does not yet. */
  async #hits({ board }: Viewer, rows: readonly PatientRow[]) {
    const ids = rows.map(({ id }) => id)
    const here = await this.#parts.store.enrolledAmong([board], this.#today(), ids)
    return await Promise.all(
      rows.map(async (row) =>
        (await this.#isProtectedByCase(row.id)) ? null : hitOf(row, here.has(row.id)),
      ),
    )
  }

  /** On whichever board: what one team has marked, no other one finds. */
  async #isProtectedByCase(id: PatientId): Promise<boolean> {
    const { store, casesOf } = this.#parts
    const boards = await store.boardsOf(id)
    const cases = await Promise.all(boards.map((board) => casesOf(board, id)))
    return cases.flat().some(({ patient }) => patient.protected)
  }

  /** Of the viewer's boards: who has the number, or was born the same day under nearly this name. */
  async #similar(viewer: Viewer, row: PatientRow, same: PatientRow | null) {
    const { store } = this.#parts
    const today = this.#today()
    const born = row.birth_date && (await store.bornOn(viewer.boards, today, row.birth_date))
    const alike = (born || []).filter((one) => areNearEqual(detailsOf(one), detailsOf(row)))
    const isTheirs =
      same && (await store.enrolledAmong(viewer.boards, today, [same.id])).has(same.id)
    const others = alike.filter(({ id }) => id !== same?.id)
    const found = isTheirs && same.protected === 0 ? [same, ...others] : others
    return (await this.#hits(viewer, found)).filter((hit) => hit !== null)
  }

  /** Who has a number that is one person's alone. */
  async #withNumber({ number, number_kind }: Pick<PatientRow, 'number' | 'number_kind'>) {
    if (number === null || number_kind === 'reserve') return null
    const rows = await this.#parts.store.byNumbers([number])
    return rows.find((one) => one.number_kind !== 'reserve') ?? null
  }

  #today(): string {
    return dayOf(this.#parts.now())
  }

  #record(viewer: Viewer, said: Said): Promise<void> {
    const { chain, entry } = this.#line(viewer, said)
    return this.#parts.audit.record(chain, entry)
  }

  #line({ board, person }: Viewer, said: Said): Chained {
    const doer = personDoer(person, this.#parts.now())
    return { chain: board, entry: { ...doer, ...ABOUT_NOTHING, ...said } }
  }
}

type Said = Partial<AuditEntry> & Pick<AuditEntry, 'action'>

const refused = (reason: Refusal['reason']): Refusal => ({ ok: false, reason })

const enrolmentRow = ({ board }: Viewer, patient: PatientId, { from, until }: Enrolment) => ({
  patient,
  board,
  from_day: from,
  until_day: until,
})

const recordOf = (row: EnrolledRow): PatientRecord => ({
  id: row.id,
  version: row.version,
  number: maskedNumber(row),
  numberKind: row.number_kind,
  details: detailsOf(row),
  enrolment: row.enrolment,
})
