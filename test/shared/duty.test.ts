import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { dutyOf, readDaysOff, readDuty } from '../../shared/board-document.ts'
import { doctorsPost, onDuty, type Shift } from '../../shared/duty.ts'
import { momentOf } from '../../shared/team-time.ts'
import { jonas, karin, sara } from './support/board.ts'

const at = (clock: string) => momentOf('2026-03-10', clock)
const shift = (person: Shift['person'], role: Shift['role'], from: string, to: string): Shift => ({
  ...{ person, role, phone: null },
  ...{ from: at(from), to: at(to) },
})
const day = { from: at('08:00'), to: at('17:00') }

describe('onDuty', () => {
  const shifts = [shift(sara, 'doctor', '08:00', '12:00'), shift(karin, 'nurse', '08:00', '17:00')]

  test.each([
    ['07:59', []],
    ['08:00', [sara, karin]],
    ['11:59', [sara, karin]],
    ['12:00', [karin]],
    ['17:00', []],
  ])('[V1] at %s those are on duty whose hours cover it: %j', (clock, expected) => {
    expect(onDuty(shifts, at(clock)).map(({ person }) => person)).toEqual(expected)
  })
})

describe('doctorsPost', () => {
  const post = (...shifts: Shift[]) =>
    doctorsPost(shifts, day).map(({ from, to, shift }) => [from, to, shift?.person ?? null])

  test('[V3] two doctors share a day without a gap', () => {
    const parts = post(
      shift(jonas, 'doctor', '12:00', '17:00'),
      shift(sara, 'doctor', '08:00', '12:00'),
    )
    expect(parts).toEqual([
      [at('08:00'), at('12:00'), sara],
      [at('12:00'), at('17:00'), jonas],
    ])
  })

  test('[V3] what nobody has is a gap: before, between and after', () => {
    const parts = post(
      shift(sara, 'doctor', '09:00', '11:00'),
      shift(jonas, 'doctor', '13:00', '16:00'),
    )
    expect(parts).toEqual([
      [at('08:00'), at('09:00'), null],
      [at('09:00'), at('11:00'), sara],
      [at('11:00'), at('13:00'), null],
      [at('13:00'), at('16:00'), jonas],
      [at('16:00'), at('17:00'), null],
    ])
  })

  test('[V3] a shift within another one leaves no gap', () => {
    const parts = post(
      shift(sara, 'doctor', '08:00', '17:00'),
      shift(jonas, 'doctor', '10:00', '12:00'),
    )
    expect(parts.filter(([, , person]) => person === null)).toEqual([])
  })

  test('[V3] what lies outside the team’s day has no part in it', () => {
    const parts = post(
      shift(sara, 'doctor', '06:00', '08:00'),
      shift(jonas, 'doctor', '17:00', '20:00'),
    )
    expect(parts).toEqual([[at('08:00'), at('17:00'), null]])
  })

  test('[V3] of two who begin at once, who leaves first stands first', () => {
    const parts = post(
      shift(sara, 'doctor', '08:00', '17:00'),
      shift(jonas, 'doctor', '08:00', '12:00'),
    )
    expect(parts.map(([, , person]) => person)).toEqual([jonas, sara])
  })

  test('[V3] nurses do not fill it', () => {
    expect(post(shift(karin, 'nurse', '08:00', '17:00'))).toEqual([
      [at('08:00'), at('17:00'), null],
    ])
  })
})

describe('the roster in the document', () => {
  const written = (shifts: unknown, daysOff: unknown = []) => {
    const doc = new Y.Doc()
    dutyOf(doc).set('shifts', shifts)
    dutyOf(doc).set('daysOff', daysOff)
    return doc
  }

  test('[V2] it is read by hour; what is no shift is left out', () => {
    const [first, second] = [
      shift(sara, 'doctor', '08:00', '12:00'),
      shift(karin, 'nurse', '09:00', '17:00'),
    ]
    expect(readDuty(written([second, { person: sara }, 7, first]))).toEqual([first, second])
  })

  test('[V2] so are the days off', () => {
    expect(readDaysOff(written([], ['2026-06-19', 5]))).toEqual(new Set(['2026-06-19']))
  })

  test.each([[new Y.Doc()], [written('x', 'x')], [written(null, {})]])(
    '[V2] where the server has written none it is empty',
    (doc) => {
      expect(readDuty(doc)).toEqual([])
      expect(readDaysOff(doc)).toEqual(new Set())
    },
  )
})
