import { describe, test } from 'vitest'
import { FaultyProxy } from '../support/faulty-proxy.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const TITLE = 'Ingrid S.'
const KARIN = ' KARIN SKRIVER I LUGN OCH RO ATT DOTTERN KOMMER HEM.'
const AMINA = ' amina skriver samtidigt att tabletterna är slut i dag.'

describe('two people who write in one text at once', () => {
  const stage = new Stage()

  test('[U11] [U37] lose no letter, also when the network goes in the middle', async () => {
    await using road = await FaultyProxy.before(stage.server.url)
    const karin = await openText('karin', { baseURL: road.through(stage.server.url) })
    const amina = await openText('amina')
    const before = await karin.text.inputValue()

    const typing = [type(karin, KARIN.slice(0, 20)), type(amina, AMINA.slice(0, 20))]
    await expect(karin.page.getByText('Amina skriver…')).toBeVisible()
    await expect(amina.page.getByText('Karin skriver…')).toBeVisible()
    await Promise.all(typing)
    road.unplug()
    await Promise.all([type(karin, KARIN.slice(20, 40)), type(amina, AMINA.slice(20, 40))])
    await expect(karin.page.getByText(/\d+ ändring(ar)? väntar/).first()).toBeVisible()
    road.plugIn()
    await Promise.all([type(karin, KARIN.slice(40)), type(amina, AMINA.slice(40))])

    for (const { board } of [karin, amina]) await expect(board.saved).toBeVisible()
    const length = before.length + KARIN.length + AMINA.length
    await expect.poll(async () => (await amina.text.inputValue()).length).toBe(length)
    const both = await amina.text.inputValue()
    await expect(karin.text).toHaveValue(both)
    const written = both.slice(before.length)
    expect(both.slice(0, before.length)).toBe(before)
    for (const words of [KARIN, AMINA]) expect(isIn(words, written)).toBe(true)

    await karin.page.keyboard.press('Escape')
    await expect(amina.text).toHaveValue(before + AMINA)
  })

  async function openText(username: string, options: { baseURL?: string } = {}) {
    const page = await stage.person(username, '/board/kungsbacka', DEVICES.pc, options)
    const board = new BoardPage(page)
    await board.link(TITLE).click()
    await page.getByRole('button', { name: /^Situation/ }).click()
    return { page, board, text: page.getByRole('textbox', { name: 'Situation' }) }
  }

  const type = ({ page }: { page: BoardPage['page'] }, words: string) =>
    page.keyboard.type(words, { delay: 30 })
})

/** Whether all letters stand in a text, in their order. */
function isIn(words: string, text: string): boolean {
  let at = -1
  return [...words].every((letter) => (at = text.indexOf(letter, at + 1)) !== -1)
}
