import { alertNews, type AlertNews } from '../../shared/alerts.ts'
import {
  boardList,
  boardSessionList,
  offlineLeave,
  serverInfo,
  whoAmI,
  type BoardSession,
  type BoardSummary,
  type CopiedPart,
  type OfflineLeave,
  type ServerInfo,
  type WhoAmI,
} from '../../shared/api.ts'
import {
  archived,
  archivePage,
  type Archived,
  type ArchivePage,
  type ArchiveQuestion,
} from '../../shared/archive.ts'
import { dayList, type DayList } from '../../shared/day-list.ts'
import { handoverList, type HandoverBody, type HandoverList } from '../../shared/handover-list.ts'
import { caseHistory, type CaseHistory } from '../../shared/history.ts'
import {
  enteredMeeting,
  meetingList,
  minutes,
  type Agreement,
  type EnteredMeeting,
  type MeetingId,
  type MeetingList,
  type Minutes,
} from '../../shared/meeting-api.ts'
import {
  recheckCount,
  recheckList,
  type Recheck,
  type RecheckAnswer,
} from '../../shared/rechecks.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import { DutyApi } from './duty-api.ts'
import { NoticesApi } from './notices-api.ts'
import { PatientsApi } from './patients-api.ts'
import { nothing, Requests, type Answer, type Fetch } from './requests.ts'

/** The server's REST part as this client uses it. Refusals are values; nothing here throws. */
export class Api extends Requests {
  readonly duty: DutyApi
  readonly patients: PatientsApi
  readonly notices: NoticesApi

  constructor(fetch?: Fetch) {
    super(fetch)
    this.duty = new DutyApi(fetch)
    this.patients = new PatientsApi(fetch)
    this.notices = new NoticesApi(fetch)
  }

  server(): Promise<Answer<ServerInfo>> {
    return this.send('GET', '/api/server', serverInfo)
  }

  session(): Promise<Answer<WhoAmI>> {
    return this.send('GET', '/api/session', whoAmI)
  }

  signIn(username: string, password: string): Promise<Answer<undefined>> {
    return this.send('POST', '/api/session', nothing, { username, password })
  }

  signOut(): Promise<Answer<undefined>> {
    return this.send('DELETE', '/api/session', nothing)
  }

  lockSession(): Promise<Answer<undefined>> {
    return this.send('POST', '/api/session/lock', nothing)
  }

  unlockSession(password: string): Promise<Answer<undefined>> {
    return this.send('POST', '/api/session/unlock', nothing, { password })
  }

  boards(): Promise<Answer<BoardSummary[]>> {
    return this.send('GET', '/api/boards', boardList)
  }

  /** Ends the person's session in this browser and makes it a display of the board. */
  becomeDisplay(board: BoardId): Promise<Answer<undefined>> {
    return this.send('POST', `/api/boards/${board}/display`, nothing)
  }

  boardSessions(board: BoardId): Promise<Answer<BoardSession[]>> {
    return this.send('GET', `/api/boards/${board}/sessions`, boardSessionList)
  }

  endSession(board: BoardId, session: string): Promise<Answer<undefined>> {
    return this.send('DELETE', `/api/boards/${board}/sessions/${session}`, nothing)
  }

  /** What a team needs to go on by paper. Is logged. */
  dayList(board: BoardId): Promise<Answer<DayList>> {
    return this.send('POST', `/api/boards/${board}/day-list`, dayList)
  }

  /** What is handed over to one receiver, to print or copy. Is logged. */
  handoverList(board: BoardId, body: HandoverBody): Promise<Answer<HandoverList>> {
    return this.send('POST', `/api/boards/${board}/handovers`, handoverList, body)
  }

  /** Leave to keep the board on this device. Is logged. */
  takeOffline(board: BoardId): Promise<Answer<OfflineLeave>> {
    return this.send('POST', `/api/boards/${board}/offline`, offlineLeave)
  }

  /** A page of a case's history: the newest, or what comes before a number. Is logged. */
  history(board: BoardId, id: CaseId, before: number | null): Promise<Answer<CaseHistory>> {
    const page = before === null ? '' : `?before=${before}`
    return this.send('GET', `/api/boards/${board}/cases/${id}/history${page}`, caseHistory)
  }

  /** A page of what a question finds among the board's archived cases. Is logged. */
  archive(board: BoardId, question: ArchiveQuestion): Promise<Answer<ArchivePage>> {
    const asked = Object.entries(question).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    const query = new URLSearchParams(asked)
    return this.send('GET', `/api/boards/${board}/archive?${query}`, archivePage)
  }

  /** A case in the archive. Is logged. */
  archivedCase(board: BoardId, id: CaseId): Promise<Answer<Archived>> {
    return this.send('GET', `/api/boards/${board}/archive/${id}`, archived)
  }

  meetings(board: BoardId): Promise<Answer<MeetingList>> {
    return this.send('GET', `/api/boards/${board}/meetings`, meetingList)
  }

  /** Starts the board's meeting, or joins it. Is logged with the cases that it shows. */
  enterMeeting(board: BoardId): Promise<Answer<EnteredMeeting>> {
    return this.send('POST', `/api/boards/${board}/meetings`, enteredMeeting)
  }

  endMeeting(board: BoardId, meeting: MeetingId): Promise<Answer<undefined>> {
    return this.send('POST', `/api/boards/${board}/meetings/${meeting}/end`, nothing)
  }

  /** Has the meeting's minutes tell of a case. */
  agree(
    board: BoardId,
    meeting: MeetingId,
    id: CaseId,
    agreed: Agreement,
  ): Promise<Answer<undefined>> {
    const path = `/api/boards/${board}/meetings/${meeting}/cases/${id}`
    return this.send('PUT', path, nothing, agreed)
  }

  /** What was agreed at a meeting. Is logged. */
  minutes(board: BoardId, meeting: MeetingId): Promise<Answer<Minutes>> {
    return this.send('GET', `/api/boards/${board}/meetings/${meeting}`, minutes)
  }

  /** Has the log say that somebody copies words of a case. */
  noteCopy(board: BoardId, id: CaseId, what: CopiedPart): Promise<Answer<undefined>> {
    return this.send('POST', `/api/boards/${board}/cases/${id}/copies`, nothing, { what })
  }

  /** How many closed cases are to be asked about. */
  alerts(after: number): Promise<Answer<AlertNews>> {
    return this.send('GET', `/api/alerts?after=${after}`, alertNews)
  }

  recheckCount(board: BoardId): Promise<Answer<{ due: number }>> {
    return this.send('GET', `/api/boards/${board}/rechecks/count`, recheckCount)
  }

  /** Which ones. Is logged. */
  rechecks(board: BoardId): Promise<Answer<Recheck[]>> {
    return this.send('GET', `/api/boards/${board}/rechecks`, recheckList)
  }

  answerRecheck(board: BoardId, id: string, answer: RecheckAnswer): Promise<Answer<undefined>> {
    return this.send('POST', `/api/boards/${board}/rechecks/${id}`, nothing, { answer })
  }

  withdrawRecheck(board: BoardId, id: string): Promise<Answer<undefined>> {
    return this.send('DELETE', `/api/boards/${board}/rechecks/${id}`, nothing)
  }
}
