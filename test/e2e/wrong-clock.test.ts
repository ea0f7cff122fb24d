import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { clockOf } from '../../shared/team-time.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('a tablet whose clock is', () => {
  const stage = new Stage()

  test.for([
    ['an hour slow', -HOUR],
    ['an hour fast', HOUR],
  ] as const)('[U23] %s shows the ages and times that others see', async ([, wrong]) => {
    const here = await wrongBy(wrong, await board('karin'))
    const there = await board('amina')
    await new BoardPage(here).layout()
    await new BoardPage(there).layout()
    expect((await agesOn(there)).length).toBeGreaterThan(20)
    await expect(async () => expect(await agesOn(here)).toEqual(await agesOn(there))).toPass({
      timeout: 30_000,
    })
  })

  test('[U23] [B20] an hour slow says for everybody when something was done', async () => {
    const begun = Date.now()
    const day = await stage.person('jonas', '/day?board=kungsbacka', DEVICES.tablet)
    const page = await wrongBy(-HOUR, day)
    expect(await page.evaluate(() => Date.now())).toBeLessThan(begun - HOUR / 2)
    const arrived = page.getByRole('button', { name: /^Framme/ })
    await arrived.tap()
    await expect(arrived).toHaveText(/\d\d:\d\d/)
    const said = (await arrived.textContent())?.match(/\d\d:\d\d/)?.[0]
    expect(minutesBetween(begun, Date.now())).toContain(said)
  })

  const board = (who: string) => stage.person(who, '/board/kungsbacka', DEVICES.tablet)

  /** From its start on the page has another time of day. */
  async function wrongBy(ms: number, page: Page): Promise<Page> {
    await page.clock.install({ time: Date.now() + ms })
    await page.reload()
    return page
  }
})

/** The header's time, each card's age in words, and how each lane stands. */
function agesOn(page: Page): Promise<string[]> {
  return page
    .locator('header time, article [title], section.lane .note')
    .evaluateAll((marks) =>
      marks.map((mark) => mark.getAttribute('title') ?? mark.textContent.trim()),
    )
}

function minutesBetween(from: number, to: number): string[] {
  const count = Math.ceil((to - from) / MINUTE) + 1
  return Array.from({ length: count }, (_, i) => clockOf(Math.min(from + i * MINUTE, to)))
}
