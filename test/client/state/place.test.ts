import { expect, test } from 'vitest'
import { pathTo, placeOf, withCase } from '../../../client/state/place.ts'
import { boardId } from '../../../shared/ids.ts'
import { anna } from '../../shared/support/board.ts'

const kungsbacka = boardId.parse('kungsbacka')

test.each([
  ['/', { surface: 'entrance' }],
  ['/board/kungsbacka', { surface: 'board', board: kungsbacka, case: null }],
  [`/board/kungsbacka?case=${anna}`, { surface: 'board', board: kungsbacka, case: anna }],
  ['/board/kungsbacka?case=<b>', { surface: 'board', board: kungsbacka, case: null }],
  [`/plan/kungsbacka?case=${anna}`, { surface: 'plan', board: kungsbacka, case: anna }],
  ['/plan', { surface: 'nowhere' }],
  ['/wall/kungsbacka', { surface: 'wall', board: kungsbacka }],
  [`/archive/kungsbacka?case=${anna}`, { surface: 'archive', board: kungsbacka, case: anna }],
  ['/meeting/kungsbacka', { surface: 'meeting', board: kungsbacka }],
  ['/meeting', { surface: 'nowhere' }],
  ['/print/kungsbacka', { surface: 'print', board: kungsbacka, handover: null }],
  ['/print/kungsbacka?handover=car', { surface: 'print', board: kungsbacka, handover: 'car' }],
  ['/print/kungsbacka?handover=us', { surface: 'print', board: kungsbacka, handover: null }],
  [`/handover/kungsbacka?case=${anna}`, { surface: 'handover', board: kungsbacka, case: anna }],
  ['/print', { surface: 'nowhere' }],
  ['/day', { surface: 'day', board: null, case: null }],
  ['/day?board=kungsbacka', { surface: 'day', board: kungsbacka, case: null }],
  ['/board', { surface: 'nowhere' }],
  ['/board/Not A Board', { surface: 'nowhere' }],
  ['/board/kungsbacka/more', { surface: 'nowhere' }],
  ['/elsewhere', { surface: 'nowhere' }],
])('%s names %o', (address, place) => {
  expect(placeOf(address)).toEqual(place)
})

test('a case is opened and closed at the same address', () => {
  expect(withCase(pathTo.day(kungsbacka), anna)).toBe(`/day?board=kungsbacka&case=${anna}`)
  expect(withCase(`/board/kungsbacka?case=${anna}`, null)).toBe('/board/kungsbacka')
  expect(placeOf(pathTo.board(kungsbacka, anna))).toMatchObject({ case: anna })
})
