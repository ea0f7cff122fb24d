import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { laneList, showBoard } from './stage.ts'

beforeEach(() => page.viewport(1024, 768))

const fold = () => page.getByRole('button', { name: 'Fäll ihop Avslutat idag' })
const unfold = () => page.getByRole('button', { name: 'Visa Avslutat idag' })

test('[U57] a lane that is unfolded is in sight, and the focus is on what folds it again', async () => {
  showBoard()
  await unfold().click()
  await expect.element(fold()).toHaveFocus()
  await expect.element(fold()).toBeInViewport({ ratio: 1 })
  expect(laneList('done').getBoundingClientRect().right).toBeLessThanOrEqual(1024)
})

test('[U57] folding it brings the focus back', async () => {
  showBoard()
  await unfold().click()
  await fold().click()
  await expect.element(unfold()).toHaveFocus()
})
