import { boardId } from '../../../shared/ids.ts'
import { labelOf } from '../../../shared/patient.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import { dayAfter, dayOf } from '../../../shared/team-time.ts'
import { rowOf } from '../../patients/patient-row.ts'
import { PatientStore } from '../../patients/patient-store.ts'
import type { Database } from '../../store/schema.ts'
import type { DemoCase } from '../demo-case.ts'
import type { DemoPatient } from './demo-patient.ts'
import { halmstadPatients } from './halmstad.ts'
import { kungsbackaPatients } from './kungsbacka.ts'

export const DEMO_PATIENTS: readonly DemoPatient[] = [...kungsbackaPatients, ...halmstadPatients]

/** Since when they have belonged to their board, in days. */
const ENROLLED_FOR = 40

/** Enters the invented patients; called while nobody else writes. */
export async function createDemoRegister(db: Database, now: Timestamp): Promise<void> {
  const today = dayOf(now)
  await new PatientStore(db).add(
    DEMO_PATIENTS.map(({ id, number, details }) => rowOf(id, number, today, details)),
    DEMO_PATIENTS.map(({ id, board }) => ({
      patient: id,
      board: boardId.parse(board),
      from_day: dayAfter(today, -ENROLLED_FOR),
      until_day: null,
    })),
    [],
  )
}

/** A board's cases, with those whose patients the register has linked to them. */
export const linked = (board: string, cases: readonly DemoCase[]): DemoCase[] =>
  cases.map((one) => {
    const found = DEMO_PATIENTS.find((who) => who.board === board && isOf(one, who))
    return found ? { ...one, patient: { ...one.patient, ref: found.id } } : one
  })

function isOf({ patient }: DemoCase, { details, number }: DemoPatient): boolean {
  if (patient.protected || details.protected) return patient.protected === details.protected
  const born = String(patient.birthYear)
  return patient.label === labelOf(details) && (details.birthDate ?? number).startsWith(born)
}
