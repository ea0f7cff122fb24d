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
import { dayList, type DayList } from '../../shared/day-list.ts'
import { caseHistory, type CaseHistory } from '../../shared/history.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'

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

  /** What a team needs to go on by paper. Is logged. */
  dayList(board: BoardId): Promise<Answer<DayList>> {
    return this.#send('POST', `/api/boards/${board}/day-list`, dayList)
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

  async #send<T>(
    method: string,
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<Answer<T>> {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const response = await this.#fetch(path, { method, signal, ...jsonBody(body) })
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

const jsonBody = (body: unknown) =>
  body === undefined
    ? {}
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null)
  return problem.safeParse(body).data?.name ?? 'unreachable'
}
