import { parseIdentityNumber } from '../../shared/identity-number.ts'
import { newPatientId } from '../../shared/ids.ts'
import type { ImportFault } from '../../shared/import-report.ts'
import { IMPORT_COLUMNS, type ImportColumn } from '../../shared/patient-import.ts'
import {
  enrolment,
  patientDetails,
  PROVIDERS,
  type Enrolment,
  type Provider,
} from '../../shared/patient.ts'
import { NUMBER_MAX } from '../../shared/limits.ts'
import { rowOf, type PatientRow } from './patient-row.ts'
import type { CsvRow } from '../import/read-csv.ts'

export type ReadPatient = {
  readonly row: number
  readonly patient: PatientRow
  readonly enrolment: Enrolment
  readonly isDoubtful: boolean
}

export type Faulty = { readonly faults: readonly ImportFault[] }

const PROVIDER_WORDS: Readonly<Record<string, Provider>> = {
  region: 'region',
  regionen: 'region',
  kommun: 'municipality',
  kommunen: 'municipality',
  municipality: 'municipality',
}
const YES = ['ja', 'yes', 'true', '1', 'x']
const NO = ['', 'nej', 'no', 'false', '0']

/** The patient that a row describes, or all that is wrong with it. */
export function readPatient(
  { row, cells }: CsvRow<ImportColumn>,
  today: string,
): ReadPatient | Faulty {
  const cell = (column: ImportColumn) => cells.get(column) ?? ''
  const faultAt = (column: ImportColumn, fault: ImportFault['fault']): ImportFault => ({
    row,
    column: IMPORT_COLUMNS[column][0],
    fault,
  })
  const provider =
    cell('provider') === '' ? PROVIDERS[1] : PROVIDER_WORDS[cell('provider').toLowerCase()]
  const isProtected = YES.includes(cell('protected').toLowerCase())
  const choices = [
    ...(provider === undefined ? [faultAt('provider', 'not-a-choice')] : []),
    ...(isProtected || NO.includes(cell('protected').toLowerCase())
      ? []
      : [faultAt('protected', 'not-a-choice')]),
    ...(cell('number').length > NUMBER_MAX ? [faultAt('number', 'too-long')] : []),
  ]
  const relative = {
    name: cell('relativeName'),
    relation: cell('relativeRelation'),
    phone: cell('relativePhone'),
  }
  const details = patientDetails.safeParse({
    ...Object.fromEntries(PLAIN.map((column) => [column, cell(column)])),
    birthDate: cell('birthDate') || null,
    relatives: relative.name === '' ? [] : [relative],
    notes: [
      ...(cell('doorCode') === '' ? [] : [{ kind: 'door-code', text: cell('doorCode') }]),
      ...(cell('note') === '' ? [] : [{ kind: 'other', text: cell('note') }]),
    ],
    provider: provider ?? PROVIDERS[1],
    protected: isProtected,
  })
  const dates = enrolment.safeParse({ from: cell('from') || today, until: cell('until') || null })
  const faults = [
    ...choices,
    ...(details.error?.issues ?? []).map(({ path, code, input }) =>
      faultAt(columnOf(path), faultOf(code, input)),
    ),
    ...(dates.error?.issues ?? []).map(({ path, code }) =>
      code === 'custom'
        ? faultAt('until', 'ends-before-it-begins')
        : faultAt(path[0] === 'from' ? 'from' : 'until', 'not-a-date'),
    ),
  ]
  if (faults.length > 0 || !details.success || !dates.success) return { faults }
  const patient = rowOf(newPatientId(), cell('number'), today, details.data)
  const number = parseIdentityNumber(cell('number'), today)
  return { row, patient, enrolment: dates.data, isDoubtful: (number?.doubt ?? null) !== null }
}

const PLAIN = ['givenName', 'familyName', 'street', 'area', 'phone', 'healthCentre'] as const

function columnOf([part, index, field]: readonly PropertyKey[]): ImportColumn {
  if (part === 'notes') return index === 0 ? 'doorCode' : 'note'
  if (part === 'relatives') return RELATIVE[String(field)] ?? 'relativeName'
  return part as ImportColumn
}

const RELATIVE: Readonly<Record<string, ImportColumn>> = {
  name: 'relativeName',
  relation: 'relativeRelation',
  phone: 'relativePhone',
}

function faultOf(code: string, input: unknown): ImportFault['fault'] {
  if (code === 'too_big') return 'too-long'
  return code === 'invalid_format'
    ? 'not-a-date'
    : input === '' || code === 'too_small'
      ? 'missing'
      : 'not-a-choice'
}
