import type { HistoryLine } from '../../../shared/history.ts'
import { userId } from '../../../shared/ids.ts'

const FIRST_AT = Date.parse('2026-03-10T09:30:00+01:00')

/** A nurse's move to Akut, unless the test says otherwise. */
export const aLine = (differs: Partial<HistoryLine> = {}): HistoryLine => ({
  number: 1,
  time: FIRST_AT,
  user: userId.parse('karin'),
  name: 'Karin Lindqvist',
  role: 'nurse',
  action: 'case-changed',
  object: 'place',
  from: { lane: 'incoming', rank: 'a0', at: 1 },
  to: { lane: 'acute', rank: 'a0', at: 2 },
  reason: '',
  ...differs,
})
