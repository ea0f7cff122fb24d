import type { NoteKind, Provider } from '../../shared/patient.ts'
import type { ImportFault } from '../../shared/import-report.ts'
import { m } from './paraglide/messages.js'
import type { Words } from './words.ts'

export const providerWords: Words<Provider> = {
  region: m.provider_region,
  municipality: m.provider_municipality,
}

export const noteWords: Words<NoteKind> = {
  'door-code': m.note_door_code,
  key: m.note_key,
  dog: m.note_dog,
  infection: m.note_infection,
  stairs: m.note_stairs,
  coverage: m.note_coverage,
  other: m.note_other,
}

export const faultWords: Words<ImportFault['fault']> = {
  unreadable: m.import_fault_unreadable,
  'too-many-rows': m.import_fault_too_many_rows,
  'column-missing': m.import_fault_column_missing,
  'column-unknown': m.import_fault_column_unknown,
  missing: m.import_fault_missing,
  'too-long': m.import_fault_too_long,
  'not-a-date': m.import_fault_not_a_date,
  'not-a-choice': m.import_fault_not_a_choice,
  'not-a-time': m.import_fault_not_a_time,
  'person-unknown': m.import_fault_person_unknown,
  'not-one-day': m.import_fault_not_one_day,
  'ends-before-it-begins': m.import_fault_ends_before_it_begins,
  repeated: m.import_fault_repeated,
  'already-here': m.import_fault_already_here,
}
