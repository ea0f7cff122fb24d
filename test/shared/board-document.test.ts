import { describe, expect, test } from 'vitest'
import {
  boardOf,
  laneOf,
  peopleOf,
  readLane,
  readPeople,
  readSettings,
} from '../../shared/board-document.ts'
import { NO_SETTINGS } from '../../shared/board.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { reopenCase } from '../../shared/commands/reopen-case.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { rank } from '../../shared/rank.ts'
import { anna, asSara, berit, boardWith, cleo, entryIn, karin, labelsIn } from './support/board.ts'

const place = (lane: 'incoming' | 'acute', at: string) => ({ lane, rank: rank.parse(at), at: 1 })

describe('laneOf', () => {
  test.each(['closed', 'voided'] as const)('[B8] a %s case stands in done', (how) => {
    const closed = { ...EMPTY_FIELDS.closed, how }
    expect(laneOf({ place: place('acute', 'a0'), closed })).toBe('done')
  })

  test('[B8] an open case stands where its place says', () => {
    expect(laneOf({ ...EMPTY_FIELDS, place: place('acute', 'a0') })).toBe('acute')
  })
})

describe('readLane', () => {
  test('[B5] cases stand by rank, and by id where ranks are equal', () => {
    const doc = boardWith(anna, berit, cleo)
    entryIn(doc, anna).set('place', place('incoming', 'a1'))
    entryIn(doc, berit).set('place', place('incoming', 'a1'))
    entryIn(doc, cleo).set('place', place('incoming', 'Zz'))
    expect(labelsIn(doc, 'incoming')).toEqual(['Cleo', 'Anna', 'Berit'])
  })

  test('[B5] in done the latest ended stands first', () => {
    const doc = boardWith(anna, berit, cleo)
    for (const [id, at] of [
      [anna, 5_000],
      [berit, 6_000],
      [cleo, 7_000],
    ] as const)
      finishCase(doc, { case: id, outcome: 'neither' }, asSara(at))
    expect(labelsIn(doc, 'done')).toEqual(['Cleo', 'Berit', 'Anna'])
    reopenCase(doc, { case: cleo, to: 'incoming' }, asSara(8_000))
    reopenCase(doc, { case: berit, to: 'incoming' }, asSara(9_000))
    expect(readLane(doc, 'incoming').map(({ id }) => id)).toEqual([cleo, berit])
  })
})

describe('readPeople and readSettings', () => {
  test('[B1] team members are read by id, and what is none is left out', () => {
    const doc = boardWith()
    const person = { id: karin, name: 'Karin Lindqvist', initials: 'KL', role: 'nurse' }
    peopleOf(doc).set(karin, person)
    peopleOf(doc).set('nobody', { ...person, role: 'queen' })
    expect([...readPeople(doc)]).toEqual([[karin, person]])
  })

  test('[B7] one unreadable setting leaves the others', () => {
    const doc = boardWith()
    boardOf(doc).set('name', 5)
    boardOf(doc).set('phone', '070-174 06 00')
    boardOf(doc).set('labels', { acute: 'Nu' })
    const settings = { ...NO_SETTINGS, phone: '070-174 06 00', labels: { acute: 'Nu' } }
    expect(readSettings(doc)).toEqual(settings)
  })
})
