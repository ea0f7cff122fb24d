import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('presence', () => {
  const stage = new Stage()

  test('[L1] whose code could not be fetched comes with the next contact', async () => {
    const page = await stage.visitor(DEVICES.pc)
    const code = '**/assets/esm-*.js'
    const isAsked = page.waitForEvent('requestfailed', (request) => /esm-/.test(request.url()))
    await page.route(code, (route) => route.abort())
    await page.request.post('/api/session', { data: { username: 'karin', password: 'demo' } })
    await page.goto('/board/kungsbacka')
    await isAsked
    await page.unroute(code)

    await stage.server.kill()
    await stage.server.startAgain()
    const amina = await stage.person('amina', '/board/kungsbacka', DEVICES.pc)
    await expect(new BoardPage(page).saved).toBeVisible()
    for (const one of [page, amina]) await here(one, 'Amina', 'Karin')
  })

  test('[L8] [L9] [L11] five browsers see each other through work, leaving, sleep and a restart', async () => {
    const at = (who: string, path = '/board/kungsbacka') =>
      stage.person(who, path, DEVICES.pc).then((page) => new BoardPage(page))
    const [karin, amina, sara, jonas] = await Promise.all(
      ['karin', 'amina', 'sara', 'jonas'].map((who) => at(who)),
    )
    const maria = await at('maria', '/day?board=kungsbacka')
    if (!karin || !amina || !sara || !jonas) throw new Error('somebody is missing')
    const atBoard = [karin, amina, sara, jonas]
    const all = ['Karin', 'Amina', 'Sara', 'Jonas', 'Maria']
    for (const { page } of atBoard) await here(page, ...all)

    await amina.link('Ingrid S.').click()
    await sara.link('Ingrid S.').click()
    await expect(sara.page.getByText('Amina har ärendet öppet')).toBeVisible()
    await expect(amina.page.getByText('Sara har ärendet öppet')).toBeVisible()
    const onCard = karin.card('Ingrid S.').getByRole('img', { name: /^Öppen hos/ })
    await expect(onCard).toHaveCount(2)
    await amina.page.getByRole('button', { name: /^Situation/ }).click()
    await expect(sara.page.getByText('Amina skriver…')).toBeVisible()

    await jonas.carryByMouse('Milan S.', 'Dagens besök')
    await expect(karin.card('Milan S.').getByText('Jonas flyttar…')).toBeVisible()
    await karin.page.getByRole('button', { name: /^Inne på tavlan nu/ }).click()
    const list = karin.page.getByRole('dialog', { name: 'Inne på tavlan nu' })
    for (const row of [
      /Jonas Ekberg.*Flyttar Milan S\./,
      /Amina Hassan.*Tavlan.*Ingrid S\./,
      /Maria Nordin.*Min dag/,
    ])
      await expect(list.getByRole('listitem').filter({ hasText: row })).toBeVisible()
    await jonas.page.mouse.up()
    await expect(karin.card('Milan S.').getByText('Jonas flyttar…')).toHaveCount(0)
    await amina.page.keyboard.press('Escape')
    await amina.page.keyboard.press('Escape')
    await expect(sara.page.getByText('Amina har ärendet öppet')).toHaveCount(0)
    await expect(onCard).toHaveCount(1)

    await maria.page.request.delete('/api/session')
    const rest = all.filter((name) => name !== 'Maria')
    for (const { page } of atBoard) await here(page, ...rest)

    await sara.stopTime()
    await here(sara.page, ...rest)
    await sara.page.clock.fastForward('00:40') // as under a lid that was closed
    await expect(sara.page.getByRole('button', { name: /^Inne på tavlan nu/ })).toHaveCount(0)
    for (const { page } of [karin, amina, jonas]) await here(page, 'Karin', 'Amina', 'Jonas')
    await sara.page.clock.resume()
    for (const { page } of atBoard) await here(page, ...rest)

    await stage.server.kill()
    for (const { page } of [karin, amina, jonas])
      await expect(page.getByRole('button', { name: /^Inne på tavlan nu/ })).toHaveCount(0)
    await stage.server.startAgain()
    for (const { page } of atBoard) await here(page, ...rest)
    await expect(onCard).toHaveCount(1)
  })
})

/** Those and nobody else, whoever was first. */
async function here(page: Page, ...names: string[]): Promise<void> {
  const each = names.map((name) => `(?=.*${name})`).join('')
  const name = new RegExp(`^${each}Inne på tavlan nu, ${names.length}:`)
  await expect(page.getByRole('button', { name })).toBeVisible()
}
