import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { DaysOff } from '../../server/calendar/days-off.ts'
import { NO_SETTINGS } from '../../shared/board.ts'
import { isTeamAtWork } from '../../shared/team-hours.ts'
import { dayAfter, dayOf, momentOf } from '../../shared/team-time.ts'
import type { ClockOrder } from '../support/set-clock.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const SET_CLOCK = `${import.meta.dirname}/../support/set-clock.ts`
const MINUTE = 60_000

/** How far ahead the next day's ten o'clock is on which the team works. */
function tillTen(): number {
  const now = Date.now()
  for (let day = dayAfter(dayOf(now), 1); ; day = dayAfter(day, 1)) {
    const ten = momentOf(day, '10:00')
    if (isTeamAtWork(ten, new Set(new DaysOff().around(day)), NO_SETTINGS)) return ten - now
  }
}

describe('an acute case that nobody has seen', () => {
  const ahead = tillTen()
  const stage = new Stage({ CLOCK_AHEAD: String(ahead) }, [SET_CLOCK])
  const after = (minutes: number): ClockOrder => ({ ahead: ahead + minutes * MINUTE })
  const alertsOf = (page: Page) => page.getByRole('region', { name: 'Akut som väntar på läkare' })

  test('[Q1] [Q2] [Q3] is told to whom it concerns, again and in full, until a doctor answers', async () => {
    const wall = await stage.wall('kungsbacka')
    const karin = new BoardPage(await stage.person('karin', '/board/kungsbacka', DEVICES.pc))
    const sara = await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet)
    const maria = await stage.person('maria', '/plan/kungsbacka', DEVICES.pc)
    await expect(alertsOf(sara)).toHaveCount(0)
    await karin.moveTo('Ingrid S.', 'Akut')
    const mine = alertsOf(sara).getByRole('listitem').filter({ hasText: 'Ingrid S.' })
    await expect(mine).toContainText('Akut, ej sedd')
    expect((await new AxeBuilder({ page: sara }).analyze()).violations).toEqual([])
    for (const page of [karin.page, maria]) await expect(alertsOf(page)).toHaveCount(0)

    await stage.server.tell(after(10))
    await expect(mine).toContainText('Akut, fortfarande ej sedd')
    await expect(alertsOf(maria)).toContainText('Akut, fortfarande ej sedd')
    await expect(alertsOf(karin.page)).toHaveCount(0)

    await stage.server.tell(after(20))
    await expect(wall.getByText('Ingen läkare har svarat').first()).toBeVisible()
    await expect(alertsOf(karin.page)).toContainText('Ingen läkare har svarat: Ingrid S.')
    await expect(alertsOf(karin.page).getByRole('link', { name: /^Ring / })).toBeVisible()

    await mine.getByRole('button', { name: 'Sedd' }).tap()
    await expect(alertsOf(sara)).toHaveCount(0)
    await expect(alertsOf(maria)).toHaveCount(0)
    await expect(wall.getByText('Ingen läkare har svarat')).toHaveCount(0)
    await expect(alertsOf(karin.page)).toContainText('Sedd av Sara Lindgren: Ingrid S.')
    await alertsOf(karin.page).getByRole('button', { name: 'Stäng' }).click()
    await expect(alertsOf(karin.page)).toHaveCount(0)
  })
})
