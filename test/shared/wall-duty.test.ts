import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardOf, dutyOf, peopleOf } from '../../shared/board-document.ts'
import { readWallDuty, wallDutyOf } from '../../shared/wall-duty.ts'
import { wallBoardOf } from '../../shared/wall.ts'
import { sara } from './support/board.ts'

const shift = { person: sara, role: 'doctor', from: 1_000, to: 2_000, phone: '070-174 06 20' }

function board() {
  const doc = new Y.Doc()
  const person = { id: sara, name: 'Sara Lindgren', initials: 'SL', role: 'doctor' }
  peopleOf(doc).set(sara, person)
  dutyOf(doc).set('shifts', [shift])
  dutyOf(doc).set('daysOff', ['2026-06-19'])
  boardOf(doc).set('outOfHours', [{ name: 'Jourläkarbilen', phone: '070-174 06 11' }])
  return doc
}

test('[V8] a wall gets initials, role and hours, and nobody’s name or number', () => {
  const duty = wallDutyOf(board())
  expect(duty.shifts).toEqual([{ initials: 'SL', role: 'doctor', from: 1_000, to: 2_000 }])
  for (const hidden of ['Sara', 'Lindgren', sara, '06 20'])
    expect(JSON.stringify(duty)).not.toContain(hidden)
})

test('[V8] and when the team is off, and whom to call then', () => {
  expect(wallDutyOf(board())).toMatchObject({
    daysOff: ['2026-06-19'],
    hours: { opens: '08:00', closes: '17:00' },
    outOfHours: [{ name: 'Jourläkarbilen', phone: '070-174 06 11' }],
  })
})

test('[V8] it is read as it was written; before it has come there is none', () => {
  const wall = new Y.Doc()
  expect(readWallDuty(wall)).toBeNull()
  wallBoardOf(wall).set('duty', wallDutyOf(board()))
  expect(readWallDuty(wall)).toEqual(wallDutyOf(board()))
})
