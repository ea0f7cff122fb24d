import { uuidv4 } from 'lib0/random.js'
import type { Case } from '../../shared/case.ts'
import type { BoardId, CaseId } from '../../shared/ids.ts'
import { agendaOf } from '../../shared/meeting.ts'
import {
  meetingId,
  type EnteredMeeting,
  type Meeting,
  type MeetingId,
  type MeetingList,
  type Minutes,
} from '../../shared/meeting-api.ts'
import type { Person } from '../../shared/person.ts'
import { dayOf } from '../../shared/team-time.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { ABOUT_NOTHING, type AuditAction, type AuditEntry } from '../audit/entry.ts'
import type { DaysOff } from '../calendar/days-off.ts'
import { personDoer } from '../identity/doer.ts'
import { appendAudit } from '../store/append-audit.ts'
import type { Database } from '../store/schema.ts'
import { whenFree } from '../store/when-free.ts'
import { earlierMeetings, lastSignOf, meetingNamed, runningMeeting } from './meeting-rows.ts'
import { keepStanding, notesBy, readMinutes, writeWord } from './minutes.ts'

/** One board's meetings are asked for by one person. */
export type Asker = { readonly board: BoardId; readonly person: Person }

export type MeetingParts = {
  readonly db: Database
  readonly audit: AuditLog
  /** A board's cases as they are on disk. */
  readonly daysOff: DaysOff
  readonly casesOf: (board: BoardId) => Promise<readonly Case[]>
  /** A case as its board has it, or its archive. */
  readonly findCase: (board: BoardId, id: CaseId) => Promise<Case | null>
  readonly now?: () => number
}

const HOUR_MS = 3_600_000
/** A meeting that nobody has ended by then was forgotten. */
const LASTS_MS = 2 * HOUR_MS
/** How long words that were on their way may still arrive. */
const LATE_MS = 10 * 60_000
const LISTED = 60

/** A board's meetings: one at a time, what was agreed at each, and who has read it. */
export class Meetings {
  readonly #parts: MeetingParts
  readonly #now: () => number

  constructor(parts: MeetingParts) {
    this.#parts = parts
    this.#now = parts.now ?? Date.now
  }

  async list({ board }: Pick<Asker, 'board'>): Promise<MeetingList> {
    await this.#closeForgotten(board)
    const { db } = this.#parts
    const running = await runningMeeting(db, board)
    return { running, earlier: await earlierMeetings(db, board, LISTED) }
  }

  /**
   * Starts a meeting, or joins the one that is under way. The log has first which cases it shows.
   * @returns null where none is under way and this person starts none
   */
  async enter(asker: Asker, mayStart: boolean): Promise<EnteredMeeting | null> {
    const { board, person } = asker
    await this.#closeForgotten(board)
    const cases = await this.#parts.casesOf(board)
    return await this.#write(async (on) => {
      const now = this.#now()
      const daysOff = new Set(this.#parts.daysOff.around(dayOf(now)))
      const [last] = await earlierMeetings(on, board, 1)
      const since = last?.endedAt ?? null
      const row = { id: newId(), board, started_at: now, started_by: person.id }
      const insert = on.insertInto('meetings').values({ ...row, ended_at: null, ended_by: null })
      const started = mayStart
        ? await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
        : null
      const meeting = await runningMeeting(on, board)
      if (meeting === null) return null
      const isNew = (started?.numInsertedOrUpdatedRows ?? 0n) > 0n
      const shown = agendaOf(cases, { since, now, daysOff }).items.map((item) => item.case)
      const action = isNew ? 'meeting-started' : 'meeting-joined'
      await appendAudit(on, [this.#line(asker, action, meeting.id, { to: shown })])
      return { meeting, since, notes: await notesBy(on, meeting.id, person.id) }
    })
  }

  /**
   * Keeps somebody's word on a case.
   * @param note left out, what they noted before stays
   * @returns whether there are such a meeting and such a case
   */
  async write(asker: Asker, id: MeetingId, about: CaseId, note?: string): Promise<boolean> {
    const { board, person } = asker
    const one = (await this.#parts.casesOf(board)).find((one) => one.id === about)
    if (one === undefined) return false
    return await this.#write(async (on) => {
      const now = this.#now()
      const meeting = await meetingNamed(on, board, id)
      if (meeting === null || now > (meeting.endedAt ?? now) + LATE_MS) return false
      await writeWord(on, { meeting: id, one, by: person.id, at: now, note })
      const subject = { case: about, patient: one.patient.ref }
      await appendAudit(on, [this.#line(asker, 'minutes-written', id, subject)])
      return true
    })
  }

  /** Ends a meeting, once, with what the board says then of all that was agreed on. */
  async end(asker: Asker, id: MeetingId): Promise<boolean> {
    const { board, person } = asker
    const cases = await this.#parts.casesOf(board)
    return await this.#write(async (on) => {
      const now = this.#now()
      const end = on
        .updateTable('meetings')
        .set({ ended_at: now, ended_by: person.id })
        .where('board', '=', board)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
      const { numUpdatedRows } = await end.executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return (await meetingNamed(on, board, id)) !== null
      await keepStanding(on, id, cases)
      await appendAudit(on, [this.#line(asker, 'meeting-ended', id)])
      return true
    })
  }

  /** A meeting's minutes, as this person may read them; the log has that first. */
  async minutes(asker: Asker, id: MeetingId): Promise<Minutes | null> {
    const { db, audit, findCase } = this.#parts
    const { board, person } = asker
    const meeting = await meetingNamed(db, board, id)
    if (meeting === null) return null
    const cases = await readMinutes(db, id, (one) => findCase(board, one), person)
    const { entry } = this.#line(asker, 'minutes-read', id, { to: cases.map((one) => one.case) })
    await audit.record(board, entry)
    return { meeting, cases }
  }

  /** It ended with its last word: what came after that is news to the next one. */
  async #closeForgotten(board: BoardId): Promise<void> {
    const { db } = this.#parts
    const running = await runningMeeting(db, board)
    if (running === null || this.#now() - running.startedAt < LASTS_MS) return
    await this.#write(async (on) => {
      const ended_at = await lastSignOf(on, running)
      const end = on.updateTable('meetings').set({ ended_at }).where('id', '=', running.id)
      await end.where('ended_at', 'is', null).execute()
    })
  }

  /** All of it with its line of the log, or nothing. */
  #write<T>(work: (on: Database) => Promise<T>): Promise<T> {
    return whenFree(() => this.#parts.db.transaction().execute(work))
  }

  #line(
    { board, person }: Asker,
    action: AuditAction,
    id: Meeting['id'],
    about: Partial<Pick<AuditEntry, 'case' | 'patient' | 'to'>> = {},
  ) {
    const doer = personDoer(person, this.#now())
    return { chain: board, entry: { ...doer, ...ABOUT_NOTHING, action, object: id, ...about } }
  }
}

const newId = () => meetingId.parse(uuidv4())
