import type * as Y from 'yjs'
import type { AlertStep, WhomToCall } from '../../shared/alerts.ts'
import { readDuty, readPeople, readSettings } from '../../shared/board-document.ts'
import type { Timestamp } from '../../shared/clock.ts'
import { onDuty } from '../../shared/duty.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Role } from '../../shared/person.ts'

/** Whom a step of an alert is told to. */
export function audienceOf(
  doc: Y.Doc,
  step: AlertStep,
  requester: UserId | null,
  now: Timestamp,
): UserId[] {
  if (step === 'resting' || step === 'full') return requester === null ? [] : [requester]
  const doctors = doctorsOnDuty(doc, now)
  return step === 'raised' ? doctors : [...new Set([...doctors, ...membersWho(doc, 'manager')])]
}

/** Whom to call about it, when telling has not helped or is not to be done. */
export function whomToCallOf(doc: Y.Doc, step: AlertStep, now: Timestamp): WhomToCall | null {
  const { phone, outOfHours } = readSettings(doc)
  const board: WhomToCall = { name: null, phone }
  if (step === 'resting') return outOfHours[0] ?? board
  return step === 'full' ? (doctorWithPhone(doc, now) ?? board) : null
}

/** With no doctor on duty, every doctor of the board. */
function doctorsOnDuty(doc: Y.Doc, now: Timestamp): UserId[] {
  const doctors = doctorShifts(doc, now).map(({ person }) => person)
  return doctors.length > 0 ? doctors : membersWho(doc, 'doctor')
}

function doctorWithPhone(doc: Y.Doc, now: Timestamp): WhomToCall | null {
  const [found] = doctorShifts(doc, now).filter(({ phone }) => phone !== null)
  if (found === undefined || found.phone === null) return null
  return { name: readPeople(doc).get(found.person)?.name ?? null, phone: found.phone }
}

const doctorShifts = (doc: Y.Doc, now: Timestamp) =>
  onDuty(readDuty(doc), now).filter(({ role }) => role === 'doctor')

const membersWho = (doc: Y.Doc, role: Role): UserId[] =>
  [...readPeople(doc).values()].filter((person) => person.role === role).map(({ id }) => id)
