import type { Case } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'
import { clockOf, dayOf } from '../../../shared/team-time.ts'
import { m } from '../../i18n/paraglide/messages.js'
import { outcomeWords, roleWords, visitWords } from '../../i18n/words.ts'
import { caseTitle } from '../../ui/card-text.ts'
import { sbarAsText } from './sbar-as-text.ts'
import { VITAL_SIGNS, vitalText } from './vital-signs.ts'

export type Copier = {
  readonly people: ReadonlyMap<UserId, Person>
  readonly me: Person
  readonly now: Timestamp
}

/**
 * A whole case as plain text for the records' own systems: what is empty is left out, and each
 * thing has who and when. A protected identity goes by its code there too.
 */
export function caseAsText(one: Case, { people, me, now }: Copier): string {
  const who = (id: UserId | null) => {
    const person = id && people.get(id)
    if (!person) return m.person_unknown()
    const role = roleWords[person.role]().toLocaleLowerCase()
    return m.person_with_role({ name: person.name, role })
  }
  const stamp = (at: Timestamp, by: UserId | null) => `${dateTime(at)}, ${who(by)}`
  const parts = [
    [headOf(one), ...requestOf(one, stamp, who)],
    [sbarAsText(one)],
    [...measuredOf(one, stamp), ...visitOf(one, who)],
    tasksOf(one, stamp),
    endOf(one, stamp, who),
    [m.copy_from({ time: dateTime(now), name: who(me.id) })],
  ]
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
}

type Who = (id: UserId | null) => string
type Stamped = (at: Timestamp, by: UserId | null) => string

/** "2026-03-10 09:42": what is kept for years says which. */
const dateTime = (time: Timestamp) => `${dayOf(time)} ${clockOf(time)}`

const line = (label: string, text: string) => (text.trim() === '' ? '' : `${label}: ${text.trim()}`)

const headOf = (one: Case): string =>
  one.patient.protected
    ? caseTitle(one)
    : [one.meta?.code, one.patient.label, one.patient.birthYear, one.patient.area]
        .filter(Boolean)
        .join(' · ')

const requestOf = (one: Case, stamp: Stamped, who: Who): string[] => [
  line(m.case_reason(), one.reason.text),
  one.meta ? line(m.request(), stamp(one.meta.createdAt, one.meta.createdBy)) : '',
  line(m.request_since(), one.request.since),
  line(m.case_health_centre(), one.request.healthCentre),
  one.seen.by === null ? '' : line(m.action_seen(), stamp(one.seen.at, one.seen.by)),
  one.nurse.id === null ? '' : line(m.case_nurse(), who(one.nurse.id)),
  one.doctor.id === null ? '' : line(m.case_doctor(), who(one.doctor.id)),
]

function measuredOf({ vitals }: Case, stamp: Stamped): string[] {
  const values = VITAL_SIGNS.filter(({ sign }) => vitals[sign] !== null).map(
    ({ sign, label }) => `${label()} ${vitalText(vitals[sign])}${sign === 'spo2' ? ' %' : ''}`,
  )
  if (values.length === 0) return []
  const taken = stamp(vitals.takenAt ?? vitals.at, vitals.by)
  return [line(`${m.vitals()} (${taken})`, values.join(', '))]
}

function visitOf({ visit, visitStatus }: Case, who: Who): string[] {
  const { underway, arrived, finished } = visitStatus
  const times = Object.entries({ planned: visit.start, underway, arrived, finished }).flatMap(
    ([step, time]) =>
      time === null
        ? []
        : [`${visitWords[step as 'planned']().toLocaleLowerCase()} ${dateTime(time)}`],
  )
  if (times.length === 0) return []
  const label = visit.joint ? m.visit_joint() : m.copy_visit()
  return [line(label, times.join(', ')), line(m.visit_crew(), visit.crew.map(who).join('; '))]
}

function tasksOf({ tasks }: Case, stamp: Stamped): string[] {
  const done = tasks.flatMap(({ text, done }) =>
    done === null ? [] : [`- ${text} (${stamp(done.at, done.by)})`],
  )
  return done.length === 0 ? [] : [`${m.tasks()}:`, ...done]
}

function endOf(one: Case, stamp: Stamped, who: Who): string[] {
  const { followUp, handback, outcome, closed } = one
  const by = { time: dateTime(closed.at), name: who(closed.by) }
  return [
    followUp.due === null ? '' : line(m.follow_up(), dateTime(followUp.due)),
    line(m.follow_up_check(), followUp.check),
    line(m.follow_up_call_if(), followUp.callIf),
    handback.sentAt === null
      ? ''
      : line(`${m.handback()} (${stamp(handback.sentAt, handback.sentBy)})`, handback.summary),
    handback.receivedAt === null
      ? ''
      : line(m.handback_receive(), stamp(handback.receivedAt, handback.receivedBy)),
    outcome.value === null
      ? ''
      : line(m.outcome(), `${outcomeWords[outcome.value]()} (${stamp(outcome.at, outcome.by)})`),
    closed.how === 'closed' ? m.closed_at(by) : '',
    closed.how === 'voided' ? `${m.closed_voided_at(by)}: ${closed.reason}` : '',
  ]
}
