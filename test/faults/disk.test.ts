import { expect, test } from 'vitest'
import { COMMENT_MAX } from '../../shared/limits.ts'
import { auditRows, expectWholeStore } from '../support/store-on-disk.ts'
import type { Moment } from '../support/store-faults.ts'
import { FaultStage, reasonIn } from './stage.ts'

const MOMENTS: readonly Moment[] = [
  { when: 'before', statement: 'begin' },
  { when: 'before', statement: 'insert into "updates"' },
  { when: 'before', statement: 'insert into "audit" ' },
  { when: 'before', statement: 'commit' },
]

test('[D4] a disk that fails once, wherever in a commit, costs nobody a change or its row', async () => {
  await using stage = await FaultStage.start()
  const karin = await stage.author()
  for (const at of MOMENTS) {
    const heard = karin.rulings.length
    await stage.fault({ kind: 'fail', at, times: 1 })
    const text = karin.write()
    await karin.saved()
    expect(karin.rulings.slice(heard)).toEqual(['not-saving', 'saving-again'])
    expect(reasonIn(await stage.join(), karin.case)).toBe(text)
  }
  const rows = await auditRows(stage.folder, 'kungsbacka')
  expect(rows.filter((row) => row.case_id === karin.case)).toHaveLength(1 + MOMENTS.length)
  expect(await stage.status('/readyz')).toBe(200)
  await expectWholeStore(stage.folder)
})

test('[D4] while the disk is full nothing is said to be saved, and all is once there is room', async () => {
  await using stage = await FaultStage.start()
  const karin = await stage.author()
  await stage.fault({ kind: 'full', is: true })
  while (!karin.rulings.includes('not-saving')) {
    karin.comment('x'.repeat(COMMENT_MAX))
    await karin.peer.until(() => karin.hasAllSaved || karin.rulings.includes('not-saving'))
  }
  const last = karin.write()
  expect([await stage.status('/healthz'), await stage.status('/readyz')]).toEqual([200, 503])
  expect(karin.hasAllSaved).toBe(false)

  await stage.fault({ kind: 'full', is: false })
  await karin.saved()
  expect(karin.rulings).toEqual(['not-saving', 'saving-again'])
  expect(reasonIn(await stage.join(), karin.case)).toBe(last)
  expect(await stage.status('/readyz')).toBe(200)
  await expectWholeStore(stage.folder)
})
