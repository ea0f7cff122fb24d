import { z } from 'zod'
import { shiftBody, type ShiftBody } from '../../shared/duty-api.ts'
import { DUTY_COLUMNS, type DutyColumn } from '../../shared/duty-import.ts'
import type { UserId } from '../../shared/ids.ts'
import type { ImportFault } from '../../shared/import-report.ts'
import type { Person } from '../../shared/person.ts'
import type { CsvRow } from '../import/read-csv.ts'
import type { CalendarEvent } from '../import/read-ical.ts'

/** A shift as a file has it, and in which row or event. */
export type ImportedShift = ShiftBody & {
  readonly row: number
  readonly day: string
  readonly person: UserId
}

/** What a row or an event says, before it is known to be right. */
export type Candidate = {
  readonly row: number
  readonly day: string
  /** Any of them may be whose it is. */
  readonly names: readonly string[]
  readonly from: string
  readonly to: string
  readonly phone: string
  readonly endsOn: string
}

export function candidateInRow({ row, cells }: CsvRow<DutyColumn>): Candidate {
  const cell = (column: DutyColumn) => cells.get(column) ?? ''
  const day = cell('day')
  const [from, to] = [cell('from').padStart(5, '0'), cell('to').padStart(5, '0')]
  return { row, day, endsOn: day, names: [cell('person')], from, to, phone: cell('phone') }
}

/** An event that lasts whole days has no hours. */
export const candidateInEvent = ({ row, names, from, to }: CalendarEvent): Candidate => ({
  ...{ row, names, day: from.day, endsOn: from.clock === null ? from.day : to.day },
  ...{ from: from.clock ?? '', to: to.clock ?? '', phone: '' },
})

/** The shift that it describes, or all that is wrong with it. */
export function readShift(
  { row, day, names, endsOn, phone, ...hours }: Candidate,
  team: readonly Person[],
): ImportedShift | { readonly faults: readonly ImportFault[] } {
  const person = personNamed(team, names)
  const body = shiftBody.safeParse({ ...hours, ...(phone !== '' && { phone }) })
  const faults = [
    ...(z.iso.date().safeParse(day).success ? [] : [faultAt(row, 'day', 'not-a-date')]),
    ...(person ? [] : [faultAt(row, 'person', 'person-unknown')]),
    ...(endsOn === day ? [] : [faultAt(row, 'to', 'not-one-day')]),
    ...(body.success || endsOn !== day ? [] : faultsIn(row, body.error.issues)),
  ]
  if (faults.length > 0 || !person || !body.success) return { faults }
  return { ...body.data, row, day, person: person.id }
}

/** By name, id or initials, the whole of it; initials that two have name neither. */
function personNamed(team: readonly Person[], names: readonly string[]): Person | null {
  const written = names.map((name) => name.trim().toLocaleLowerCase('sv'))
  const isNamed = (text: string) => written.includes(text.toLocaleLowerCase('sv'))
  const alike = (word: (one: Person) => string) => {
    const [found, ...others] = team.filter((one) => isNamed(word(one)))
    return found && others.length === 0 ? found : null
  }
  return alike(({ name }) => name) ?? alike(({ id }) => id) ?? alike(({ initials }) => initials)
}

/** How two hours lie says nothing while one of them is none. */
function faultsIn(row: number, issues: readonly z.core.$ZodIssue[]): ImportFault[] {
  const isHour = ({ path: [part] }: z.core.$ZodIssue) => part === 'from' || part === 'to'
  const telling = issues.some(isHour) ? issues.filter(({ path }) => path.length > 0) : issues
  return telling.map((one) => faultOf(row, one))
}

function faultOf(row: number, { path }: z.core.$ZodIssue): ImportFault {
  const [part] = path
  if (part === 'phone') return faultAt(row, 'phone', 'too-long')
  if (part === 'from' || part === 'to') return faultAt(row, part, 'not-a-time')
  return faultAt(row, 'to', 'ends-before-it-begins')
}

export const faultAt = (
  row: number,
  column: DutyColumn,
  fault: ImportFault['fault'],
): ImportFault => ({ row, column: DUTY_COLUMNS[column][0], fault })
