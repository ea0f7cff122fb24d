import { may } from '../../../shared/access.ts'
import { isSeen } from '../../../shared/acute.ts'
import type { Case } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import type { Person } from '../../../shared/person.ts'

/** A visit in five taps, in the order in which they are usually made. */
export const STEPS = ['seen', 'take', 'underway', 'arrived', 'finished'] as const
export type StepName = (typeof STEPS)[number]

export type Step = {
  readonly name: StepName
  /** Done, the likely next one, still to come, or another profession's. */
  readonly state: 'done' | 'next' | 'open' | 'reserved'
  /** When it was done, where that is known. */
  readonly at: Timestamp | null
}

export function stepsOf(one: Case, me: Person): Step[] {
  const done = STEPS.map((name) => isDone(one, name))
  const likely = STEPS.findIndex(
    (name, i) => i > done.lastIndexOf(true) && isFor(me, name) && !done[i],
  )
  return STEPS.map((name, i) => ({
    name,
    state: done[i] ? 'done' : !isFor(me, name) ? 'reserved' : i === likely ? 'next' : 'open',
    at: done[i] ? timeOf(one, name) : null,
  }))
}

function isFor({ role }: Person, name: StepName): boolean {
  const isDoctors = name === 'seen' || name === 'take' // who takes a case has thereby seen it
  return !isDoctors || may(role, 'seen')
}

const VISIT_STEPS = ['underway', 'arrived', 'finished'] as const

function isDone(one: Case, name: StepName): boolean {
  const { doctor, visitStatus } = one
  if (name === 'seen') return isSeen(one)
  if (name === 'take') return doctor.id !== null
  const reached = VISIT_STEPS.findIndex((step) => step === visitStatus.status)
  return VISIT_STEPS.indexOf(name) <= reached
}

function timeOf({ seen, doctor, visitStatus }: Case, name: StepName): Timestamp | null {
  if (name === 'seen') return seen.at
  return name === 'take' ? doctor.at : visitStatus[name]
}
