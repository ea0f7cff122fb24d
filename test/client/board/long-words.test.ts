import { expect, test } from 'vitest'
import { boardOf } from '../../../shared/board-document.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { anna, asKarin } from '../../shared/support/board.ts'
import { card, laneList, showBoard, threeWaiting } from './stage.ts'

const WORD = 'Läkemedelsgenomgångsuppföljningsansvarig'

test('[U56] long words widen neither a lane nor a card, and stay whole to be read', async () => {
  const doc = threeWaiting()
  boardOf(doc).set('labels', { incoming: WORD.slice(0, 30) })
  boardOf(doc).set('softLimits', { incoming: 2 })
  editField(doc, { case: anna, field: 'reason', value: { text: WORD } }, asKarin())
  showBoard({ doc })
  await expect.element(card('Anna')).toBeVisible()
  const lane = laneList('incoming').closest('section')
  const head = lane?.querySelector('h2')
  expect(head?.title).toBe(WORD.slice(0, 30))
  const parts = [lane, lane?.querySelector('header'), card('Anna').element().closest('article')]
  for (const part of parts) expect(part?.scrollWidth).toBeLessThanOrEqual(part?.clientWidth ?? 0)
  const reason = lane?.querySelector<HTMLElement>('.reason')
  expect(reason?.scrollWidth).toBeLessThanOrEqual(reason?.clientWidth ?? 0)
})
