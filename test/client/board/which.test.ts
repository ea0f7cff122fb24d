import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type * as Y from 'yjs'
import { metaOf, readMeta } from '../../../shared/board-document.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { anna, berit, fieldIn } from '../../shared/support/board.ts'
import { dragOver, press, release } from './mouse.ts'
import { asAmina, card, elsewhere, expectLane, showBoard, threeWaiting } from './stage.ts'

const keys = (typed: string) => userEvent.keyboard(typed)
const focus = (name: string) => (card(name).element() as HTMLElement).focus()
const question = page.getByRole('dialog', { name: 'Rätt patient?' })
const choice = (name: string) =>
  page.getByRole('button', { name: new RegExp(`^Rätt patient:\\s*${name.replace(' ', '\\s*')}`) })

/** Anna, born 1935, is called Annica now, and Berit, born 1951, Annika. */
function alike(doc = threeWaiting()): Y.Doc {
  elsewhere(doc, (copy) => {
    const called = { label: 'Annika', birthYear: 1951 }
    editField(copy, { case: berit, field: 'patient', value: called }, asAmina())
    editField(copy, { case: anna, field: 'patient', value: { label: 'Annica' } }, asAmina())
  })
  return doc
}

test('[U51] a drop of one of two asks at the card, and moves it once it is told', async () => {
  showBoard({ doc: alike() })
  await press('Annica')
  await dragOver('acute')
  release()
  await expect.element(question).toMatchTextContent(/Du flyttar Annica, 1935/)
  await expectLane('incoming').toEqual(['Annica', 'Annika', 'Cleo'])
  await choice('Annica 1935').click()
  await expectLane('acute').toEqual(['Annica'])
  await expect.element(card('Annica')).toHaveFocus()
})

test('[U51] the other one moves nobody, and says so', async () => {
  const { doc, notices } = showBoard({ doc: alike() })
  const before = fieldIn(doc, anna, 'place')
  focus('Annica')
  await keys(' {ArrowRight}{Enter}')
  await choice('Annika 1951').click()
  await expect.element(question).not.toBeInTheDocument()
  expect(fieldIn(doc, anna, 'place')).toEqual(before)
  expect(notices.toast?.text).toBe('Inget flyttades: du menade en annan patient')
})

test('[U51] Escape moves nobody, and the card has the focus', async () => {
  const { doc } = showBoard({ doc: alike() })
  const before = fieldIn(doc, anna, 'place')
  focus('Annica')
  await keys(' {ArrowRight}{Enter}')
  await expect.element(question).toBeVisible()
  await keys('{Escape}')
  await expect.element(question).not.toBeInTheDocument()
  await expect.element(card('Annica')).toHaveFocus()
  expect(fieldIn(doc, anna, 'place')).toEqual(before)
})

test('[U51] it is asked once for each case', async () => {
  showBoard({ doc: alike() })
  focus('Annica')
  await keys(' {ArrowRight}{Enter}')
  await expect.element(choice('Annica 1935')).toHaveFocus()
  await keys('{Enter}')
  await expectLane('acute').toEqual(['Annica'])
  await keys(' {ArrowRight}{Enter}')
  await expectLane('today').toEqual(['Annica'])
  focus('Annika')
  await keys(' {ArrowRight}{Enter}')
  await expect.element(question).toMatchTextContent(/Du flyttar Annika, 1951/)
})

test('[U50] both wear the badge, also when the second comes later', async () => {
  const { doc } = showBoard()
  await expect.element(page.getByText('Samma namn')).not.toBeInTheDocument()
  alike(doc)
  await expect.poll(() => page.getByText('Samma namn').elements()).toHaveLength(2)
})

test('[U51] of several that are moved together they are left where they are, and that is said', async () => {
  const { notices } = showBoard({ doc: alike() })
  focus('Annica')
  await keys('x{End}xm')
  await page.getByRole('menuitem', { name: 'Dagens besök', exact: true }).click()
  await expectLane('today').toEqual(['Cleo'])
  await expectLane('incoming').toEqual(['Annica', 'Annika'])
  expect(notices.toast?.text).toBe(
    '1 flyttade till Dagens besök · Inte Annica: flera har liknande namn, flytta kortet för sig',
  )
})

test('[U52] who were born the same day both wear the badge, and it asks whom one means', async () => {
  const { doc } = showBoard()
  await expect.element(card('Anna')).toBeVisible()
  expect(page.getByText('Samma födelsedag').elements()).toEqual([])
  const born = (id: CaseId, sameBirth: CaseId[]) =>
    metaOf(doc).set(id, { ...readMeta(doc, id), sameBirth })
  doc.transact(() => [born(anna, [berit]), born(berit, [anna])])
  await expect.poll(() => page.getByText('Samma födelsedag').elements()).toHaveLength(2)
  focus('Anna')
  await keys(' {ArrowRight}{Enter}')
  await expect.element(question).toMatchTextContent(/Du flyttar Anna/)
  await choice('Anna').click()
  await expectLane('acute').toEqual(['Anna'])
})
