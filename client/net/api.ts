import { z } from 'zod'
import {
  boardList,
  boardSessionList,
  offlineLeave,
  problem,
  serverInfo,
  whoAmI,
  type BoardSession,
  type BoardSummary,
  type OfflineLeave,
  type ProblemName,
  type ServerInfo,
  type WhoAmI,
} from '../../shared/api.ts'
import { caseHistory, type CaseHistory } from '../../shared/history.ts'
import type { BoardId, CaseId, PatientId } from '../../shared/ids.ts'
import { importReport, type ImportReport } from '../../shared/patient-import.ts'
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

/** Why a request failed: the server's problem, or no usable answer at all. */
export type Failure = ProblemName | 'unreachable'
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** A network that only swallows must not keep anybody waiting for the app. */
const PATIENCE_MS = 8_000

type Fetch = typeof globalThis.fetch
const nothing = z.undefined()

/** The server's REST part as this client uses it. Refusals are values; nothing here throws. */
export class Api {
  readonly #fetch: Fetch

  constructor(fetch: Fetch = (...request) => globalThis.fetch(...request)) {
    this.#fetch = fetch
  }

  server(): Promise<Answer<ServerInfo>> {
    return this.#send('GET', '/api/server', serverInfo)
  }

  session(): Promise<Answer<WhoAmI>> {
    return this.#send('GET', '/api/session', whoAmI)
  }

  signIn(username: string, password: string): Promise<Answer<undefined>> {
    return this.#send('POST', '/api/session', nothing, { username, password })
  }

  signOut(): Promise<Answer<undefined>> {
    return this.#send('DELETE', '/api/session', nothing)
  }

  lockSession(): Promise<Answer<undefined>> {
    return this.#send('POST', '/api/session/lock', nothing)
  }

  unlockSession(password: string): Promise<Answer<undefined>> {
    return this.#send('POST', '/api/session/unlock', nothing, { password })
  }

  boards(): Promise<Answer<BoardSummary[]>> {
    return this.#send('GET', '/api/boards', boardList)
  }

  /** Ends the person's session in this browser and makes it a display of the board. */
  becomeDisplay(board: BoardId): Promise<Answer<undefined>> {
    return this.#send('POST', `/api/boards/${board}/display`, nothing)
  }

  boardSessions(board: BoardId): Promise<Answer<BoardSession[]>> {
    return this.#send('GET', `/api/boards/${board}/sessions`, boardSessionList)
  }

  endSession(board: BoardId, session: string): Promise<Answer<undefined>> {
    return this.#send('DELETE', `/api/boards/${board}/sessions/${session}`, nothing)
  }

  /** Leave to keep the board on this device. Is logged. */
  takeOffline(board: BoardId): Promise<Answer<OfflineLeave>> {
    return this.#send('POST', `/api/boards/${board}/offline`, offlineLeave)
  }

  /** A page of a case's history: the newest, or what comes before a number. Is logged. */
  history(board: BoardId, id: CaseId, before: number | null): Promise<Answer<CaseHistory>> {
    const page = before === null ? '' : `?before=${before}`
    return this.#send('GET', `/api/boards/${board}/cases/${id}/history${page}`, caseHistory)
  }

  /** Patients of one's boards by name or number. Is logged, as is all that the register answers. */
  searchPatients(board: BoardId, words: string): Promise<Answer<PatientHits>> {
    return this.#send('POST', `/api/boards/${board}/patients/search`, patientHits, { words })
  }

  enrolPatient(board: BoardId, patient: NewPatient): Promise<Answer<Enrolled>> {
    return this.#send('POST', `/api/boards/${board}/patients`, enrolled, patient)
  }

  /** Enrols a patient of another of one's boards to this one too. */
  enrolHere(board: BoardId, id: PatientId, days: Enrolment): Promise<Answer<PatientBrief>> {
    return this.#send('PUT', `/api/boards/${board}/patients/${id}/enrolment`, patientBrief, days)
  }

  patient(board: BoardId, id: PatientId): Promise<Answer<PatientRecord>> {
    return this.#send('GET', `/api/boards/${board}/patients/${id}`, patientRecord)
  }

  changePatient(
    board: BoardId,
    id: PatientId,
    change: PatientChange,
  ): Promise<Answer<PatientRecord>> {
    return this.#send('PUT', `/api/boards/${board}/patients/${id}`, patientRecord, change)
  }

  async patientNumber(board: BoardId, id: PatientId): Promise<Answer<string | null>> {
    const path = `/api/boards/${board}/patients/${id}/number`
    const answer = await this.#send('POST', path, patientNumber)
    return answer.ok ? { ok: true, value: answer.value.number } : answer
  }

  /** A dry run only says what would come of the file. */
  importPatients(board: BoardId, file: Blob, dry: boolean): Promise<Answer<ImportReport>> {
    return this.#send('POST', `/api/boards/${board}/import?dry=${dry ? 1 : 0}`, importReport, file)
  }

  async #send<T>(
    method: string,
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<Answer<T>> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const response = await this.#fetch(path, { method, signal, ...asBody(body) })
      if (!response.ok) return { ok: false, failure: await failureOf(response) }
      const value: unknown = response.status === 204 ? undefined : await response.json()
      const parsed = schema.safeParse(value)
      return parsed.success ? { ok: true, value: parsed.data } : unreachable
    } catch {
      return unreachable
    }
  }
}

const unreachable = { ok: false, failure: 'unreachable' } as const

function asBody(body: unknown): RequestInit {
  if (body === undefined) return {}
  return body instanceof Blob
    ? { headers: { 'content-type': 'text/csv' }, body }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null)
  return problem.safeParse(body).data?.name ?? 'unreachable'
}
