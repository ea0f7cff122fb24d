import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { editField } from '../../../shared/commands/edit-field.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { planVisit } from '../../../shared/commands/plan-visit.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { anna, berit, cleo } from '../../shared/support/board.ts'
import { asAmina, expectLane, namesIn, NOW, sara, showBoard, threeWaiting } from './stage.ts'

const HOUR = 3_600_000
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const choose = async (menu: string, item: string) => {
  await press(menu)
  await page.getByRole('menuitemradio', { name: item, exact: true }).click()
}
const search = () => page.getByRole('searchbox')

/** Anna is Sara's and late, Berit is acute, Cleo's patient is protected. */
function threeDifferent() {
  const doc = threeWaiting()
  editField(doc, { case: anna, field: 'doctor', value: { id: sara.id } }, asAmina())
  planVisit(doc, { case: anna, start: NOW - HOUR, joint: false, crew: [] }, asAmina())
  planVisit(doc, { case: cleo, start: NOW + HOUR, joint: false, crew: [] }, asAmina())
  prioritise(doc, { case: berit, level: 'acute' }, asAmina())
  editField(doc, { case: berit, field: 'mission', value: { id: 'on-call-car' } }, asAmina())
  editField(doc, { case: berit, field: 'reason', value: { text: 'Andnöd vid KOL' } }, asAmina())
  editField(doc, { case: cleo, field: 'patient', value: { protected: true } }, asAmina())
  return doc
}

describe('[U25] what is chosen stands in the address', () => {
  test('and goes with the browser’s Back', async () => {
    showBoard({ doc: threeDifferent() })
    await choose('Läkare', 'Sara Lindgren')
    await expectLane('incoming').toEqual(['Anna'])
    expect(location.search).toBe('?doctor=sara')
    history.back()
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'H-07'])
  })

  test('and is there when the board is opened with it', async () => {
    showBoard({ doc: threeDifferent(), search: '?priority=acute&mission=on-call-car' })
    await expectLane('incoming').toEqual(['Berit'])
    await expect.element(page.getByRole('button', { name: 'Prioritet: Akut' })).toBeVisible()
  })

  test('but for a doctor whom the team does not have', async () => {
    showBoard({ doc: threeDifferent(), search: '?doctor=nobody' })
    await expectLane('incoming').toEqual(['Anna', 'Berit', 'H-07'])
  })

  test('what is typed never does', async () => {
    showBoard({ doc: threeDifferent() })
    await search().fill('Anna')
    await expectLane('incoming').toEqual(['Anna'])
    expect(location.href).not.toContain('Anna')
  })
})

describe('[U26] what the board shows of itself', () => {
  test.each([
    ['Försenade', ['Anna']],
    ['Tid i dag', ['Anna', 'H-07']],
    ['Tid senare', []],
  ])('by when they are due: %s', async (due, names) => {
    showBoard({ doc: threeDifferent() })
    await choose('Fler', due)
    await expectLane('incoming').toEqual(names)
  })

  test('by area it leaves out protected identities', async () => {
    showBoard({ doc: threeDifferent() })
    await choose('Område', 'Åsa')
    await expectLane('incoming').toEqual(['Anna', 'Berit'])
  })

  test.each([
    ['andnöd', ['Berit']],
    ['berit kol', ['Berit']],
    ['feber', ['Anna']],
    ['cleo', []],
    ['h-07', ['Anna', 'Berit', 'H-07']],
  ])('by the words “%s”', async (words, names) => {
    showBoard({ doc: threeDifferent() })
    await search().fill(words)
    await expectLane('incoming').toEqual(names)
  })

  test('unseen ones', async () => {
    const doc = threeDifferent()
    markSeen(doc, { case: anna }, { by: sara.id, role: 'doctor', at: NOW })
    showBoard({ doc })
    await choose('Fler', 'Ej sedda')
    await expectLane('incoming').toEqual(['Berit', 'H-07'])
  })

  test('hits are counted, in the folded lane too, and cleared', async () => {
    const doc = threeDifferent()
    finishCase(doc, { case: anna, outcome: 'neither' }, asAmina())
    showBoard({ doc })
    await search().fill('feber')
    await choose('Prioritet', 'Idag')
    await expect.element(page.getByText('1 träff', { exact: true })).toBeVisible()
    await press('Rensa')
    await expectLane('incoming').toEqual(['Berit', 'H-07'])
    expect(location.search).toBe('')
    expect(namesIn('done')).toEqual([])
  })
})
