import type { Browser } from 'playwright'
import { BOARD } from './full-board.ts'

/** When a visit to the board had come so far, in ms since the navigation began. */
export type Visit = {
  readonly firstCards: number
  /** An arrow key has moved the focus to another card. */
  readonly keyAnswered: number
  /** A click has opened that case's panel. */
  readonly caseOpen: number
  readonly allCards: number
}

/** Opens the board in a new profile, with nothing cached, on a PC so many times slower than this. */
export async function visitBoard(
  browser: Browser,
  baseURL: string,
  { slowdown, cards }: { slowdown: number; cards: number },
): Promise<Visit> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL, locale: 'sv-SE', viewport })
  const page = await context.newPage()
  await page.request.post('/api/session', { data: { username: 'karin', password: 'demo' } })
  const devTools = await context.newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(`globalThis.expectedCards = ${cards}`)
  await page.addInitScript({ path: `${import.meta.dirname}/visit-within.js` })
  await page.goto(`/board/${BOARD}`, { waitUntil: 'commit' })
  const visit = await page.evaluate<Visit>('globalThis.visit')
  await context.close()
  return visit
}
