import { expect, test, vi } from 'vitest'
import { tellAlerts } from '../../../server/alerts/tell-alerts.ts'
import type { AlertChange } from '../../../server/store/update-log.ts'
import type { UserId } from '../../../shared/ids.ts'
import { anna, jonas, karin, sara } from '../../shared/support/board.ts'

const change = (step: AlertChange['step'], to: UserId[], more = {}): AlertChange => ({
  ...{ case: anna, code: 'H-01', requester: karin, since: 1, at: 1, next: 2, call: null },
  ...{ step, to, ended: null, ...more },
})

test('[Q4] [Z8] pages hear of every step; devices are woken when a doctor is called, once', () => {
  const ring = vi.fn<(people: readonly UserId[]) => void>()
  const wake = vi.fn<(person: UserId, count: number) => void>()
  const ended = { how: 'seen', by: sara }
  tellAlerts({ ring, wake })([
    change('raised', [sara]),
    change('again', [sara, jonas]),
    change('resting', [karin]),
    change('full', [karin]),
    change('raised', [karin], { ended }),
  ])
  expect(ring.mock.calls).toEqual([[[sara, sara, jonas, karin, karin, karin]]])
  expect(wake.mock.calls).toEqual([
    [sara, 2],
    [jonas, 1],
  ])
})
