import * as prng from 'lib0/prng.js'
import type { Priority } from '../../../shared/case.ts'
import type { Timestamp } from '../../../shared/clock.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { teamTime } from '../demo-time.ts'
import type { Deed } from '../deeds.ts'
import { minutesAt } from './minutes.ts'
import { ACUTE_PATIENTS, OTHER_PATIENTS, type Patient } from './patients.ts'

/** A patient with a part in the day's story. */
export type Player = Patient & {
  /** The request with which the case comes to the board. */
  readonly asks: (priority: Priority) => Deed
  /** What the health centre gets to read. */
  readonly handback: string
}

type Part = 'acute' | 'midday' | 'first' | 'second' | 'third'

/** Who plays what today, and when the story's o'clock is on the real clock. */
export type Cast = Record<Part, Player> & {
  readonly t: (clock: string) => Timestamp
  readonly tomorrow: Timestamp
}

const MINUTE_MS = 60_000
const AREAS: Record<string, readonly string[]> = {
  kungsbacka: ['Särö', 'Vallda', 'Onsala', 'Kullavik', 'Kolla'],
  halmstad: ['Söndrum', 'Getinge', 'Haverdal', 'Kvibille', 'Åled'],
}
const HEALTH_CENTRES = ['Norrvik', 'Ekdalen', 'Ljungåsen', 'Tallåsen', 'Kvarnlyckan']

/** The day's 07:45 on the real clock, and how long one of its minutes takes there. */
type Tempo = { readonly start: Timestamp; readonly minuteMs: number }

/** Casts the day by a seed. What it plans for an o'clock comes when the played day gets there. */
export function castFor(board: string, seed: number, { start, minuteMs }: Tempo): Cast {
  const random = prng.create(seed)
  const [acute, midday] = players(ACUTE_PATIENTS, board, random)
  const [first, second, third] = players(OTHER_PATIENTS, board, random)
  if (!acute || !midday || !first || !second || !third) throw new Error('The cast is too small')
  const t = (clock: string) =>
    Math.floor((start + minutesAt(clock) * minuteMs) / MINUTE_MS) * MINUTE_MS
  return { acute, midday, first, second, third, t, tomorrow: teamTime(start, 1, '09:00') }
}

const players = (patients: readonly Patient[], board: string, random: prng.PRNG): Player[] =>
  shuffled(patients, random).map((patient) => {
    const area = prng.oneOf(random, [...(AREAS[board] ?? ['Centrum'])])
    const healthCentre = `Vårdcentralen ${prng.oneOf(random, HEALTH_CENTRES)}`
    return {
      ...patient,
      asks: request(patient, area, healthCentre),
      handback: `${patient.reason}. ${patient.result} ${patient.treatment}.`,
    }
  })

const request =
  (patient: Patient, area: string, healthCentre: string) =>
  (priority: Priority): Deed =>
  (doc, id, stamp) => {
    const { label, birthYear, reason, mission, since, background, assessment, treatment } = patient
    return createCase(
      doc,
      {
        id,
        patient: { label, birthYear, area, protected: false },
        reason,
        mission,
        priority,
        nurse: stamp.role === 'nurse' ? stamp.by : null,
        request: { since, wanted: '', meets: '', healthCentre },
        sbar: {
          situation: `${reason}.`,
          background,
          assessment,
          recommendation: `Önskar läkarbedömning hemma. Förslag: ${treatment}.`,
        },
      },
      stamp,
    )
  }

function shuffled<T>(values: readonly T[], random: prng.PRNG): T[] {
  const left = [...values]
  return values.flatMap(() => left.splice(prng.int32(random, 0, left.length - 1), 1))
}
