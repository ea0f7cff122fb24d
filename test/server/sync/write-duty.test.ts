import { expect, test } from 'vitest'
import { readDuty } from '../../../shared/board-document.ts'
import { NO_DUTY, type Duty, type Shift } from '../../../shared/duty.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { closeCase } from '../../../shared/commands/close-case.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { epoch } from '../../../shared/ids.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { anna, asKarin, asSara, karin, requestFor, sara } from '../../shared/support/board.ts'
import { kungsbacka } from './support/fake-gate.ts'
import { MemoryLog } from './support/memory-log.ts'
import { startSync } from './support/sync-stage.ts'

const EVENING = momentOf('2026-01-05', '16:00')
const NIGHT = momentOf('2026-01-06', '03:00')
const shift = (person: Shift['person'], role: Shift['role']): Shift => ({
  ...{ person, role, phone: null, from: EVENING, to: NIGHT },
})
const roster = (...shifts: Shift[]): Duty => ({ ...NO_DUTY, shifts })

test('[V2] a board is loaded with its roster, and hears of each change once', async () => {
  const duty = { now: roster(shift(sara, 'doctor')) }
  const { sync, log, join } = await startSync(new MemoryLog(), { dutyOf: async () => duty.now })
  const peer = await join('karin').sync()
  expect(readDuty(peer.doc)).toEqual(duty.now.shifts)
  const commits = log.commits.length

  duty.now = roster(shift(sara, 'doctor'), shift(karin, 'nurse'))
  await sync.refreshDuty(kungsbacka)
  await expect.poll(() => readDuty(peer.doc)).toEqual(duty.now.shifts)
  await sync.refreshDuty(kungsbacka)
  await sync.keepTime()
  expect(log.commits).toHaveLength(commits + 1)
})

test('[V2] within half a minute of a new day the board shows that day’s', async () => {
  const duty = { now: roster(shift(sara, 'doctor')) }
  const { sync, join } = await startSync(new MemoryLog(), { dutyOf: async () => duty.now })
  const peer = await join('karin').sync()
  duty.now = NO_DUTY
  await sync.keepTime()
  await expect.poll(() => readDuty(peer.doc)).toEqual([])
})

test('[V2] a roster that cannot be read keeps nobody from working', async () => {
  const duty = { fails: false }
  const dutyOf = async () => {
    if (duty.fails) throw new Error('away')
    return roster(shift(sara, 'doctor'))
  }
  const { sync, join } = await startSync(new MemoryLog(), { dutyOf })
  const peer = await join('karin').sync()
  duty.fails = true
  await sync.keepTime()
  expect(readDuty(peer.doc)).toHaveLength(1)
})

test('[V2] [E2] the next epoch has it too', async () => {
  const { sync, clock, gate, join } = await startSync(new MemoryLog(), {
    dutyOf: async () => roster(shift(sara, 'doctor')),
  })
  clock.now = EVENING
  const peer = await join('karin', 'kungsbacka@1?frames=1').sync()
  peer.edit((doc) => {
    createCase(doc, requestFor(anna), asKarin())
    setOutcome(doc, { case: anna, value: 'neither' }, asSara(EVENING))
    closeCase(doc, { case: anna }, asSara(EVENING))
  })
  await expect.poll(() => peer.frames('saved')).toHaveLength(1)
  clock.now = NIGHT
  sync.beat()
  await peer.closed
  gate.epoch = epoch.parse(2)
  const next = await join('karin', 'kungsbacka@2').sync()
  expect(readDuty(next.doc)).toHaveLength(1)
})
