import type { ShiftBody } from '../../shared/duty-api.ts'
import type { BoardId, UserId } from '../../shared/ids.ts'
import { importReport, type ImportReport } from '../../shared/import-report.ts'
import { nothing, Requests, type Answer } from './requests.ts'

/** A board's roster over REST; what it says comes by the board's document. */
export class DutyApi extends Requests {
  setShift(
    board: BoardId,
    day: string,
    person: UserId,
    shift: ShiftBody,
  ): Promise<Answer<undefined>> {
    return this.send('PUT', `/api/boards/${board}/duty/${day}/${person}`, nothing, shift)
  }

  removeShift(board: BoardId, day: string, person: UserId): Promise<Answer<undefined>> {
    return this.send('DELETE', `/api/boards/${board}/duty/${day}/${person}`, nothing)
  }

  /** A dry run only says what would come of the file: CSV, or a calendar by its name. */
  importFile(board: BoardId, file: File, dry: boolean): Promise<Answer<ImportReport>> {
    const type = /\.(ics|ical|ifb)$/i.test(file.name) ? 'text/calendar' : 'text/csv'
    const path = `/api/boards/${board}/duty/import?dry=${dry ? 1 : 0}`
    return this.send('POST', path, importReport, new Blob([file], { type }))
  }
}
