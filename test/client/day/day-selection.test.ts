import { describe, expect, test } from 'vitest'
import { dayFor } from '../../../client/surfaces/day/day-selection.ts'
import type { Person } from '../../../shared/person.ts'
import {
  caseWith,
  DAY,
  jonas,
  karin,
  labels,
  maria,
  NOW,
  sara,
  today,
  type Facts,
} from './cases.ts'

const dayOf = (me: Person, ...cases: Facts[]) => dayFor(me, cases.map(caseWith), NOW)
const mine = { doctor: sara, nurse: karin, seenAt: today('08:00') }

describe('next visit', () => {
  test('[U15] it is the earliest that is not finished', () => {
    const { next } = dayOf(
      sara,
      { ...mine, label: 'late', start: today('15:00') },
      { ...mine, label: 'early', start: today('11:00') },
      {
        ...mine,
        label: 'over',
        start: today('08:00'),
        status: 'finished',
        finished: today('08:40'),
      },
    )
    expect(next?.patient.label).toBe('early')
  })

  test('[U15] where one is comes before where one is going, both before what is planned', () => {
    const planned = { ...mine, label: 'planned', start: today('10:20') }
    const underway = { ...mine, label: 'going', status: 'underway', start: today('11:00') } as const
    const arrived = { ...mine, label: 'there', status: 'arrived', start: today('12:00') } as const
    expect(dayOf(sara, planned, underway).next?.patient.label).toBe('going')
    expect(dayOf(sara, planned, underway, arrived).next?.patient.label).toBe('there')
  })

  test('[U15] an acute case that one has taken without a time comes before the planned', () => {
    const { next } = dayOf(
      sara,
      { ...mine, label: 'planned', start: today('10:00') },
      { ...mine, label: 'acute', lane: 'acute', priority: 'acute', takenAt: today('10:18') },
    )
    expect(next?.patient.label).toBe('acute')
  })

  test('[U15] nobody is sent to another person’s visit', () => {
    const { next, total } = dayOf(sara, { doctor: jonas, start: today('11:00') })
    expect([next, total]).toEqual([null, 0])
  })
})

describe('visits of the day', () => {
  test('[U15] mine are those where I am doctor, nurse or crew, in order of time', () => {
    const { next, visits, others } = dayOf(
      karin,
      { label: 'third', nurse: karin, start: today('15:00') },
      { label: 'crew', crew: [karin], start: today('13:00') },
      { label: 'nurse', nurse: karin, start: today('11:00') },
      { label: 'theirs', doctor: jonas, start: today('10:30') },
    )
    expect(next?.patient.label).toBe('nurse')
    expect(labels(visits)).toEqual(['crew', 'third'])
    expect(labels(others)).toEqual(['theirs'])
  })

  test('[U15] a finished one stays for the day, also once its case is closed', () => {
    const { visits, finished, total } = dayOf(
      sara,
      { ...mine, label: 'now', start: today('11:00') },
      {
        ...mine,
        label: 'over',
        status: 'finished',
        finished: today('08:40'),
        closed: 'closed',
      },
      { ...mine, label: 'yesterday', status: 'finished', finished: NOW - DAY },
    )
    expect(labels(visits)).toEqual(['over'])
    expect({ finished, total }).toEqual({ finished: 1, total: 2 })
  })

  test('[U15] a visit in another lane counts on its day, and what is closed or voided never', () => {
    const { next, total } = dayOf(
      sara,
      { ...mine, label: 'today', lane: 'followup', start: today('14:00') },
      { ...mine, label: 'tomorrow', lane: 'followup', start: NOW + DAY },
      { ...mine, label: 'void', start: today('12:00'), closed: 'voided' },
      { ...mine, label: 'closed', start: today('12:00'), closed: 'closed' },
    )
    expect(next?.patient.label).toBe('today')
    expect(total).toBe(1)
  })
})

describe('acute queue', () => {
  const acute = { lane: 'acute', priority: 'acute' } as const

  test('[U15] the unseen come first, then what nobody has taken, then the oldest', () => {
    const seen = { ...acute, seenAt: today('10:00') }
    const { queue } = dayOf(
      sara,
      { ...seen, label: 'taken', doctor: jonas, createdAt: today('06:00') },
      { ...seen, label: 'young', createdAt: today('09:30') },
      { ...seen, label: 'old', createdAt: today('09:00') },
      { ...acute, label: 'unseen', createdAt: today('10:10') },
    )
    expect(labels(queue)).toEqual(['unseen', 'old', 'young', 'taken'])
  })

  test('[B21] an acute request that nobody has moved yet is in it', () => {
    const { queue } = dayOf(sara, { label: 'new', lane: 'incoming', priority: 'acute' })
    expect(labels(queue)).toEqual(['new'])
  })

  test('[U15] what I have taken is my visit and not in it, and others’ visits are not listed twice', () => {
    const { queue, visits, next, others } = dayOf(
      sara,
      { ...acute, label: 'mine', doctor: sara, seenAt: NOW },
      { ...acute, label: 'his', doctor: jonas, seenAt: NOW, start: today('10:45') },
    )
    expect(next?.patient.label).toBe('mine')
    expect(labels(visits)).toEqual([])
    expect(labels(queue)).toEqual(['his'])
    expect(labels(others)).toEqual([])
  })

  test('[U15] an unseen one stays in it even where it is already my visit', () => {
    const { queue, next } = dayOf(karin, { ...acute, nurse: karin, start: today('11:00') })
    expect(queue).toEqual([next])
  })

  test('[U15] a finished visit leaves it', () => {
    const over = { doctor: jonas, seenAt: NOW, status: 'finished', finished: NOW } as const
    expect(dayOf(sara, { ...acute, ...over }).queue).toEqual([])
  })
})

describe('what is to be documented', () => {
  const over = { ...mine, status: 'finished', finished: today('09:00') } as const

  test('[P2] a doctor has the region’s record, a nurse the municipality’s, others none', () => {
    const half = { ...over, label: 'half', region: NOW - DAY }
    expect(labels(dayOf(sara, half).records)).toEqual([])
    expect(labels(dayOf(karin, half).records)).toEqual(['half'])
    expect(labels(dayOf(maria, { ...half, crew: [maria] }).records)).toEqual([])
  })

  test('[U15] what is not documented stays until it is, and what is done stays for the day', () => {
    const { records } = dayOf(
      sara,
      { ...over, label: 'waits since yesterday', finished: NOW - DAY, closed: 'closed' },
      { ...over, label: 'done today', region: today('09:05') },
      { ...over, label: 'done yesterday', finished: NOW - DAY, region: NOW - DAY },
      { ...over, label: 'not mine', doctor: jonas },
      { ...mine, label: 'not finished', start: today('12:00') },
    )
    expect(labels(records)).toEqual(['waits since yesterday', 'done today'])
  })
})

test('[F5] what came back from the night stands there for who may see it, until it is closed', () => {
  const { back } = dayOf(
    sara,
    { label: 'watched', back: true },
    { label: 'hidden', back: true, protected: true, nurse: karin },
    { label: 'closed', back: true, closed: 'closed' },
    { label: 'other' },
  )
  expect(labels(back)).toEqual(['watched'])
})
