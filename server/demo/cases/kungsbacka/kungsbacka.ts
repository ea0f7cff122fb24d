import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { kungsbackaAcute } from './acute.ts'
import { kungsbackaEnded } from './ended.ts'
import { kungsbackaFollowUpsLater } from './follow-up-later.ts'
import { kungsbackaFollowUpsToday } from './follow-up-today.ts'
import { kungsbackaIncoming } from './incoming.ts'
import { kungsbackaAfternoon } from './today-afternoon.ts'
import { kungsbackaMorning } from './today-morning.ts'

export const kungsbackaCases = (t: DemoTime): DemoCase[] => [
  ...kungsbackaIncoming(t),
  ...kungsbackaAcute(t),
  ...kungsbackaMorning(t),
  ...kungsbackaAfternoon(t),
  ...kungsbackaFollowUpsToday(t),
  ...kungsbackaFollowUpsLater(t),
  ...kungsbackaEnded(t),
]
