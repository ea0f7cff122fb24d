import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a change that lost against a newer one', () => {
  const stage = new Stage()

  test('[U18] is told to who made it without a network, who does it anyway', async () => {
    const { karin, network, amina, told } = await twoNurses()
    network.hold()
    await karin.moveTo('Ingrid S.', 'Akut')
    await amina.moveTo('Ingrid S.', 'Uppföljning')
    network.release()

    await expect(told).toContainText(/Amina flyttade kortet \d\d:\d\d till Uppföljning\./)
    await expect(told).toContainText(/Din ändring från \d\d:\d\d till Akut används inte\./)
    await expect(karin.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
    await expect(karin.page.getByRole('button', { name: /^Ångra/ })).toHaveCount(0)

    await told.getByRole('button', { name: 'Gör min ändring ändå' }).click()
    await expect(amina.cardIn('Akut', 'Ingrid S.')).toBeVisible()
    await expect(told).toHaveCount(0)
    await expect(karin.saved).toBeVisible()
  })

  test('[U18] [A9] on a case that was closed meanwhile is told, with the way to the case', async () => {
    const { karin, network, amina, told } = await twoNurses()
    network.hold()
    await karin.moveTo('Milan S.', 'Uppföljning')
    await amina.link('Milan S.').focus()
    await amina.page.keyboard.press('m')
    await amina.page.getByRole('menuitem', { name: 'Avsluta…' }).click()
    await amina.page.getByRole('button', { name: 'Ingetdera' }).click()
    await expect(amina.card('Milan S.')).toHaveCount(0)
    network.release()

    await expect(told).toContainText(
      /Amina avslutade ärendet \d\d:\d\d\. Din ändring från \d\d:\d\d/,
    )
    await expect(told.getByRole('button', { name: 'Gör min ändring ändå' })).toHaveCount(0)
    await told.getByRole('button', { name: 'Öppna ärendet' }).click()
    await expect(karin.page.getByRole('dialog', { name: /Milan S\./ })).toContainText('Avslutad')
  })

  async function twoNurses() {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const karin = new BoardPage(page)
    const amina = new BoardPage(await stage.person('amina', '/board/kungsbacka', DEVICES.pc))
    for (const board of [karin, amina]) await expect(board.card('Ingrid S.')).toBeVisible()
    const told = page.getByRole('region', { name: 'Ändringar som inte används' })
    return { karin, network, amina, told }
  }
})
