import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Answer } from '../../../client/net/requests.ts'
import { BoardState } from '../../../client/state/board.svelte.ts'
import { Duty } from '../../../client/state/duty.svelte.ts'
import { Now } from '../../../client/state/now.svelte.ts'
import { dutyOf } from '../../../shared/board-document.ts'
import { HybridClock } from '../../../shared/clock.ts'
import type { Shift } from '../../../shared/duty.ts'
import { boardId } from '../../../shared/ids.ts'
import { clockOf, momentOf } from '../../../shared/team-time.ts'
import { jonas, karin, sara } from '../../shared/support/board.ts'

const DAY = '2026-03-10'
const shift = (person: Shift['person'], from: string, to: string, more = {}): Shift => ({
  ...{ person, role: person === karin ? 'nurse' : 'doctor', phone: null },
  ...{ from: momentOf(DAY, from), to: momentOf(DAY, to), ...more },
})
const taken: Answer<undefined> = { ok: true, value: undefined }

/** Karin's view of the roster at a time. */
function at(clock: string, ...shifts: Shift[]) {
  const doc = new Y.Doc()
  dutyOf(doc).set('shifts', shifts)
  const me = { id: karin, name: 'Karin', initials: 'KL', role: 'nurse' } as const
  const id = boardId.parse('kungsbacka')
  const events = { done: () => undefined, refused: () => undefined }
  const board = new BoardState({ id, doc, me }, new HybridClock(() => 0), events)
  const setShift = vi.fn(async () => taken)
  const removeShift = vi.fn(async () => taken)
  const now = new Now(() => momentOf(DAY, clock))
  return { doc, setShift, removeShift, duty: new Duty({ setShift, removeShift }, board, now) }
}

const post = ({ duty }: ReturnType<typeof at>) =>
  duty.post.map(({ from, to, shift }) => [clockOf(from), clockOf(to), shift?.person ?? null])

test('[V2] [V3] today’s roster is of today alone, and on duty are those of now', () => {
  const tomorrow = shift(jonas, '08:00', '12:00')
  const { duty, doc } = at('10:00', shift(sara, '08:00', '12:00'), shift(karin, '08:00', '09:00'), {
    ...tomorrow,
    ...{ from: tomorrow.from + 86_400_000, to: tomorrow.to + 86_400_000 },
  })
  expect(duty.today.map(({ person }) => person)).toEqual([karin, sara])
  expect(duty.nurses.map(({ person }) => person)).toEqual([karin])
  expect(duty.now.map(({ person }) => person)).toEqual([sara])
  dutyOf(doc).set('shifts', [])
  expect(duty.today).toEqual([])
})

test('[V3] on a day off the post has no gaps, only the doctors who are there', () => {
  const stage = at('10:00', shift(sara, '09:00', '12:00'), shift(karin, '08:00', '17:00'))
  expect(post(stage)).toEqual([
    ['08:00', '09:00', null],
    ['09:00', '12:00', sara],
    ['12:00', '17:00', null],
  ])
  dutyOf(stage.doc).set('daysOff', [DAY])
  expect(post(stage)).toEqual([['09:00', '12:00', sara]])
})

test('[V4] one’s own shift is the one that has not ended, and one’s number the last that one gave', () => {
  const gone = at('12:00', shift(sara, '08:00', '17:00'), shift(karin, '08:00', '12:00'))
  expect(gone.duty.mine).toBeNull()
  const two = [
    shift(karin, '08:00', '12:00', { phone: '1' }),
    shift(karin, '13:00', '17:00', { phone: '2' }),
    shift(sara, '14:00', '17:00', { phone: '3' }),
  ]
  const { duty } = at('11:59', ...two)
  expect(duty.mine?.phone).toBe('1')
  expect(duty.phoneOf(karin)).toBe('2')
  expect(at('10:00').duty.phoneOf(karin)).toBe('')
})

test.each([
  ['09:42', '17:00'],
  ['16:59', '17:00'],
  ['17:00', '23:59'],
  ['20:15', '23:59'],
])('[V4] who comes at %s is there until %s', (from, to) => {
  expect(at(from).duty.usual).toEqual({ from, to })
})

test('[V4] on a day off the team does not close: one is there until midnight', () => {
  const { duty, doc } = at('10:00')
  dutyOf(doc).set('daysOff', [DAY])
  expect(duty.usual).toEqual({ from: '10:00', to: '23:59' })
})

test('[V4] what the server does not take is told, until it takes something', async () => {
  const { duty, setShift } = at('10:00')
  setShift.mockResolvedValueOnce({ ok: false, failure: 'unreachable' } as never)
  expect(await duty.set(karin, { ...duty.usual, phone: '' })).toBe(false)
  expect([duty.failure, duty.isBusy]).toEqual(['unreachable', false])
  const asking = duty.set(karin, { ...duty.usual, phone: '' })
  expect(duty.isBusy).toBe(true)
  expect(await asking).toBe(true)
  expect([duty.failure, duty.isBusy]).toEqual([null, false])
})
