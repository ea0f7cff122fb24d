import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Link } from '../../../client/state/board-link.svelte.ts'
import { boardOf } from '../../../shared/board-document.ts'
import type { CaseChange } from '../../../shared/changes.ts'
import { anna } from '../../shared/support/board.ts'
import { laneList, NOW, showBoard, threeWaiting } from './stage.ts'

const hello = { type: 'hello', protocol: 1, schema: 1, build: '', access: 'write' } as const

/** A board whose server has last been heard at 09:42:07. */
function heard(link?: Link) {
  const shown = showBoard(link ? { link } : {})
  shown.saved.frame({ ...hello, serverTime: NOW })
  return shown
}
const header = () => page.getByRole('banner')
const banner = () => page.getByText('Fryst sedan 09:42.')
const moved: CaseChange = { kind: 'field', case: anna, field: 'place', from: null, to: null }

/** Whether the lanes have lost their colours and wear stripes. */
function looksFrozen(): boolean {
  const lane = laneList('incoming').closest('section')
  const lanes = lane?.parentElement
  if (!lane || !lanes) throw new Error('no lane is shown')
  const isStriped = getComputedStyle(lane).backgroundImage !== 'none'
  const isGrey = getComputedStyle(lanes).filter === 'grayscale(1)'
  expect(isStriped).toBe(isGrey)
  return isGrey
}

describe('the header', () => {
  test('[U4] says when the server last confirmed that all is saved', async () => {
    const { saved } = heard()
    await expect.element(header()).toMatchTextContent(/Allt sparat 09:42:07/)
    saved.frame({ type: 'pulse', time: NOW + 10_000, seq: 1 })
    await expect.element(header()).toMatchTextContent(/Allt sparat 09:42:17/)
  })

  test('[U4] says so to those who only read, too', async () => {
    heard({ begun: true, synced: true, access: 'read', ended: null })
    await expect.element(header()).toMatchTextContent(/Endast läsning, bekräftad 09:42:07/)
  })

  test('[U4] [U5] says since when there is no contact, also while changes wait', async () => {
    const { saved, pass } = heard()
    pass(20)
    await expect.element(header()).toMatchTextContent(/Ingen kontakt sedan 09:42/)
    saved.changed({ changes: [moved], update: new Uint8Array(), at: NOW })
    await expect.element(header()).toMatchTextContent(/1 ändring väntar, ingen kontakt sedan 09:42/)
  })
})

describe('[U5] the board', () => {
  test('does not look frozen after 59 seconds of silence', async () => {
    const { pass } = heard()
    pass(59)
    await expect.element(header()).toMatchTextContent(/Ingen kontakt sedan/)
    await expect.element(banner()).not.toBeInTheDocument()
    expect(looksFrozen()).toBe(false)
  })

  test('does after 60, says since when and whom to call, and comes back by itself', async () => {
    const { doc, saved, pass } = heard()
    boardOf(doc).set('phone', '070-174 06 00')
    pass(60)
    await expect.element(banner()).toBeVisible()
    await expect.element(page.getByText(/Ring 070-174 06 00 och följ reservrutinen/)).toBeVisible()
    await expect.poll(looksFrozen).toBe(true)
    saved.frame({ type: 'pulse', time: NOW + 60_000, seq: 1 })
    await expect.element(banner()).not.toBeInTheDocument()
    expect(looksFrozen()).toBe(false)
  })
})

test('[U22] a lane has the limit that its board sets, and no other lane has it', async () => {
  const doc = threeWaiting()
  boardOf(doc).set('staleAfter', { incoming: 11, today: 1 })
  showBoard({ doc })
  const old = () =>
    page
      .getByText(/^Orörd i/)
      .elements()
      .map((one) => one.textContent)
  await expect.poll(old).toEqual(['Orörd i 12 min', 'Orörd i 11 min'])
  boardOf(doc).set('staleAfter', { today: 1 })
  await expect.poll(old).toEqual([])
})
