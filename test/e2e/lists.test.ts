import { expect as expectValue, describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('lists and settings', () => {
  const stage = new Stage()

  test('[U25] a filtered board is the same after a reload and by its address', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    await new BoardPage(page).layout()
    await page.getByRole('button', { name: 'Mina' }).click()
    await expect(page).toHaveURL(/\?mine=1$/)
    const hits = page.getByText(/^\d+ träffar$/)
    const count = (await hits.textContent()) ?? ''
    await page.reload()
    await expect(hits).toHaveText(count)
    await page.getByRole('button', { name: 'Rensa' }).click()
    await expect(page).toHaveURL(/kungsbacka$/)
  })

  test('[U30] [U31] what a manager calls a lane is its name everywhere at once', async () => {
    const maria = await stage.person('maria', '/board/kungsbacka', DEVICES.pc)
    const karin = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const wall = await stage.wall('kungsbacka')
    await maria.getByRole('button', { name: /inställningar$/ }).click()
    await maria.getByRole('button', { name: 'Tavlans inställningar' }).click()
    const today = maria.getByRole('group', { name: 'Dagens besök' })
    await today.getByLabel('Namn').fill('Hembesök')
    await today.getByLabel('Namn').press('Enter')
    await expect(karin.getByRole('heading', { name: 'Hembesök' })).toBeVisible()
    await expect(wall.getByRole('heading', { name: 'Hembesök' })).toBeVisible()
    await maria.getByLabel('Tavlans namn').fill('Kungsbacka norr')
    await maria.getByLabel('Tavlans namn').press('Enter')
    const boards = async () => await (await karin.request.get('/api/boards')).text()
    await expectValue.poll(boards).toContain('"Kungsbacka norr"')
  })

  test('[Y2] [Y3] the day list prints with whom, when and which page, and without the protected', async () => {
    const page = await stage.person('karin', '/print/kungsbacka', DEVICES.pc)
    await expect(page.getByText(/^Utskriven \d\d:\d\d av Karin Lindqvist$/)).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: 'Skyddad identitet' }).first()
    await expect(row.getByRole('cell').nth(3)).toHaveText('')
    await expect(row.getByRole('cell').nth(4)).toHaveText('')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeHidden()
  })
})
