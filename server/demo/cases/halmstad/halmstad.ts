import type { DemoCase } from '../../demo-case.ts'
import type { DemoTime } from '../../demo-time.ts'
import { halmstadRequests } from './requests.ts'
import { halmstadVisits } from './visits.ts'
import { halmstadWatched } from './watched.ts'

export const halmstadCases = (t: DemoTime): DemoCase[] => [
  ...halmstadRequests(t),
  ...halmstadVisits(t),
  ...halmstadWatched(t),
]
