import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { casePanel } from '../../../client/surfaces/case/parts.ts'
import { anna, boardWith, caseNumber } from '../../shared/support/board.ts'
import { StagedLink } from './staged-link.svelte.ts'
import { card, expectLane, namesIn, showBoard } from './stage.ts'

/** The board while only a part of it is there. */
function showPart() {
  const link = new StagedLink()
  link.begun = true
  return { ...showBoard({ link }), link }
}

const focus = (name: string) => (card(name).element() as HTMLElement).focus()
const press = (keys: string) => userEvent.keyboard(keys)
const count = () => page.getByRole('region', { name: 'Inkommet' }).getByText('3', { exact: true })

test('[U59] a part of the board is shown as soon as it is there', async () => {
  const { link } = showPart()
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  await expect.element(page.getByText('Resten av tavlan hämtas')).toBeVisible()
  link.arrive()
  await expect.element(page.getByText('Resten av tavlan hämtas')).not.toBeInTheDocument()
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
})

test('[U59] what only the whole board can tell is not said before', async () => {
  const { link } = showPart()
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  await expect.element(count()).not.toBeVisible()
  await expect.element(page.getByText('3 pågående')).not.toBeInTheDocument()
  await expect.element(page.getByText('Inga besök planerade')).not.toBeVisible()
  link.arrive()
  await expect.element(count()).toBeVisible()
  await expect.element(page.getByText('3 pågående')).toBeVisible()
  await expect.element(page.getByText('Inga besök planerade')).toBeVisible()
})

test('[U59] nobody is moved before it is sure who else is there', async () => {
  const { link, notices } = showPart()
  focus('Anna')
  await press('m2')
  await expect.poll(() => notices.toast?.text).toBe('Vänta tills hela tavlan har kommit')
  await expectLane('incoming').toEqual(['Anna', 'Berit', 'Cleo'])
  link.arrive()
  focus('Anna')
  await press('m2')
  await expectLane('acute').toEqual(['Anna'])
})

test('[U59] nor are several that are marked', async () => {
  const { link, notices } = showPart()
  focus('Anna')
  await press('xm')
  await page.getByRole('menuitem', { name: 'Akut', exact: true }).click()
  await expect.poll(() => notices.toast?.text).toBe('Vänta tills hela tavlan har kommit')
  link.arrive()
  focus('Anna')
  await press('m')
  await page.getByRole('menuitem', { name: 'Akut', exact: true }).click()
  await expectLane('acute').toEqual(['Anna'])
})

test('[U59] a case that is opened meanwhile opens when all is there', async () => {
  await casePanel() // its code has come before
  const { link } = showPart()
  await card('Anna').click()
  await expect.poll(() => location.search).toContain(anna)
  await expect.element(page.getByText('Resten av tavlan hämtas')).toBeVisible()
  expect(page.getByRole('dialog').elements()).toEqual([])
  link.arrive()
  await expect.element(page.getByRole('dialog')).toBeVisible()
})

test('[U59] further cards wait for the whole board, unless it is long in coming', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const doc = boardWith(...Array.from({ length: 9 }, (_, i) => caseNumber(i + 1)))
  const link = new StagedLink()
  link.begun = true
  showBoard({ doc, link })
  await expectLane('incoming').toHaveLength(4)
  await vi.advanceTimersByTimeAsync(900)
  expect(namesIn('incoming')).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(200)
  expect(namesIn('incoming')).toHaveLength(9)
})
