import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { SBAR_MAX } from '../../../shared/limits.ts'
import { anna, caseIn, entryIn } from '../../shared/support/board.ts'
import { sbarText } from '../../../shared/board-document.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

const text = 'Ökad andnöd sedan i natt.'
const boardWithSbar = () => {
  const doc = boardOfAnna()
  editSbar(doc, { case: anna, part: 'situation', text }, asAmina())
  return doc
}
const situation = page.getByRole('textbox', { name: 'Situation' })
const opener = page.getByRole('button', { name: /^Situation/ })
const caret = () => (situation.element() as HTMLTextAreaElement).selectionStart

describe('SBAR', () => {
  test('[U11] what is typed is saved without leaving the field', async () => {
    const { doc } = show(people.karin, { doc: boardWithSbar() })
    await opener.click()
    await userEvent.keyboard(' Orkar inte tala.')
    await expect.poll(() => caseIn(doc, anna).sbar.situation).toBe(`${text} Orkar inte tala.`)
    await expect.element(situation).toHaveFocus()
  })

  test('[U11] two who type in one text keep both their words, and the caret stays', async () => {
    const { doc, elsewhere } = show(people.karin, { doc: boardWithSbar() })
    await opener.click()
    await userEvent.keyboard(' Orkar')
    const theirs = sbarText(entryIn(elsewhere, anna), 'situation')
    theirs?.insert(0, 'Akut. ')
    await expect.element(situation).toHaveValue(`Akut. ${text} Orkar`)
    expect(caret()).toBe(`Akut. ${text} Orkar`.length)
    await userEvent.keyboard(' inte tala.')
    await expect.poll(() => caseIn(doc, anna).sbar.situation).toBe(`Akut. ${text} Orkar inte tala.`)
  })

  test('[U11] what others write appears in the field while nothing is typed', async () => {
    const { elsewhere } = show(people.karin, { doc: boardWithSbar() })
    await opener.click()
    sbarText(entryIn(elsewhere, anna), 'situation')?.insert(0, 'Akut. ')
    await expect.element(situation).toHaveValue(`Akut. ${text}`)
    await expect.element(situation).toHaveFocus()
  })

  test('[U11] what is typed is saved when the page goes, without undoing what just arrived', async () => {
    const { doc, elsewhere } = show(people.karin, { doc: boardWithSbar() })
    await opener.click()
    await situation.fill(`${text} Orkar`)
    sbarText(entryIn(elsewhere, anna), 'situation')?.insert(0, 'Akut. ')
    dispatchEvent(new Event('pagehide'))
    expect(caseIn(doc, anna).sbar.situation).toBe(`Akut. ${text} Orkar`)
  })

  test('[U11] Escape takes back what was typed here and keeps what others wrote', async () => {
    const { doc, elsewhere, onclose } = show(people.karin, { doc: boardWithSbar() })
    await opener.click()
    await userEvent.keyboard(' Fel patient.')
    await expect.poll(() => caseIn(doc, anna).sbar.situation).toContain('Fel patient.')
    sbarText(entryIn(elsewhere, anna), 'situation')?.insert(0, 'Akut. ')
    await userEvent.keyboard('{Escape}')
    await expect.element(opener).toHaveFocus()
    expect(caseIn(doc, anna).sbar.situation).toBe(`Akut. ${text}`)
    expect(onclose).not.toHaveBeenCalled()
  })

  test('[U11] a text that others change is shown anew while one reads it', async () => {
    const { elsewhere } = show(people.karin, { doc: boardWithSbar() })
    await expect.element(opener).toHaveTextContent(text)
    sbarText(entryIn(elsewhere, anna), 'situation')?.insert(0, 'Akut. ')
    await expect.element(opener).toHaveTextContent(`Akut. ${text}`)
  })

  test('[U10] it takes no more than its limit', async () => {
    show(people.karin)
    await opener.click()
    await expect.element(situation).toHaveAttribute('maxlength', String(SBAR_MAX))
  })
})
