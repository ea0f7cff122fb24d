import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { boardOf } from '../../../shared/board-document.ts'
import { expectLane, showBoard, threeWaiting } from './stage.ts'

const withLimit = (limit: number) => {
  const doc = threeWaiting()
  boardOf(doc).set('softLimits', { incoming: limit })
  return doc
}

test('[U29] a lane past its soft limit says so, also when some of it are filtered out', async () => {
  showBoard({ doc: withLimit(2) })
  await expect.element(page.getByText('3 / 2fullt')).toBeVisible()
  await page.getByRole('searchbox').fill('Anna')
  await expectLane('incoming').toEqual(['Anna'])
  await expect.element(page.getByText('3 / 2fullt')).toBeVisible()
})

test('[U29] a lane that is as full as it may be does not', async () => {
  showBoard({ doc: withLimit(3) })
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  await expect.element(page.getByText('fullt')).not.toBeInTheDocument()
})
