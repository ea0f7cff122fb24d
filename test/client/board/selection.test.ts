import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dutyOf, peopleOf } from '../../../shared/board-document.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { userId } from '../../../shared/ids.ts'
import {
  amina,
  asAmina,
  card,
  elsewhere,
  expectLane,
  namesIn,
  NOW,
  sara,
  showBoard,
  threeWaiting,
} from './stage.ts'
import { anna, berit, caseIn, cleo, fieldIn, movedBy } from '../../shared/support/board.ts'

const focus = (name: string) => (card(name).element() as HTMLElement).focus()
const press = (keys: string) => userEvent.keyboard(keys)
const click = (name: string, ...modifiers: ('Control' | 'Shift')[]) =>
  card(name).click({ modifiers })
const button = (name: string) => page.getByRole('button', { name })
const counted = (text: string) =>
  expect.element(page.getByText(text, { exact: true })).toBeVisible()
const choose = (name: string) => page.getByRole('menuitem', { name, exact: true }).click()

describe('[U27] several cards are marked', () => {
  test('with X, and Escape unmarks them', async () => {
    showBoard()
    focus('Anna')
    await press('x{ArrowDown}x')
    await counted('2 markerade')
    await press('x')
    await counted('1 markerade')
    await press('{Escape}')
    await expect.element(page.getByRole('toolbar')).not.toBeInTheDocument()
    await expect.element(card('Berit')).toHaveFocus()
  })

  test('with Ctrl, and with Shift all between', async () => {
    showBoard()
    await click('Anna', 'Control')
    await counted('1 markerade')
    await click('Cleo', 'Shift')
    await counted('3 markerade')
    expect(location.search).toBe('')
  })

  test('by tapping them, once that is asked for', async () => {
    showBoard()
    await button('Markera flera').click()
    await click('Anna')
    await click('Cleo')
    await counted('2 markerade')
    await button('Avmarkera').click()
    await click('Anna')
    expect(location.search).toContain('case=')
  })

  test('by nobody who may only read', async () => {
    showBoard({ link: { begun: true, synced: true, access: 'read', ended: null } })
    focus('Anna')
    await press('x')
    await expect.element(page.getByRole('toolbar')).not.toBeInTheDocument()
  })

  test('and nothing moves for it', async () => {
    showBoard()
    const top = () => card('Anna').element().getBoundingClientRect().top
    await expect.element(card('Anna')).toBeVisible()
    const before = top()
    focus('Anna')
    await press('x')
    await counted('1 markerade')
    expect(top()).toBe(before)
  })
})

describe('[U28] what is done to all marked cases', () => {
  test('is one change: M moves them, Z takes all of it back', async () => {
    const { notices } = showBoard()
    focus('Anna')
    await press('x{ArrowDown}{ArrowDown}xm')
    await choose('Dagens besök')
    await expectLane('today').toEqual(['Anna', 'Cleo'])
    expect(notices.toast?.text).toBe('2 flyttade till Dagens besök')
    await expect.element(page.getByRole('toolbar')).not.toBeInTheDocument()
    await press('z')
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  })

  test('[U3] two keys move them all: M, and the digit of the lane', async () => {
    showBoard()
    focus('Anna')
    await press('x{ArrowDown}xm')
    const first = page.getByRole('menuitem').first()
    await expect.element(first).toMatchTextContent(/^Inkommet ?1$/)
    await press('2')
    await expectLane('acute').toEqual(['Anna', 'Berit'])
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  })

  test('gives them a doctor, or a nurse', async () => {
    const { doc, notices } = showBoard()
    focus('Anna')
    await press('x{ArrowDown}x')
    await button('Tilldela läkare…').click()
    await choose('Sara Lindgren')
    expect([anna, berit, cleo].map((id) => fieldIn(doc, id, 'doctor').id)).toEqual([
      sara.id,
      sara.id,
      null,
    ])
    expect(notices.toast?.text).toBe('2 tilldelade Sara Lindgren')
  })

  test('[V6] offers those on duty first, marked in words', async () => {
    const jonas = { ...sara, id: userId.parse('jonas'), name: 'Jonas Ekberg', initials: 'JE' }
    const doc = threeWaiting()
    peopleOf(doc).set(jonas.id, jonas)
    const hours = { from: NOW - 60_000, to: NOW + 60_000, phone: null }
    dutyOf(doc).set('shifts', [{ person: sara.id, role: 'doctor', ...hours }])
    showBoard({ doc })
    focus('Anna')
    await press('x')
    await button('Tilldela läkare…').click()
    await press('1') // these have no digits
    const offered = page.getByRole('menuitem').elements()
    expect(offered.map((one) => one.textContent.trim())).toEqual([
      'Sara Lindgren · i tjänst',
      'Jonas Ekberg',
      'Ingen läkare ännu',
    ])
  })

  test('leaves out what somebody holds or moved meanwhile, and says so', async () => {
    const { doc, notices, presence } = showBoard()
    focus('Anna')
    await press('x{ArrowDown}x{ArrowDown}x')
    presence.held = { card: anna, by: sara }
    elsewhere(doc, (copy) => {
      moveCase(copy, { case: berit, to: 'followup', before: null }, asAmina())
      movedBy(copy, berit, amina.id, NOW + 1)
    })
    await expectLane('followup').toEqual(['Berit'])
    await press('m')
    await choose('Dagens besök')
    await expectLane('today').toEqual(['Cleo'])
    expect(notices.toast?.text).toBe(
      '1 flyttade till Dagens besök · Inte Anna: Sara flyttar kortet · Inte Berit: Amina hann före',
    )
    await counted('2 markerade')
  })

  test('may be insisted on', async () => {
    const { doc } = showBoard()
    focus('Berit')
    await press('x')
    elsewhere(doc, (copy) => {
      moveCase(copy, { case: berit, to: 'followup', before: null }, asAmina())
      movedBy(copy, berit, amina.id, NOW + 1)
    })
    await expectLane('followup').toEqual(['Berit'])
    for (const lane of ['followup', 'today']) {
      await press('m')
      await choose('Dagens besök')
      await expectLane(lane as 'today').toEqual(['Berit'])
    }
  })

  test('leaves out what was ended meanwhile', async () => {
    const { doc } = showBoard()
    focus('Anna')
    await press('x{ArrowDown}x')
    elsewhere(doc, (copy) => finishCase(copy, { case: anna, outcome: 'neither' }, asAmina()))
    await counted('1 markerade')
    await press('m')
    await choose('Dagens besök')
    await expectLane('today').toEqual(['Berit'])
    expect(namesIn('incoming')).toEqual(['Cleo'])
    expect(caseIn(doc, anna).closed.how).toBe('closed')
  })
})
