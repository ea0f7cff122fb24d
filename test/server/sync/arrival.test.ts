import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { caseIds } from '../../../shared/board-document.ts'
import { nextEpoch } from '../../../shared/next-epoch.ts'
import { boardWith, caseNumber } from '../../shared/support/board.ts'
import { first, kungsbacka } from './support/fake-gate.ts'
import { MemoryLog } from './support/memory-log.ts'
import { startSync } from './support/sync-stage.ts'

test('[W11] who comes to a full board gets it in parts, of which only the last answers', async () => {
  const log = new MemoryLog()
  const ids = Array.from({ length: 200 }, (_, i) => caseNumber(i + 1))
  const { doc } = nextEpoch(boardWith(...ids), Date.now())
  await log.commit([
    { board: kungsbacka, epoch: first, updates: [Y.encodeStateAsUpdate(doc)], audit: [] },
  ])
  const stage = await startSync(log)
  const karin = await stage.join('karin').sync()
  expect(karin.story).toEqual(['update', 'update', 'step2', 'step1'])
  expect(caseIds(karin.doc)).toHaveLength(200)
  const back = await stage.join('karin', 'kungsbacka@1', {}, karin.doc).sync()
  expect(back.story).toEqual(['step2', 'step1'])
})
