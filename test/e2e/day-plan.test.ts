import type { Locator, Page } from 'playwright'
import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const PATIENT = 'Astrid D.'

describe('the day’s plan', () => {
  const stage = new Stage()

  test('[U44] a mouse gives a case its time and doctor, a finger hands it over', async () => {
    const karin = await stage.person('karin', '/plan/kungsbacka', DEVICES.pc)
    const sara = await stage.person('sara', '/plan/kungsbacka', DEVICES.tablet)
    await expect(column(sara, 'Sara Lindgren')).toBeVisible()

    const [from, to] = await way(karin, 'Sara Lindgren')
    await karin.mouse.move(from.x, from.y)
    await karin.mouse.down()
    await karin.mouse.move(to.x, to.y, { steps: 8 })
    await karin.mouse.up()
    await expect(visit(sara, 'Sara Lindgren')).toBeVisible()

    // While Karin's hold is still shown there it is not moved.
    await expect(sara.getByRole('button', { name: `Planera ${PATIENT} till…` })).toBeVisible()
    await visit(sara, 'Sara Lindgren').scrollIntoViewIfNeeded()
    const [held, over] = await way(sara, 'Jonas Ekberg')
    const finger = await sara.context().newCDPSession(sara)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints })
    await touch('touchStart', held)
    await expect(column(sara, 'Sara Lindgren').getByText(PATIENT)).toHaveCount(2)
    await touch('touchMove', { x: (held.x + over.x) / 2, y: over.y })
    await touch('touchMove', over)
    await touch('touchEnd')
    await expect(visit(karin, 'Jonas Ekberg')).toBeVisible()
    await expect(visit(karin, 'Sara Lindgren')).toHaveCount(0)
  })
})

type Point = { x: number; y: number }

const column = (page: Page, doctor: string): Locator =>
  page.getByRole('list', { name: new RegExp(`^${doctor}`) })
const visit = (page: Page, doctor: string): Locator =>
  column(page, doctor).getByRole('link', { name: PATIENT, exact: true })

/** From the patient's drawing to the middle of what is seen of a doctor's column. */
async function way(page: Page, doctor: string): Promise<[Point, Point]> {
  const grid = await boxOf(page.getByRole('group', { name: /^Dagens besök/ }))
  const to = await boxOf(column(page, doctor))
  const drawing = page.getByRole('article').filter({ hasText: PATIENT })
  const from = await boxOf(drawing)
  return [
    { x: from.x + 8, y: from.y + 10 }, // also of a narrow one, away from its button
    { x: to.x + to.width / 2, y: grid.y + grid.height / 2 },
  ]
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return box
}
