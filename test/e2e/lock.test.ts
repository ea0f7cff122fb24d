import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { boardIsKept } from './support/board-is-kept.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a screen that is locked', () => {
  const stage = new Stage()

  async function lock(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Karin Lindqvist/ }).click()
    await page.getByRole('button', { name: 'Lås skärmen' }).click()
    await expect(page.getByRole('heading', { name: 'Karin Lindqvist' })).toBeVisible()
  }

  async function unlock(page: Page): Promise<void> {
    await page.getByLabel('Lösenord').fill('demo')
    await page.getByRole('button', { name: 'Lås upp' }).click()
  }

  async function expectNothingOfTheBoard(page: Page): Promise<void> {
    await expect(page.getByRole('article')).toHaveCount(0)
    const text = await page.evaluate('document.documentElement.outerHTML')
    for (const word of ['Astrid D.', 'Ingrid S.', 'Kungsbacka', 'Gunvor'])
      expect(text).not.toContain(word)
  }

  test('[S16] half an hour untouched covers it, and it stays covered when it is loaded again', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    await page.clock.install()
    await page.reload()
    const board = new BoardPage(page)
    await expect(board.card('Ingrid S.')).toBeVisible()
    await page.keyboard.press('n')
    await page.getByLabel('Patient').fill('Gunvor')
    await page.clock.fastForward('31:00')
    await expect(page.getByRole('button', { name: 'Lås upp' })).toBeVisible()
    await expectNothingOfTheBoard(page)
    expect((await page.request.get('/api/boards')).status()).toBe(423)

    await page.reload()
    await expect(page.getByRole('heading', { name: 'Karin Lindqvist' })).toBeVisible()
    await expectNothingOfTheBoard(page)
  })

  test('[S16] what was half written, and what was not sent, is there when its author is back', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const board = new BoardPage(page)
    await board.layout()
    await page.keyboard.press('n')
    await page.getByLabel('Patient').fill('Gunvor')
    await page.keyboard.press('Escape')
    network.hold()
    await board.moveTo('Ingrid S.', 'Uppföljning')
    await page.keyboard.press('l')
    await expect(page.getByRole('heading', { name: 'Karin Lindqvist' })).toBeVisible()
    await expectNothingOfTheBoard(page)
    await expect(page.getByLabel('Lösenord')).toHaveValue('')
    await page.getByLabel('Lösenord').fill('fel')
    await page.getByRole('button', { name: 'Lås upp' }).click()
    await expect(page.getByText('Fel användarnamn eller lösenord.')).toBeVisible()
    network.release()
    await unlock(page)
    await expect(board.saved).toBeVisible()
    await expect(board.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
    await page.keyboard.press('n')
    await expect(page.getByLabel('Patient')).toHaveValue('Gunvor')
    const amina = new BoardPage(await stage.person('amina', '/board/kungsbacka', DEVICES.pc))
    await expect(amina.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
  })

  test('[S16] locked in one tab it is in the other, and unlocked too', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const other = await page.context().newPage()
    await other.goto('/day?board=kungsbacka')
    for (const one of [page, other]) await expect(one.getByText(/Allt sparat/)).toBeVisible()
    await lock(page)
    await expect(other.getByRole('heading', { name: 'Karin Lindqvist' })).toBeVisible()
    await unlock(other)
    for (const one of [page, other]) await expect(one.getByText(/Allt sparat/)).toBeVisible()
  })

  test('[S16] without contact it is covered, and a tap is enough', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.tablet)
    const board = new BoardPage(page)
    await expect(board.saved).toBeVisible()
    await stage.server.kill()
    await page.keyboard.press('l')
    await expect(page.getByText('Ingen kontakt med servern.')).toBeVisible()
    await expectNothingOfTheBoard(page)
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await expect(board.card('Astrid D.')).toBeVisible()
    await stage.server.startAgain()
    await expect(board.saved).toBeVisible()
  })

  test('[S16] loading the page again without contact does not lift the cover', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.tablet, {
      serviceWorkers: 'allow',
    })
    const board = new BoardPage(page)
    await boardIsKept(page)
    await expect(board.saved).toBeVisible()
    await stage.server.kill()
    await page.keyboard.press('l')
    await expect(page.getByText('Ingen kontakt med servern.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Karin Lindqvist' })).toBeVisible()
    await expectNothingOfTheBoard(page)
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await expect(board.card('Astrid D.')).toBeVisible()
    await stage.server.startAgain()
  })

  test('[S17] another user takes over from the lock, and nothing of the last one is left', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const board = new BoardPage(page)
    await board.layout()
    const before = await page.context().cookies()
    await board.moveTo('Astrid D.', 'Uppföljning') // can be undone for ten seconds
    await page.keyboard.press('n')
    await page.getByLabel('Patient').fill('Gunvor')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Prioritet' }).click()
    await page.getByRole('menuitemradio', { name: 'Akut' }).click()
    await page.getByPlaceholder('Sök namn, kod, orsak').fill('Astrid')
    await board.link('Astrid D.').click()
    await expect(page).toHaveURL(/case=/)
    await lock(page)
    await page.getByRole('button', { name: 'Någon annan' }).click()
    await expect(page.getByText(/Karin Lindqvist har skrivit något/)).toBeVisible()
    await page.getByRole('button', { name: 'Tillbaka till Karin Lindqvist' }).click()
    await expect(page.getByRole('button', { name: 'Lås upp' })).toBeVisible()
    await page.getByRole('button', { name: 'Någon annan' }).click()
    await page.getByLabel('Användarnamn').fill('amina')
    await page.getByLabel('Lösenord').fill('demo')
    await page.getByRole('button', { name: 'Logga in' }).click()

    await expect(page.getByRole('button', { name: /^Amina Hassan/ })).toBeVisible()
    await board.layout()
    await expect(page).toHaveURL(/\/board\/kungsbacka$/)
    await expect(page.getByPlaceholder('Sök namn, kod, orsak')).toHaveValue('')
    await expect(page.getByRole('button', { name: /Ångra/ })).toHaveCount(0)
    await page.keyboard.press('n')
    await expect(page.getByLabel('Patient')).toHaveValue('')
    const [cookie] = before.filter(({ name }) => name === 'samtavlan_session')
    const dead = await fetch(`${stage.server.url}/api/session`, {
      headers: { cookie: `samtavlan_session=${cookie?.value}` },
    })
    expect(dead.status).toBe(401)
  })

  test('[S17] changes that are not saved are named before somebody else signs in', async () => {
    const page = await stage.person('karin', '/board/halmstad', DEVICES.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const board = new BoardPage(page)
    await board.layout()
    network.hold()
    await board.moveTo('Ingrid S.', 'Akut')
    await page.getByRole('button', { name: /^Karin Lindqvist/ }).click()
    await page.getByRole('button', { name: 'Byt användare' }).click()
    await expect(page.getByText('Karin Lindqvist har 1 ändring som inte är sparad.')).toBeVisible()
    await page.getByLabel('Användarnamn').fill('karin')
    await page.getByLabel('Lösenord').fill('demo')
    await page.getByRole('button', { name: 'Logga in' }).click()
    await expect(board.cardIn('Akut', 'Ingrid S.')).toBeVisible()
    network.release()
    await expect(board.saved).toBeVisible()
  })
})
