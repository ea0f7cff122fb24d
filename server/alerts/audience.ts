import type * as Y from 'yjs'
import type { AlertStep, Callee } from '../../shared/alerts.ts'
import { readPeople, readSettings } from '../../shared/board-document.ts'
import type { Timestamp } from '../../shared/clock.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Person, Role } from '../../shared/person.ts'

/** Whom a step of an alert is told to. */
export function audienceOf(
  doc: Y.Doc,
  step: AlertStep,
  requester: UserId | null,
  now: Timestamp,
): UserId[] {
  if (step === 'resting' || step === 'full') return requester === null ? [] : [requester]
  const people = [...readPeople(doc).values()]
  const told = doctorsOnDuty(people, now)
  return idsOf(step === 'raised' ? told : [...told, ...withRole(people, 'manager')])
}

/** Whom to call about it, when telling has not helped or is not to be done. */
export function calleeOf(doc: Y.Doc, step: AlertStep, _now: Timestamp): Callee | null {
  const { phone } = readSettings(doc)
  const needed = step === 'resting' || step === 'full'
  return needed ? { name: null, phone } : null
}

/** With nobody on duty, every doctor of the board. */
const doctorsOnDuty = (people: readonly Person[], _now: Timestamp): Person[] =>
  withRole(people, 'doctor')

const withRole = (people: readonly Person[], role: Role) =>
  people.filter((person) => person.role === role)

const idsOf = (people: readonly Person[]): UserId[] => people.map(({ id }) => id)
