import type { Browser, BrowserContext, Page } from 'playwright'
import { loot } from '../e2e/support/loot.ts'
import { appIsKept } from '../e2e/support/second-build.ts'
import { FaultyProxy } from '../support/faulty-proxy.ts'
import { BOARD, type FullBoard } from './full-board.ts'

/** When a visit to the board had come so far, in ms since the navigation began. */
export type Visit = {
  readonly firstPaint: number
  readonly firstCards: number
  /** An arrow key has moved the focus to another card. */
  readonly keyAnswered: number
  /** A click has opened that case's panel. */
  readonly caseOpen: number
  readonly allCards: number
}

/** What kinds of visit there are: with nothing cached, or from what the browser kept and no network. */
export const START_KINDS = ['empty', 'offline'] as const
export type Start = (typeof START_KINDS)[number]

/** Opens the board in a new profile, on a PC so many times slower than this. */
export async function visitBoard(
  browser: Browser,
  server: FullBoard,
  { slowdown, start }: { slowdown: number; start: Start },
): Promise<Visit> {
  await using road = await FaultyProxy.before(server.url)
  const viewport = { width: 1440, height: 900 }
  const baseURL = road.through(server.url)
  const context = await browser.newContext({ baseURL, locale: 'sv-SE', viewport })
  const page = await context.newPage()
  await page.request.post('/api/session', { data: { username: 'karin', password: 'demo' } })
  if (start === 'offline') await keepBoard(page)
  if (start === 'offline') road.unplug()
  await slowDown(context, page, slowdown)
  const cards = start === 'offline' ? server.size.kept : server.size.live
  await page.addInitScript(`globalThis.expectedCards = ${cards}`)
  await page.addInitScript({ path: `${import.meta.dirname}/visit-within.js` })
  await page.goto(`/board/${BOARD}`, { waitUntil: 'commit' })
  const visit = await page.evaluate<Visit>('globalThis.visit')
  await context.close()
  return visit
}

/** Has the browser keep the app and the board. */
async function keepBoard(page: Page): Promise<void> {
  await page.goto(`/board/${BOARD}`)
  await appIsKept(page)
  let isKept = false
  while (!isKept) isKept = (await loot(page)).includes('copies: {')
}

async function slowDown(context: BrowserContext, page: Page, rate: number): Promise<void> {
  const devTools = await context.newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate })
}
