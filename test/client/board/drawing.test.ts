import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import * as Y from 'yjs'
import { ARRIVAL } from '../../../client/net/board-connection.ts'
import { metaOf, readMeta } from '../../../shared/board-document.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { LANES, type Lane } from '../../../shared/lane.ts'
import { anna, berit } from '../../shared/support/board.ts'
import { StagedLink } from './staged-link.svelte.ts'
import {
  amina,
  asAmina,
  elsewhere,
  expectLane,
  laneList,
  showBoard,
  threeWaiting,
} from './stage.ts'
import { StagedPresence } from './staged-presence.svelte.ts'

/** Counts what is redrawn in each lane from now on. */
function countDrawing(): Record<string, number> {
  const drawn = Object.fromEntries(LANES.map((lane) => [lane, 0]))
  for (const lane of LANES) {
    const observer = new MutationObserver((changes) => {
      drawn[lane] = (drawn[lane] ?? 0) + changes.length
    })
    const whole = { childList: true, subtree: true, characterData: true, attributes: true }
    observer.observe(laneList(lane), whole)
  }
  return drawn
}

/** What the server would have added: when and by whom it was moved. */
function noteMove(doc: Parameters<typeof metaOf>[0], at: number): void {
  const meta = readMeta(doc, anna)
  metaOf(doc).set(anna, { ...meta, movedAt: at, movedBy: amina.id, touchedAt: at })
}

const moveAnna = (doc: Parameters<typeof metaOf>[0], to: Lane) =>
  elsewhere(doc, (copy) => {
    moveCase(copy, { case: anna, to, before: null }, asAmina())
    noteMove(copy, asAmina().at)
  })

describe('what others do', () => {
  test('[U1] a move draws only the two lanes that it touches', async () => {
    const { doc } = showBoard()
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
    const drawn = countDrawing()
    moveAnna(doc, 'acute')
    await expectLane('acute').toEqual(['Anna'])
    expect(drawn.incoming).toBeGreaterThan(0)
    expect(drawn.acute).toBeGreaterThan(0)
    expect(drawn).toMatchObject({ today: 0, followup: 0, handback: 0, done: 0 })
  })

  test('is said in words, with who, what and where', async () => {
    const { doc, notices } = showBoard()
    moveAnna(doc, 'followup')
    await expect.poll(() => notices.polite).toBe('Amina flyttade Anna till Uppföljning')
    expect(notices.assertive).toBe('')
  })

  test('is said at once when it is a new acute case', async () => {
    const { doc, notices } = showBoard()
    moveAnna(doc, 'acute')
    await expect.poll(() => notices.assertive).toBe('Ny akut: Anna')
  })

  test('leaves the focus on a card that is moved from under it', async () => {
    const { doc } = showBoard()
    const focused = page.getByRole('link', { name: 'Anna', exact: true })
    ;(focused.element() as HTMLElement).focus()
    moveAnna(doc, 'today')
    await expectLane('today').toEqual(['Anna'])
    await expect.element(focused).toHaveFocus()
  })

  test('is news only once the board has arrived', async () => {
    const doc = threeWaiting()
    const whole = Y.encodeStateAsUpdate(doc)
    const link = new StagedLink()
    const { doc: mine, notices } = showBoard({ doc: new Y.Doc(), link })
    moveAnna(doc, 'acute')
    Y.applyUpdate(mine, whole, ARRIVAL)
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc), ARRIVAL)
    link.arrive()
    await expect.element(page.getByRole('link', { name: 'Anna', exact: true })).toBeVisible()
    expect([notices.polite, notices.assertive]).toEqual(['', ''])
    expect(document.querySelector('article.marked')).toBeNull()
  })

  test('[L2] a card that somebody drags says who does', async () => {
    const presence = new StagedPresence()
    presence.held = { card: berit, by: amina }
    showBoard({ presence })
    await expect.element(page.getByText('Amina flyttar…')).toBeVisible()
  })
})
