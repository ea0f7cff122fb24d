import type { Locator } from 'playwright'
import { describe, test } from 'vitest'
import { readCases } from '../../shared/read-case.ts'
import type { Case } from '../../shared/case.ts'
import { signIn } from '../support/session.ts'
import { joinBoard } from '../support/stock-client.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

const WAYS = [
  ['a mouse', DEVICES.pc, 'Ingrid S.', (board, title) => board.dragByMouse(title, 'Akut')],
  [
    'a finger',
    { ...DEVICES.pc, hasTouch: true },
    'Milan S.',
    (board, title) => board.dragByTouch(title, 'Akut'),
  ],
  [
    'the keyboard alone',
    DEVICES.pc,
    'Sven-Olof B.',
    (board, title) => board.carryByKeyboard(title, 'ArrowRight'),
  ],
] as const satisfies [string, object, string, (board: BoardPage, title: string) => Promise<void>][]

describe('the main job', () => {
  const stage = new Stage()

  test.for(WAYS)(
    '[U3] with %s Karin moves a request to Akut; wall and tablet show it, Sara taps Sedd',
    async ([, device, title, move], { annotate }) => {
      const wall = await stage.wall('kungsbacka')
      const tablet = await stage.person('sara', '/day?board=kungsbacka', DEVICES.tablet)
      const board = new BoardPage(await stage.person('karin', '/board/kungsbacka', device))
      const code = await codeOf(title)
      const band = wall.getByRole('region', { name: 'Akut' })
      const queued = tablet
        .getByRole('region', { name: /^Akutkö/ })
        .getByRole('listitem')
        .filter({ hasText: title })
      await expect(band.getByRole('article')).not.toHaveCount(0)
      await expect(board.cardIn('Inkommet', title)).toBeVisible()
      await expect(queued).toHaveCount(0)

      await move(board, title)
      const moved = performance.now()
      const [onWall, onTablet] = await Promise.all([
        until(band.getByRole('heading', { name: code })),
        until(queued),
      ])
      await annotate(`wall ${ms(onWall - moved)}, tablet ${ms(onTablet - moved)}`)
      await expect(board.cardIn('Akut', title)).toBeVisible()

      await queued.getByRole('button', { name: 'Sedd' }).tap()
      await expect(board.card(title)).toContainText(/Sedd av Sara Lindgren \d\d:\d\d/)
      await expect(board.saved).toBeVisible()
    },
  )

  async function codeOf(title: string): Promise<string> {
    const { url } = stage.server
    using client = await joinBoard(url, await signIn(url, 'karin'), 'kungsbacka')
    const called = (one: Case) => one.patient.label === title && one.lane === 'incoming'
    return readCases(client.doc).find(called)?.meta?.code ?? 'no such case'
  }
})

/** When it was there, by the page's own frames rather than a poll. */
async function until(wanted: Locator): Promise<number> {
  await wanted.waitFor()
  return performance.now()
}

const ms = (time: number) => `${time.toFixed(0)} ms`
