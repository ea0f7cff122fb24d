import { DUTY_COLUMNS, DUTY_DAYS_AHEAD, DUTY_REQUIRED } from '../../shared/duty-import.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { ImportFault, ImportReport } from '../../shared/import-report.ts'
import { isOnRoster, type Person } from '../../shared/person.ts'
import { dayAfter, dayOf } from '../../shared/team-time.ts'
import { readCsv } from '../import/read-csv.ts'
import { readIcal, type Days } from '../import/read-ical.ts'
import {
  candidateInEvent,
  candidateInRow,
  faultAt,
  readShift,
  type Candidate,
  type ImportedShift,
} from './read-shift.ts'
import type { Roster } from './roster.ts'

/** A file as it came, and of what kind. */
export type DutyFile = { readonly kind: 'csv' | 'ical'; readonly text: string }

export type DutyImportParts = {
  readonly roster: Roster
  readonly teamOf: (board: BoardId) => Promise<readonly Person[]>
  readonly now: () => number
}

const SHAPE = { columns: DUTY_COLUMNS, required: DUTY_REQUIRED }

/** Takes shifts from a file: a dry run says what would come of it, a real one takes what is valid. */
export class DutyImport {
  readonly #parts: DutyImportParts

  constructor(parts: DutyImportParts) {
    this.#parts = parts
  }

  async run(board: BoardId, by: Person, file: DutyFile, dryRun: boolean): Promise<ImportReport> {
    const { roster, teamOf, now } = this.#parts
    const today = dayOf(now())
    const days = { from: today, until: dayAfter(today, DUTY_DAYS_AHEAD) }
    const { candidates, faults } = readFile(file, days)
    const team = (await teamOf(board)).filter(isOnRoster)
    const read = candidates.map((one) => readShift(one, team))
    const shifts = read.flatMap((one) => ('faults' in one ? [] : [one]))
    const again = repeated(shifts)
    const valid = shifts.filter((one) => !again.includes(one))
    const isTaken = !dryRun && valid.length > 0
    if (isTaken) await roster.take(board, valid, by)
    const all = [
      ...faults,
      ...read.flatMap((one) => ('faults' in one ? one.faults : [])),
      ...again.map(({ row }) => faultAt(row, 'person', 'repeated')),
    ]
    return {
      rows: read.length,
      valid: valid.length,
      imported: isTaken,
      faults: all.toSorted((a, b) => a.row - b.row),
      doubtful: [],
    }
  }
}

type FileRead = {
  readonly candidates: readonly Candidate[]
  readonly faults: readonly ImportFault[]
}

function readFile({ kind, text }: DutyFile, days: Days): FileRead {
  if (kind === 'csv') {
    const { rows, faults } = readCsv(text, SHAPE)
    return { candidates: rows.map(candidateInRow), faults }
  }
  const events = readIcal(text, days)
  return events === null
    ? { candidates: [], faults: [{ row: 1, column: null, fault: 'unreadable' }] }
    : { candidates: events.map(candidateInEvent), faults: [] }
}

/** Somebody's second shift of a day: the first one in the file counts. */
function repeated(shifts: readonly ImportedShift[]): ImportedShift[] {
  const seen = new Set<string>()
  return shifts.filter(({ day, person }) => {
    const key = `${day} ${person}`
    const isAgain = seen.has(key)
    seen.add(key)
    return isAgain
  })
}
