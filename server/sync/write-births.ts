import { equalityDeep } from 'lib0/function.js'
import type * as Y from 'yjs'
import { metaOf } from '../../shared/board-document.ts'
import { readCases } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import type { CaseId, PatientId } from '../../shared/ids.ts'

/** Those of some patients who were born the same day as another of them, by that day. */
export type BornAlike = (patients: readonly PatientId[]) => Promise<readonly PatientId[][]>

/** Live cases whose patients the register knows; of a protected identity nothing is told. */
const casesWithPatient = (doc: Y.Doc): (Case & { patient: { ref: PatientId } })[] =>
  readCases(doc).filter(
    (one): one is Case & { patient: { ref: PatientId } } =>
      one.closed.how === null && one.patient.ref !== null && !one.patient.protected,
  )

/** Asks who of a board's patients were born the same day as another of them. */
export async function askBirths(doc: Y.Doc, bornAlike: BornAlike): ReturnType<BornAlike> {
  const refs = new Set(casesWithPatient(doc).map(({ patient }) => patient.ref))
  return refs.size > 1 ? await bornAlike([...refs]) : []
}

/**
 * Writes on each case which others are of patients born the same day; what is there already is not
 * written again.
 * @param bornAlike patients by the day that they share
 */
export function writeBirths(doc: Y.Doc, bornAlike: readonly (readonly PatientId[])[]): void {
  const linked = casesWithPatient(doc)
  const groups = bornAlike.map((ids) => linked.filter(({ patient }) => ids.includes(patient.ref)))
  const twins = new Map<CaseId, CaseId[]>()
  for (const group of groups)
    for (const { id, patient } of group) {
      const others = group.filter((other) => other.patient.ref !== patient.ref)
      twins.set(id, others.map((other) => other.id).sort())
    }
  for (const { id, meta } of readCases(doc)) {
    if (meta === null) continue
    const { sameBirth: before = [], ...rest } = meta
    const after = twins.get(id) ?? []
    if (equalityDeep(before, after)) continue
    metaOf(doc).set(id, after.length > 0 ? { ...rest, sameBirth: after } : rest)
  }
}
