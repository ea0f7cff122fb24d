import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('undoing', () => {
  const stage = new Stage()

  test('[U9] Z takes back the own last move, and all see it', async () => {
    const [karin, amina] = await nurses()
    await karin.stopTime()
    await karin.moveTo('Ingrid S.', 'Uppföljning')
    await expect(amina.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
    await karin.page.keyboard.press('z')
    await expect(karin.cardIn('Inkommet', 'Ingrid S.')).toBeVisible()
    await expect(amina.cardIn('Inkommet', 'Ingrid S.')).toBeVisible()
  })

  test('[B16] the toast’s Ångra leaves alone what somebody has changed since', async () => {
    const [karin, amina] = await nurses()
    await karin.stopTime()
    await karin.moveTo('Milan S.', 'Uppföljning')
    await expect(amina.cardIn('Uppföljning', 'Milan S.')).toBeVisible()
    await amina.moveTo('Milan S.', 'Återlämning')
    await expect(karin.cardIn('Återlämning', 'Milan S.')).toBeVisible()
    await karin.page.getByRole('button', { name: 'Ångra' }).click()
    const said = karin.page.getByRole('region', { name: 'Meddelanden' }).getByRole('status')
    await expect(said).toContainText('Någon har ändrat sedan dess.')
    await expect(karin.cardIn('Återlämning', 'Milan S.')).toBeVisible()
  })

  async function nurses(): Promise<[BoardPage, BoardPage]> {
    const open = async (name: string) =>
      new BoardPage(await stage.person(name, '/board/kungsbacka', DEVICES.pc))
    return [await open('karin'), await open('amina')]
  }
})
