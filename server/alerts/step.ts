import type { AlertStep, RunningAlert } from '../../shared/alerts.ts'
import type { BoardSettings } from '../../shared/board.ts'
import type { Timestamp } from '../../shared/clock.ts'
import {
  hoursOn,
  isTeamAtWork,
  nextOpening,
  type Holidays,
  type TeamWeek,
} from '../../shared/team-hours.ts'
import { dayOf, momentOf } from '../../shared/team-time.ts'

/** What an alert's course goes by. */
export type AlertTimes = {
  readonly holidays: Holidays
  readonly settings: TeamWeek & Pick<BoardSettings, 'alertAfter'>
}

const MINUTE_MS = 60_000

/** A new day begins with those on duty then, whoever was told the day before. */
const AFTER: Readonly<Record<AlertStep, AlertStep>> = {
  resting: 'raised',
  raised: 'again',
  again: 'full',
  full: 'raised',
}

/**
 * Where an alert goes whose time has come, or a new one begins, and when it goes on from there.
 * It never waits past the team's closing: then it rests until the next opening.
 */
export function nextStep(
  alert: Pick<RunningAlert, 'step' | 'next'> | null,
  now: Timestamp,
  { holidays, settings }: AlertTimes,
): Pick<RunningAlert, 'step' | 'next'> {
  const hours = hoursOn(dayOf(now), holidays, settings)
  if (hours === null || !isTeamAtWork(now, holidays, settings))
    return { step: 'resting', next: nextOpening(now, holidays, settings) }
  const step = alert === null ? 'raised' : AFTER[alert.step]
  const closing = momentOf(dayOf(now), hours.closes)
  if (step === 'full') return { step, next: closing }
  const wait = settings.alertAfter * MINUTE_MS
  // On time it keeps the pace; late, as after a restart, those who are told have the whole time.
  const from = alert !== null && now - alert.next < wait ? alert.next : now
  return { step, next: Math.min(from + wait, closing) }
}
