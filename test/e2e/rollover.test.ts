import AxeBuilder from '@axe-core/playwright'
import { describe, test } from 'vitest'
import { dayAfter, dayOf, momentOf } from '../../shared/team-time.ts'
import type { ClockOrder } from '../support/set-clock.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const SET_CLOCK = `${import.meta.dirname}/../support/set-clock.ts`
const WORDS = 'Ring dottern i morgon.'
const today = dayOf(Date.now())
const evening = momentOf(today, '23:55') - Date.now()
const night: ClockOrder = { ahead: momentOf(dayAfter(today, 1), '03:01') - Date.now() }

describe('in the night', () => {
  const stage = new Stage({ CLOCK_AHEAD: String(evening) }, [SET_CLOCK])

  test('[E6] [E3] [E4] [U17] board and wall follow by themselves, and what ended is in the archive', async () => {
    const wall = await stage.wall('kungsbacka')
    const sara = new BoardPage(await stage.person('sara', '/board/kungsbacka', DEVICES.pc))
    const { page } = sara
    await sara.layout()
    await sara.link('Gunnar P.').click()
    const panel = page.getByRole('dialog', { name: 'Gunnar P.' })
    await panel.getByLabel('Skriv till teamet').fill(WORDS)
    await panel.getByText('Kommentarer').click() // nobody types
    const folded = page.getByRole('region', { name: /^Avslutat idag/ })
    await expect(folded).toContainText('3')
    await expect(wall.getByText('Onsala').first()).toBeVisible()
    await page.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }))

    await stage.server.tell(night)
    await expect(folded).toContainText('0')
    await expect(panel.getByLabel('Skriv till teamet')).toHaveValue(WORDS)
    await panel.getByRole('button', { name: 'Skicka', exact: true }).click()
    await expect(sara.saved).toBeVisible()
    await expect(wall.getByText('Bekräftad 03:0')).toBeVisible()
    expect(await page.evaluate(() => Reflect.has(globalThis, 'isTheSamePage'))).toBe(true)

    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Visa Avslutat idag/ }).click()
    await page.getByRole('link', { name: 'Tidigare: arkivet' }).click()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('alv 1930')
    const hits = page.getByRole('list', { name: 'Avslutade ärenden' }).getByRole('link')
    await expect(hits).toHaveCount(1)
    await expect(hits).toContainText('Sjukhusvård undviken')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const found = page.getByRole('dialog', { name: 'Alvar J.' })
    await expect(found).toContainText('Vill inte till sjukhus.')
    await expect(found.getByRole('textbox')).toHaveCount(0)
    const history = found.getByRole('group', { name: 'Historik' })
    await expect(history).toContainText('Jonas Ekberg')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')
    await expect(hits).toBeFocused()
  })
})
