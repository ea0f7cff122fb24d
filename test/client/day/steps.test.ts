import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../../client/surfaces/day/steps.ts'
import type { Person } from '../../../shared/person.ts'
import { caseWith, karin, sara, today, type Facts } from './cases.ts'

const states = (me: Person, facts: Facts) =>
  stepsOf(caseWith(facts), me)
    .map((step) => step.state)
    .join(' ')

describe('stepsOf', () => {
  const taken = { seenAt: 1, doctor: sara }
  test.each([
    ['a new case', {}, 'next open open open open'],
    ['one that is seen', { seenAt: 1 }, 'done next open open open'],
    ['one that is taken', taken, 'done done next open open'],
    ['a planned visit', { ...taken, status: 'planned' }, 'done done next open open'],
    ['a doctor under way', { ...taken, status: 'underway' }, 'done done done next open'],
    ['a doctor who has arrived', { ...taken, status: 'arrived' }, 'done done done done next'],
    ['a finished visit', { ...taken, status: 'finished' }, 'done done done done done'],
    ['a nurse alone under way', { status: 'underway' }, 'open open done next open'],
  ] as const)('[U15] %s has its steps where it stands', (_, facts, expected) => {
    expect(states(sara, facts)).toBe(expected)
  })

  test('[P2] a nurse is offered the journey, not the doctor’s two taps', () => {
    expect(states(karin, {})).toBe('reserved reserved next open open')
    expect(states(karin, { seenAt: 1, doctor: sara })).toBe('done done next open open')
  })

  test('[B14] each finished step shows when it was tapped; a skipped one has no time', () => {
    const [seenAt, takenAt, arrived] = ['09:42', '09:43', '10:30'].map(today) as [
      number,
      number,
      number,
    ]
    const steps = stepsOf(
      caseWith({ seenAt, doctor: sara, takenAt, status: 'arrived', arrived }),
      sara,
    )
    expect(steps.map((step) => step.at)).toEqual([seenAt, takenAt, null, arrived, null])
  })
})
