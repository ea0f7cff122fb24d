import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type * as Y from 'yjs'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Lane } from '../../../shared/lane.ts'
import { anna, berit, cleo, fieldIn, movedBy } from '../../shared/support/board.ts'
import { dragOver, press, release } from './mouse.ts'
import { amina, asAmina, card, elsewhere, expectLane, karin, NOW, showBoard } from './stage.ts'

const keys = (typed: string) => userEvent.keyboard(typed)
const focus = (name: string) => (card(name).element() as HTMLElement).focus()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const question = (text: string) =>
  expect.element(page.getByRole('dialog', { name: text, exact: true }))
const noQuestion = () => expect.element(page.getByRole('dialog')).not.toBeInTheDocument()

/** Karin holds Anna's card over a lane. */
async function hold(over: Lane): Promise<Y.Doc> {
  const { doc } = showBoard()
  await press('Anna')
  await dragOver(over)
  return doc
}

/** Amina does something with a case at 09:41 on her own screen, and the server says so. */
function aminaFirst(doc: Y.Doc, id: CaseId, act: (copy: Y.Doc) => void): void {
  elsewhere(doc, (copy) => {
    act(copy)
    movedBy(copy, id, amina.id, NOW - 60_000)
  })
}
const toToday = (doc: Y.Doc) =>
  aminaFirst(doc, anna, (copy) =>
    moveCase(copy, { case: anna, to: 'today', before: null }, asAmina()),
  )
const TO_TODAY = 'Amina hann före Kortet flyttades till Dagens besök 09:41.'

describe('a card that somebody moved while it was dragged', () => {
  test('[U24] it stays where they put it, and the dragger is told at the card', async () => {
    const doc = await hold('acute')
    toToday(doc)
    const theirs = fieldIn(doc, anna, 'place')
    release()
    await question(TO_TODAY).toBeVisible()
    await expectLane('today').toEqual(['Anna'])
    await expect.element(button('Behåll')).toHaveFocus()
    await keys('{Enter}')
    await noQuestion()
    await expect.element(card('Anna')).toHaveFocus()
    expect(fieldIn(doc, anna, 'place')).toEqual(theirs)
  })

  test('[U24] Escape keeps theirs', async () => {
    const doc = await hold('acute')
    toToday(doc)
    const theirs = fieldIn(doc, anna, 'place')
    release()
    await question(TO_TODAY).toBeVisible()
    await keys('{Escape}')
    await noQuestion()
    await expect.element(card('Anna')).toHaveFocus()
    expect(fieldIn(doc, anna, 'place')).toEqual(theirs)
  })

  test('[U24] "Flytta ändå" moves it to where it was dropped, as a change of now', async () => {
    const doc = await hold('acute')
    toToday(doc)
    release()
    await question(TO_TODAY).toBeVisible()
    await keys('{Tab}{Enter}')
    await expectLane('acute').toEqual(['Anna'])
    await expect.element(card('Anna')).toHaveFocus()
    expect(fieldIn(doc, anna, 'place').at).toBeGreaterThanOrEqual(NOW)
    await keys('z')
    await expectLane('today').toEqual(['Anna'])
  })

  test('[U24] a card that the keyboard carries asks in the same way', async () => {
    const { doc, notices } = showBoard()
    focus('Anna')
    await keys(' {ArrowRight}')
    await expectLane('acute').toEqual(['Anna'])
    toToday(doc)
    await expect.poll(() => notices.polite).toBe('Amina flyttade Anna till Dagens besök')
    await keys('{Enter}')
    await question(TO_TODAY).toBeVisible()
    await expect.element(button('Behåll')).toHaveFocus()
    await keys('{Enter}')
    await expectLane('today').toEqual(['Anna'])
    await expect.element(card('Anna')).toHaveFocus()
    // The dialog is what a screen reader hears now; the live region said its part when it happened.
    expect(notices.polite).toBe('Amina flyttade Anna till Dagens besök')
  })

  test('[U24] dropped exactly where it stands already there is nothing to ask', async () => {
    const doc = await hold('today')
    toToday(doc)
    const theirs = fieldIn(doc, anna, 'place')
    release()
    await expectLane('today').toEqual(['Anna'])
    await noQuestion()
    expect(fieldIn(doc, anna, 'place')).toEqual(theirs)
  })

  test('[U24] ended meanwhile there is nothing to insist on', async () => {
    const doc = await hold('acute')
    aminaFirst(doc, anna, (copy) =>
      finishCase(copy, { case: anna, outcome: 'hospital-avoided' }, asAmina()),
    )
    release()
    await question('Amina hann före Ärendet avslutades 09:41.').toBeVisible()
    await expect.element(button('Flytta ändå')).not.toBeInTheDocument()
    await button('Stäng').click()
    await expectLane('incoming').toEqual(['Berit', 'Cleo'])
    await expectLane('acute').toEqual([])
  })

  test('[U24] ended while the question stands it cannot be insisted on any more', async () => {
    const doc = await hold('acute')
    toToday(doc)
    release()
    await expect.element(button('Flytta ändå')).toBeVisible()
    aminaFirst(doc, anna, (copy) =>
      finishCase(copy, { case: anna, outcome: 'hospital-avoided' }, asAmina()),
    )
    await question('Amina hann före Ärendet avslutades 09:41.').toBeVisible()
    await expect.element(button('Flytta ändå')).not.toBeInTheDocument()
  })

  test('[U24] what one did oneself on another device is not asked about', async () => {
    const doc = await hold('acute')
    elsewhere(doc, (copy) => {
      moveCase(copy, { case: anna, to: 'today', before: null }, { ...asAmina(), by: karin.id })
      movedBy(copy, anna, karin.id, NOW)
    })
    release()
    await expectLane('acute').toEqual(['Anna'])
    await noQuestion()
  })

  test('[U24] another card that was moved meanwhile is no reason to ask', async () => {
    const doc = await hold('acute')
    aminaFirst(doc, berit, (copy) =>
      moveCase(copy, { case: berit, to: 'today', before: null }, asAmina()),
    )
    release()
    await expectLane('acute').toEqual(['Anna'])
    await noQuestion()
  })
})

describe('a card that somebody moved while it was chosen what to do with it', () => {
  test('[U24] "Flytta till…" that stood open asks too', async () => {
    const { doc } = showBoard()
    focus('Anna')
    await keys('m')
    await expect.element(page.getByRole('menu', { name: 'Flytta Anna till…' })).toBeVisible()
    toToday(doc)
    await page.getByRole('menuitem', { name: 'Akut' }).click()
    await question(TO_TODAY).toBeVisible()
    await expectLane('today').toEqual(['Anna'])
    await button('Flytta ändå').click()
    await expectLane('acute').toEqual(['Anna'])
  })

  test('[U24] a case is not ended over the head of who moved it', async () => {
    const { doc } = showBoard()
    focus('Cleo')
    await keys('m{End}{Enter}')
    await expect.element(button('Sjukhusvård undviken')).toHaveFocus()
    aminaFirst(doc, cleo, (copy) =>
      moveCase(copy, { case: cleo, to: 'acute', before: null }, asAmina()),
    )
    await keys('{Enter}')
    await question('Amina hann före Kortet flyttades till Akut 09:41.').toBeVisible()
    expect(fieldIn(doc, cleo, 'closed').how).toBeNull()
    await button('Avsluta ändå').click()
    await expect.poll(() => fieldIn(doc, cleo, 'closed').how).toBe('closed')
  })
})
