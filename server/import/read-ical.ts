import ICAL from 'ical.js'
import { IMPORT_ROWS_MAX } from '../../shared/limits.ts'
import { clockOf, dayOf } from '../../shared/team-time.ts'

/** One occurrence of a calendar's event, by the team's clock. */
export type CalendarEvent = {
  /** Which of the file's events it is of, from 1. */
  readonly row: number
  /** Everything that may say whose it is: its title, and who takes part. */
  readonly names: readonly string[]
  readonly from: Moment
  readonly to: Moment
}
/** The clock is null for a whole day. */
type Moment = { readonly day: string; readonly clock: string | null }

/** Which days of a calendar are wanted, the last one among them. */
export type Days = { readonly from: string; readonly until: string }

/** The events of an iCal file on some days, repeated ones on each; null when it is none. */
export function readIcal(text: string, days: Days): readonly CalendarEvent[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as object[])
    const components = calendar.getAllSubcomponents('vevent')
    const events = components.map((one, i) => ({ row: i + 1, event: new ICAL.Event(one) }))
    const changed = events.filter(({ event }) => event.isRecurrenceException())
    return events.filter((one) => !changed.includes(one)).flatMap((one) => occurrencesOf(one, days))
  } catch {
    return null
  }
}

type Numbered = { readonly row: number; readonly event: ICAL.Event }

/** Exceptions of a repeated event are found by the library, which knows all of a calendar's. */
function occurrencesOf({ row, event }: Numbered, { from, until }: Days): CalendarEvent[] {
  const found: CalendarEvent[] = []
  const steps = event.isRecurring() ? event.iterator() : null
  for (let count = 0; count < IMPORT_ROWS_MAX; count++) {
    const start = steps === null ? event.startDate : (steps.next() as ICAL.Time | null)
    if (start === null) break
    const { startDate, endDate, item } = event.getOccurrenceDetails(start)
    const begins = momentIn(startDate)
    if (begins.day > until) break
    if (begins.day >= from)
      found.push({ row, names: namesOf(item), from: begins, to: momentIn(endDate) })
    if (steps === null) break
  }
  return found
}

const namesOf = ({ summary, attendees }: ICAL.Event): string[] =>
  [summary, ...attendees.map((one) => one.getParameter('cn'))].filter(
    (name) => typeof name === 'string',
  )

/** A time without a zone, or of one that the file does not describe, is the team's own. */
function momentIn(time: ICAL.Time): Moment {
  const [day = '', clock = ''] = time.toString().split('T')
  if (time.isDate) return { day, clock: null }
  const isTeams = time.zone === null || time.zone === ICAL.Timezone.localTimezone
  if (isTeams) return { day, clock: clock.slice(0, 'HH:MM'.length) }
  const at = time.toJSDate().getTime()
  return { day: dayOf(at), clock: clockOf(at) }
}
