import { z } from 'zod'
import { timestamp, type Timestamp } from './clock.ts'
import { userId } from './ids.ts'
import { PHONE_MAX } from './limits.ts'
import { role } from './person.ts'

/** Somebody's part of a day on duty, as the server mirrors the roster into the board's document. */
export const shift = z.strictObject({
  person: userId,
  role,
  from: timestamp,
  to: timestamp,
  /** Where they are reached meanwhile. */
  phone: z.string().min(1).max(PHONE_MAX).nullable(),
})
export type Shift = Readonly<z.infer<typeof shift>>

/** Whether somebody of the team said so, or a file. */
export const SHIFT_SOURCES = ['self', 'import'] as const
export type ShiftSource = (typeof SHIFT_SOURCES)[number]

/** What the server writes of the roster: the shifts of these days, and when the team is off. */
export type Duty = {
  readonly shifts: readonly Shift[]
  /** ISO dates of public holidays and of the eves that count as such. */
  readonly daysOff: readonly string[]
}
export const NO_DUTY: Duty = { shifts: [], daysOff: [] }

/** Those whose hours cover a moment. */
export const onDuty = <S extends Pick<Shift, 'from' | 'to'>>(
  shifts: readonly S[],
  now: Timestamp,
): readonly S[] => shifts.filter(({ from, to }) => from <= now && now < to)

/** A part of the day of the doctors' shared post; one that nobody has is a gap. */
export type PostPart = Pick<Shift, 'from' | 'to'> & { readonly shift: Shift | null }

/** Who of the doctors has which part of a day, in order, and the gaps that they leave in it. */
export function doctorsPost(
  shifts: readonly Shift[],
  { from: opens, to: closes }: Pick<Shift, 'from' | 'to'>,
): PostPart[] {
  const doctors = shifts
    .filter((one) => one.role === 'doctor' && one.from < closes && one.to > opens)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const parts: PostPart[] = []
  let covered = opens
  for (const one of doctors) {
    if (one.from > covered) parts.push({ from: covered, to: one.from, shift: null })
    parts.push({ from: one.from, to: one.to, shift: one })
    covered = Math.max(covered, one.to)
  }
  return covered < closes ? [...parts, { from: covered, to: closes, shift: null }] : parts
}
