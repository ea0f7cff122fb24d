import { describe, expect, test } from 'vitest'
import { planFor } from '../../../client/surfaces/plan/plan-selection.ts'
import { sideBySide } from '../../../client/surfaces/plan/side-by-side.ts'
import type { Case } from '../../../shared/case.ts'
import { caseWith, DAY, jonas, NOW, people, sara, today } from '../day/cases.ts'

const plan = (...cases: Case[]) => planFor(cases, people, NOW)
const labels = (cases: readonly Case[]) => cases.map(({ patient }) => patient.label)
const placed = (...cases: Case[]) =>
  plan(...cases).columns.flatMap(({ doctor, visits }) =>
    visits.map((one) => [doctor, one.case.patient.label, one.from / 60]),
  )

describe('planFor', () => {
  test('[U43] a visit stands at its time in its doctor’s column, nobody’s last', () => {
    expect(
      placed(
        caseWith({ label: 'A', start: today('10:30'), doctor: sara }),
        caseWith({ label: 'B', start: today('09:00') }),
        caseWith({ label: 'C', start: today('13:15'), doctor: jonas }),
      ),
    ).toEqual([
      [jonas.id, 'C', 13.25],
      [sara.id, 'A', 10.5],
      [null, 'B', 9],
    ])
  })

  test('[U43] one that was set out for without a plan stands where it began', () => {
    const gone = { status: 'underway', underway: today('09:30') } as const
    expect(placed(caseWith({ label: 'A', lane: 'acute', ...gone }))).toEqual([[null, 'A', 9.5]])
  })

  test.each([
    ['yesterday', today('10:30') - DAY],
    ['tomorrow', today('10:30') + DAY],
  ])('[U43] one of %s is not on it', (_, start) => {
    expect(placed(caseWith({ start }))).toEqual([])
  })

  test('[U43] without a time are acute ones first, then area by area; also what is left from before', () => {
    const { unplanned } = plan(
      caseWith({ label: 'Vallda', lane: 'today', area: 'Vallda' }),
      caseWith({ label: 'Acute', lane: 'acute', area: 'Åsa' }),
      caseWith({ label: 'Left', lane: 'today', area: 'Särö', start: today('10:30') - DAY }),
      caseWith({ label: 'Tomorrow', lane: 'today', start: today('10:30') + DAY }),
      caseWith({ label: 'Later', lane: 'followup' }),
    )
    expect(labels(unplanned)).toEqual(['Acute', 'Left', 'Vallda'])
  })

  test('[U43] it shows the team’s hours, and more where visits lie outside', () => {
    expect(plan()).toMatchObject({ opens: 8 * 60, closes: 17 * 60 })
    const early = caseWith({ start: today('07:20') })
    const late = caseWith({ start: today('17:30') })
    expect(plan(early, late)).toMatchObject({ opens: 7 * 60, closes: 19 * 60 })
    const latest = caseWith({ start: today('23:40') })
    expect(plan(latest)).toMatchObject({ closes: 24 * 60 })
  })
})

describe('sideBySide', () => {
  const visit = (from: number) => ({ case: caseWith({}), from })

  test('[U43] those that overlap stand beside each other, the rest has the column', () => {
    const spots = sideBySide([540, 560, 590, 660].map(visit))
    expect(spots.map(({ from, track, tracks }) => [from, track, tracks])).toEqual([
      [540, 0, 2],
      [560, 1, 2],
      [590, 0, 2],
      [660, 0, 1],
    ])
  })
})
