import type { BoardId, PatientId } from '../../shared/ids.ts'
import { importReport, type ImportReport } from '../../shared/import-report.ts'
import {
  enrolled,
  patientBrief,
  patientHits,
  patientNumber,
  patientRecord,
  type Enrolled,
  type Enrolment,
  type NewPatient,
  type PatientBrief,
  type PatientChange,
  type PatientHits,
  type PatientRecord,
} from '../../shared/patient.ts'
import { Requests, type Answer } from './requests.ts'

/** The patient register over REST. */
export class PatientsApi extends Requests {
  /** Patients of one's boards by name or number. Is logged, as is all that the register answers. */
  search(board: BoardId, words: string): Promise<Answer<PatientHits>> {
    return this.send('POST', `/api/boards/${board}/patients/search`, patientHits, { words })
  }

  enrol(board: BoardId, patient: NewPatient): Promise<Answer<Enrolled>> {
    return this.send('POST', `/api/boards/${board}/patients`, enrolled, patient)
  }

  /** Enrols a patient of another of one's boards to this one too. */
  enrolHere(board: BoardId, id: PatientId, days: Enrolment): Promise<Answer<PatientBrief>> {
    return this.send('PUT', `/api/boards/${board}/patients/${id}/enrolment`, patientBrief, days)
  }

  read(board: BoardId, id: PatientId): Promise<Answer<PatientRecord>> {
    return this.send('GET', `/api/boards/${board}/patients/${id}`, patientRecord)
  }

  change(board: BoardId, id: PatientId, change: PatientChange): Promise<Answer<PatientRecord>> {
    return this.send('PUT', `/api/boards/${board}/patients/${id}`, patientRecord, change)
  }

  async number(board: BoardId, id: PatientId): Promise<Answer<string | null>> {
    const path = `/api/boards/${board}/patients/${id}/number`
    const answer = await this.send('POST', path, patientNumber)
    return answer.ok ? { ok: true, value: answer.value.number } : answer
  }

  /** A dry run only says what would come of the file. */
  importFile(board: BoardId, file: Blob, dry: boolean): Promise<Answer<ImportReport>> {
    const csv = new Blob([file], { type: 'text/csv' }) // whatever the system takes it for
    return this.send('POST', `/api/boards/${board}/import?dry=${dry ? 1 : 0}`, importReport, csv)
  }
}
