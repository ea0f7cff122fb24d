import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('signing in', () => {
  const stage = new Stage()

  test('[S4] a wrong password is refused in words, the right one opens the board', async () => {
    const page = await stage.visitor(DEVICES.pc)
    await page.goto('/')
    await page.getByLabel('Användarnamn').fill('karin')
    await page.getByLabel('Lösenord').fill('fel')
    await page.getByRole('button', { name: 'Logga in' }).click()
    await expect(page.getByText('Fel användarnamn eller lösenord.')).toBeVisible()
    await page.getByLabel('Lösenord').fill('demo')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/board\/(kungsbacka|halmstad)$/)
  })

  test('[S8] [S11] one tap on a demo role is enough; a doctor starts at my day', async () => {
    const page = await stage.visitor(DEVICES.pc)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto('/')
    await page
      .getByRole('region', { name: 'Prova som' })
      .getByRole('button', { name: /Läkare/ })
      .click()
    await expect(page).toHaveURL(/\/day\?board=/)
    await expect(page.getByRole('heading', { name: /Akutkö/ })).toBeVisible()
    expect(complaints.filter((text) => text.includes('script-src'))).toEqual([])
  })

  test('[S6] one tap makes a browser a wall screen, which can be nothing else', async () => {
    const page = await stage.visitor(DEVICES.wall)
    await page.goto('/')
    await page
      .getByRole('region', { name: 'Prova som' })
      .getByRole('button', { name: /Vägg/ })
      .click()
    await expect(page.getByText(/Bekräftad/)).toBeVisible()
    await page.goto('/board/kungsbacka')
    await expect(page.getByText('Sidan finns inte')).toBeVisible()
  })
})
