import { readCase, readCases } from '../../shared/read-case.ts'
import type { Case, Receiver } from '../../shared/case.ts'
import { dayListOf, type DayList } from '../../shared/day-list.ts'
import { handoverListOf, type HandoverList } from '../../shared/handover-list.ts'
import type { BoardId, CaseId, PatientId } from '../../shared/ids.ts'
import { keepableCases } from './opening.ts'
import type { Rooms } from './rooms.ts'

/** What the rest of the server reads of boards, as they are on disk; a board is opened for it. */
export class BoardReader {
  readonly #rooms: Rooms
  readonly #now: () => number

  constructor(rooms: Rooms, now: () => number) {
    this.#rooms = rooms
    this.#now = now
  }

  /** A case; null when it is not there. */
  async findCase(board: BoardId, id: CaseId): Promise<Case | null> {
    return readCase((await this.#rooms.open(board)).team.doc, id)
  }

  /** A board's cases, ended ones among them. */
  async casesOf(board: BoardId): Promise<Case[]> {
    return readCases((await this.#rooms.open(board)).team.doc)
  }

  /** A patient's live cases. */
  async casesOfPatient(board: BoardId, patient: PatientId): Promise<Case[]> {
    const cases = await this.casesOf(board)
    return cases.filter((one) => one.patient.ref === patient && one.closed.how === null)
  }

  /** What a board's team would need on paper just now. */
  async dayListOf(board: BoardId): Promise<DayList> {
    return dayListOf((await this.#rooms.open(board)).team.doc, this.#now())
  }

  /** What a board's team hands over to one receiver just now. */
  async handoverListOf(board: BoardId, to: Receiver): Promise<HandoverList> {
    return handoverListOf((await this.#rooms.open(board)).team.doc, to, this.#now())
  }

  /** The cases of a board that a device may keep. */
  async keepableCases(board: BoardId): Promise<CaseId[]> {
    return keepableCases((await this.#rooms.open(board)).team.doc)
  }

  /** Makes up for a night that a board has missed, if it has. */
  async catchUp(board: BoardId): Promise<void> {
    await this.#rooms.open(board)
  }
}
