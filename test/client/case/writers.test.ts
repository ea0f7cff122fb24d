import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sbarText } from '../../../shared/board-document.ts'
import { caretAt, indexOf } from '../../../shared/caret.ts'
import type { SbarPart } from '../../../shared/case.ts'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import type { Writer } from '../../../shared/live.ts'
import type { Person } from '../../../shared/person.ts'
import { anna, berit, entryIn } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

const text = 'Ökad andnöd sedan i natt.'
const opener = page.getByRole('button', { name: /^Situation/ })
const field = page.getByRole('textbox', { name: 'Situation' })
const heightOf = (element: Element) => element.getBoundingClientRect().height

/** Anna's case as Karin sees it, with a text as its situation. */
function showText() {
  const doc = boardOfAnna(berit)
  editSbar(doc, { case: anna, part: 'situation', text }, asAmina())
  const shown = show(people.karin, { doc })
  const situation = sbarText(entryIn(doc, anna), 'situation')
  if (!situation) throw new Error('no text')
  const writes = (
    who: Person,
    index: number,
    { one = anna, part = 'situation' as SbarPart } = {},
  ): Writer => ({ ...who, case: one, part, caret: caretAt(situation, index) })
  return { ...shown, situation, writes }
}

describe('who else writes in SBAR', () => {
  test('[U37] is said at the text, and moves nothing', async () => {
    const { writing, writes } = showText()
    await expect.element(opener).toBeVisible()
    const panel = page.getByRole('group', { name: 'SBAR' }).element()
    const before = heightOf(panel)
    writing.hear([writes(people.amina, 4)])
    await expect.element(page.getByText('Amina skriver…')).toBeVisible()
    expect(heightOf(panel)).toBe(before)
    writing.hear([writes(people.amina, 4), writes(people.sara, 9)])
    await expect.element(page.getByText('Amina och Sara skriver…')).toBeVisible()
    writing.hear([])
    await expect.element(page.getByText(/skriver…/)).not.toBeInTheDocument()
  })

  test('[U37] is not said of another case, nor of oneself in another window', async () => {
    const { writing, writes } = showText()
    writing.hear([
      writes(people.amina, 4, { one: berit }),
      writes(people.karin, 4),
      writes(people.sara, 4, { part: 'background' }),
    ])
    await expect.element(page.getByText('Sara skriver…')).toBeVisible()
    expect(page.getByText(/skriver…/).elements()).toHaveLength(1)
  })

  test('[U37] has initials at the place itself, also in words that only stand here', async () => {
    const { writing, writes, situation, elsewhere } = showText()
    await opener.click()
    const mark = page.getByText('AH', { exact: true })
    writing.hear([writes(people.amina, 4)])
    await expect.element(mark).toBeInTheDocument()
    const left = () => mark.element().getBoundingClientRect().left
    const [alone, height] = [left(), heightOf(field.element())]
    expect(alone).toBeGreaterThan(field.element().getBoundingClientRect().left)
    await field.fill(`Akut. ${text}`)
    await expect.poll(left).toBeGreaterThan(alone)
    sbarText(entryIn(elsewhere, anna), 'situation')?.delete(0, 5)
    await expect.poll(() => situation.toString()).toBe(`Akut. ${text.slice(5)}`)
    expect(heightOf(field.element())).toBe(height)
  })

  test('[L6] without a place that the text has, is said at the text alone', async () => {
    const { writing, writes } = showText()
    await opener.click()
    const nowhere = { item: { client: 77, clock: 5 }, assoc: -1 }
    writing.hear([{ ...writes(people.amina, 4), caret: nowhere }])
    await expect.element(page.getByText('Amina skriver…')).toBeVisible()
    await expect.element(page.getByText('AH', { exact: true })).not.toBeInTheDocument()
  })

  test('[L3] others are told where one writes, also before it is saved, and when one leaves', async () => {
    const { told, situation } = showText()
    await opener.click()
    const place = () => {
      const last = told.at(-1)
      return last?.caret ? [last.case, last.part, indexOf(situation, last.caret)] : null
    }
    expect(place()).toEqual([anna, 'situation', text.length])
    await userEvent.keyboard(' Orkar')
    await expect.poll(() => place()?.[2]).toBe(`${text} Orkar`.length)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => told.at(-1)).toBeNull()
    expect(told.length).toBeLessThan(6)
  })
})
