import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { isBack } from '../../../shared/handover.ts'
import { anna, caseIn } from '../../shared/support/board.ts'
import { handOverAll, MORNING } from '../../shared/support/nights.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

function annaIsBack() {
  const doc = boardOfAnna()
  handOverAll(doc, [anna])
  bringBack(doc, MORNING)
  return doc
}

describe('what came back from the night', () => {
  test('[F5] who opens it has looked at it, reads what was handed over, and can take that back', async () => {
    const { doc, undo, notices } = show(people.karin, { doc: annaIsBack() })
    await expect.element(page.getByText('Temp kl. 22')).toBeVisible()
    await expect
      .element(page.getByText(/^Överlämnad 9 mars 16:00 till kväll och natt av Karin Lindqvist/))
      .toBeVisible()
    await expect.element(page.getByText('Tittat på 09:43 av Karin Lindqvist')).toBeVisible()
    expect(caseIn(doc, anna).handedOver.lookedBy).toBe('karin')
    expect(notices.toast?.text).toBe('Du har tittat på Anna')
    undo()
    await expect.poll(() => isBack(caseIn(doc, anna))).toBe(true)
  })

  test('[F5] who only reads, or sees only its code, has not looked at it', async () => {
    const doc = annaIsBack()
    const { doc: read } = show(people.olle, { doc })
    await expect.element(page.getByText(/^Tillbaka från natten/)).toBeVisible()
    expect(isBack(caseIn(read, anna))).toBe(true)
  })

  test('[F5] of a protected identity only its pair looks at it', async () => {
    const doc = annaIsBack()
    editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asAmina())
    show(people.sara, { doc })
    await expect.element(page.getByText(/^Tillbaka från natten/)).toBeVisible()
    expect(isBack(caseIn(doc, anna))).toBe(true)
    expect(document.body.textContent).not.toContain('Temp kl. 22')
  })

  test('[F1] a case is put on tonight’s list from its panel, and taken off', async () => {
    const { doc } = show(people.karin)
    await page.getByRole('button', { name: 'Jourbil' }).click()
    await expect.poll(() => caseIn(doc, anna).handover.to).toBe('car')
    await page.getByRole('button', { name: 'Ta bort från listan' }).click()
    await expect.poll(() => caseIn(doc, anna).handover.to).toBeNull()
  })
})
