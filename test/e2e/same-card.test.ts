import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { DEVICES, Stage } from './support/stage.ts'

const TITLE = 'Ingrid S.'

describe('two people and one card', () => {
  const stage = new Stage()

  test('[B3] a card that two people drag at once, apart, ends in one place for all', async () => {
    const karin = await nurse('karin')
    const amina = await nurse('amina')
    const before = await karin.board.layout()
    expect(await amina.board.layout()).toEqual(before)

    karin.network.hold()
    amina.network.hold()
    await karin.board.dragByMouse(TITLE, 'Akut')
    await amina.board.dragByMouse(TITLE, 'Dagens besök')
    await expect(karin.board.cardIn('Akut', TITLE)).toBeVisible()
    await expect(amina.board.cardIn('Dagens besök', TITLE)).toBeVisible()
    karin.network.release()
    amina.network.release()

    for (const { board } of [karin, amina]) await expect(board.saved).toBeVisible()
    const latecomer = await nurse('maria')
    const after = await latecomer.board.layout()
    for (const { board } of [karin, amina]) await expect.poll(() => board.layout()).toEqual(after)
    const standing = [after['Akut'], after['Dagens besök']].flat()
    expect(standing.filter((title) => title === TITLE)).toEqual([TITLE])
    expect(without(after)).toEqual(without(before))
  })

  async function nurse(username: string) {
    const page = await stage.person(username, '/board/halmstad', DEVICES.pc)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    const board = new BoardPage(page)
    await expect(board.card(TITLE)).toBeVisible()
    return { board, network }
  }
})

/** Nobody else's card has moved. */
const without = (layout: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(layout).map(([lane, titles]) => [lane, titles.filter((one) => one !== TITLE)]),
  )
