import type { Page } from 'playwright'
import { describe, test } from 'vitest'
import { FaultyProxy } from '../support/faulty-proxy.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('[U5] board, my day and wall wait, look frozen and come back by themselves', () => {
  const stage = new Stage()

  test('when the event loop of the server is blocked', async () => {
    const pages = await surfaces(stage.server.url)
    stage.server.block()
    await freeze(pages)
    stage.server.goOn()
    await comeBack(pages)
  })

  test('when the network is cut', async () => {
    await using proxy = await FaultyProxy.before(stage.server.url)
    const pages = await surfaces(proxy.through(stage.server.url))
    for (const line of proxy.lines) line.cut()
    proxy.queue()
    await freeze(pages)
    await proxy.letOnReversed()
    await comeBack(pages)
  })

  test('when their lines are half open', async () => {
    await using proxy = await FaultyProxy.before(stage.server.url)
    const pages = await surfaces(proxy.through(stage.server.url))
    for (const line of proxy.lines) line.lose('up', 'down')
    proxy.queue()
    await freeze(pages)
    await proxy.letOnReversed()
    await comeBack(pages)
  })

  async function surfaces(baseURL: string): Promise<Pages> {
    const pages = {
      board: await stage.person('karin', '/board/kungsbacka', DEVICES.pc, { baseURL }),
      day: await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet, { baseURL }),
      wall: await stage.wall('kungsbacka', { baseURL }),
    }
    for (const page of Object.values(pages)) {
      await page.clock.install()
      await page.reload()
      await expect(alive(page)).toBeVisible()
    }
    return pages
  }
})

type Pages = Readonly<Record<'board' | 'day' | 'wall', Page>>

const alive = (page: Page) => page.getByText(/(Allt sparat|Bekräftad) \d\d:\d\d:\d\d/)
const frozen = (page: Page) => page.getByText(/Fryst sedan \d\d:\d\d/)

async function freeze({ board, day, wall }: Pages): Promise<void> {
  const pages = [board, day, wall]
  for (const page of pages) await page.clock.fastForward(25_000)
  await expect(board.getByText(/Ingen kontakt sedan/)).toBeVisible()
  await expect(day.getByText(/Du är offline sedan/)).toBeVisible()
  await expect(wall.getByText('Väntar på svar')).toBeVisible()
  for (const page of pages) await expect(frozen(page)).toBeHidden()
  for (const page of pages) await page.clock.fastForward(40_000)
  for (const page of pages) await expect(frozen(page)).toBeVisible()
}

async function comeBack(pages: Pages): Promise<void> {
  for (const page of Object.values(pages)) {
    await page.clock.fastForward(60_000) // for those that wait to try again
    await page.clock.setSystemTime(Date.now()) // the two clocks agree again
    await expect(alive(page)).toBeVisible()
    await expect(frozen(page)).toBeHidden()
  }
}
