import type { Locator, Page } from 'playwright'
import { describe, test } from 'vitest'
import type { BoardSession } from '../../shared/api.ts'
import { FaultyProxy } from '../support/faulty-proxy.ts'
import { boardIsKept } from './support/board-is-kept.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { loot } from './support/loot.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a doctor without a network', () => {
  const stage = new Stage()

  test('[O4] [O6] starts the app, works on, and all of it arrives, once', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const jonas = await tablet('jonas', road)
    const [karin, amina, sara] = [await pc('karin'), await pc('amina'), await pc('sara')]
    await boardIsKept(jonas.page)

    road.unplug()
    await jonas.page.reload()
    await expect(jonas.page.getByText(/Du är offline sedan|Fryst sedan/)).toBeVisible()

    await jonas.page
      .getByRole('button', { name: /^Framme/ })
      .first()
      .tap()
    await jonas.page.goto('/board/kungsbacka')
    await jonas.card('Astrid D.').getByRole('button', { name: 'Sedd' }).tap()
    await jonas.moveTo('Ingrid S.', 'Akut')
    await jonas.moveTo('Milan S.', 'Uppföljning')
    await inCase(jonas, 'Milan S.', async (panel) => {
      await addToSituation(panel, ' Andfådd i trappan')
      await panel.getByLabel('Skriv till teamet').fill('Ringer sonen')
      await panel.getByRole('button', { name: 'Skicka', exact: true }).tap()
    })
    await newRequest(jonas, 'Gustaf Q.')
    await expect(jonas.page.getByText(/\d+ ändringar väntar/).first()).toBeVisible()

    await karin.moveTo('Ingrid S.', 'Uppföljning')
    await inCase(amina, 'Milan S.', async (panel) => {
      await panel.getByLabel('Skriv till teamet').fill('Sonen har ringt')
      await panel.getByRole('button', { name: 'Skicka', exact: true }).click()
    })
    await inCase(sara, 'Milan S.', async (panel) => {
      await addToSituation(panel, ' Hostar mer.')
    })
    await newRequest(karin, 'Gunvor L.')

    road.plugIn()
    await expect(jonas.saved).toBeVisible()
    const told = jonas.page.getByRole('region', { name: 'Ändringar som inte används' })
    await expect(told).toContainText(/Karin flyttade kortet \d\d:\d\d till Uppföljning\./)
    for (const board of [jonas, karin, amina, sara]) {
      await expect(board.card('Astrid D.')).toContainText(/Sedd av Jonas Ekberg \d\d:\d\d/)
      await expect(board.card('Elsa M.')).toContainText('Framme')
      await expect(board.cardIn('Uppföljning', 'Ingrid S.')).toBeVisible()
      await expect(board.cardIn('Uppföljning', 'Milan S.')).toBeVisible()
      for (const title of ['Gustaf Q.', 'Gunvor L.'])
        await expect(board.cardIn('Inkommet', title)).toHaveCount(1)
    }
    expect(await karin.layout()).toEqual(await amina.layout())
    expect(await jonas.layout()).toEqual(await amina.layout())
    await inCase(karin, 'Milan S.', async (panel) => {
      for (const words of ['Andfådd i trappan', 'Hostar mer.', 'Ringer sonen', 'Sonen har ringt'])
        await expect(panel).toContainText(words)
    })
  })

  test('[O3] [O5] what rests on the device says nothing, and a revoked session leaves nothing', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const { page } = await tablet('jonas', road)
    await boardIsKept(page)
    road.unplug()
    await page
      .getByRole('button', { name: /^(Framme|Klar)/ })
      .last()
      .tap()
    await expect.poll(() => loot(page)).toMatch(/changes: \{/)
    const words = /Elsa|Astrid|Ingrid|Jonas|jonas|Ekberg|Karin|Kungsbacka|smärta|Kullavik/
    expect(await loot(page)).not.toMatch(words)

    const maria = await stage.person('maria', '/board/kungsbacka', DEVICES.pc)
    await signOut(maria, 'Jonas Ekberg')
    road.plugIn()
    await expect(page.getByRole('button', { name: 'Logga in' })).toBeVisible()
    await expect.poll(() => loot(page)).toBe('')
  })

  test('[O5] signing out removes all at once, and holds without a network', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const { page } = await tablet('sara', road)
    await boardIsKept(page)
    road.unplug()
    await page.getByRole('button', { name: 'Sara Lindgren, inställningar' }).tap()
    await page.getByRole('menuitem', { name: 'Logga ut' }).tap()
    await expect(page.getByText('Servern svarar inte.')).toBeVisible()
    expect(await loot(page)).toBe('')

    await page.reload()
    await expect(page.getByText('Servern svarar inte.')).toBeVisible()
    road.plugIn()
    await expect(page.getByRole('button', { name: 'Logga in' })).toBeVisible()
    expect((await page.request.get('/api/session')).status()).toBe(401)
  })

  test('[O5] whoever signs in next finds nothing of the one before', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const { page } = await tablet('sara', road)
    await boardIsKept(page)
    const saras = await loot(page)
    await page.request.post('/api/session', { data: { username: 'amina', password: 'demo' } })
    await page.goto('/board/halmstad')
    await expect(page.getByText('Allt sparat')).toBeVisible()
    await expect.poll(() => loot(page)).toMatch(/copies: \{/)
    const ids = [saras, await loot(page)].map((found) => /id: ([-\w]+)/.exec(found)?.[1])
    expect(ids[0]).not.toBe(ids[1])
    expect((await loot(page)).match(/leaves: \{/g)).toHaveLength(1)
  })

  test('[O2] [O4] nothing is shown twelve hours after the sign-in, not even after a start', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const { page } = await tablet('jonas', road)
    await page.clock.install()
    await page.reload()
    await boardIsKept(page)
    road.unplug()
    await page.clock.fastForward('12:01:00')
    await expect(page.getByText('Elsa M.')).toHaveCount(0)
    await expect(page.getByText('Servern svarar inte.')).toBeVisible()
    expect(await loot(page)).not.toMatch(/copies: \{/)
  })

  async function tablet(who: string, road: FaultyProxy): Promise<BoardPage> {
    const options = { baseURL: road.through(stage.server.url), serviceWorkers: 'allow' } as const
    return new BoardPage(await stage.person(who, '/day?board=kungsbacka', DEVICES.tablet, options))
  }

  async function pc(who: string): Promise<BoardPage> {
    const board = new BoardPage(await stage.person(who, '/board/kungsbacka', DEVICES.pc))
    await expect(board.card('Ingrid S.')).toBeVisible()
    return board
  }
})

/** Signs somebody else out, as a manager does. */
async function signOut(manager: Page, name: string): Promise<void> {
  const sessions = '/api/boards/kungsbacka/sessions'
  const found = (await (await manager.request.get(sessions)).json()) as BoardSession[]
  const theirs = found.filter(({ person }) => person?.name === name)
  for (const { id } of theirs) await manager.request.delete(`${sessions}/${id}`)
}

async function inCase(
  board: BoardPage,
  title: string,
  task: (panel: Locator) => Promise<void>,
): Promise<void> {
  const { page } = board
  await board.link(title).click()
  await task(page.getByRole('dialog', { name: new RegExp(`${title}$`) }))
  await page.keyboard.press('Escape')
}

/** Writes at the end of what may stand there, and goes on: Escape would take the words back. */
async function addToSituation(panel: Locator, words: string): Promise<void> {
  await panel.getByRole('button', { name: /^Situation/ }).click()
  await panel.getByLabel('Situation').press('Control+End')
  await panel.page().keyboard.insertText(words)
  await panel.getByLabel('Skriv till teamet').focus()
}

async function newRequest({ page }: BoardPage, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Ny vårdbegäran' }).click()
  const form = page.getByRole('dialog', { name: 'Ny vårdbegäran' })
  await form.getByLabel('Patient').fill(title)
  await form.getByLabel('Kontaktorsak').fill('Feber')
  await form.getByRole('button', { name: 'Idag' }).click()
  await form.getByRole('button', { name: 'Skapa vårdbegäran' }).click()
  await expect(form).toBeHidden()
}
