import { newCaseId, userId } from '../../shared/ids.ts'
import type { Closing, RecheckNews } from '../store/update-log.ts'
import type { DemoTime } from './demo-time.ts'
import type { Member } from './member.ts'

/** Cases that were closed some days ago, and are to be asked about by now. */
export const demoRechecks = (t: DemoTime): RecheckNews[] => [
  closed('Gösta M.', 'H-31', t.day(-4, '11:20'), 'hospital-avoided', 'jonas'),
  closed('Rut E.', 'H-34', t.day(-4, '14:45'), 'health-centre-avoided', 'sara'),
  closed('Skyddad', 'H-36', t.day(-5, '10:05'), 'hospital-avoided', 'sara', true),
]

function closed(
  label: string,
  code: string,
  at: number,
  outcome: Closing['outcome'],
  doctor: Member,
  isProtected = false,
): RecheckNews {
  const judge = userId.parse(doctor)
  const people = { judgedBy: judge, doctor: judge, nurse: userId.parse('amina') }
  const closing = { at, outcome, code, label, ...people, protected: isProtected, patient: null }
  return { case: newCaseId(), closing }
}
