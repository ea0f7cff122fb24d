import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editField } from '../../../shared/commands/edit-field.ts'
import { berit, cameAt } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

const question = page.getByRole('dialog', { name: 'Rätt patient?' })
const panel = page.getByRole('dialog', { name: /^Ärende / })
const choice = (name: string) =>
  page.getByRole('button', { name: new RegExp(`^Rätt patient:\\s*${name.replace(' ', '\\s*')}`) })

/** Anna's case, and Berit's, who is called Anna too. */
function twoAnnas() {
  const doc = boardOfAnna(berit)
  cameAt(doc, berit, 1_000)
  const called = { label: 'anna', birthYear: 1951 }
  editField(doc, { case: berit, field: 'patient', value: called }, asAmina())
  return doc
}

test('[U51] before a case is opened it is asked which patient is meant', async () => {
  const history = vi.fn(() => Response.json({ lines: [], before: null }))
  show(people.karin, { doc: twoAnnas(), history })
  await expect.element(question).toMatchTextContent(/Du öppnar Anna, 1935/)
  await expect.element(choice('anna 1951')).toHaveAccessibleName(/Feber/)
  expect(history).not.toHaveBeenCalled() // it counts as opening
  await choice('Anna 1935').click()
  await expect.element(panel).toBeVisible()
  await expect.element(question).not.toBeInTheDocument()
  expect(history).toHaveBeenCalledOnce()
})

test('[U51] it is answered with the keyboard, and Escape opens nothing', async () => {
  const { onclose } = show(people.karin, { doc: twoAnnas() })
  await expect.element(page.getByRole('button', { name: /^Rätt patient/ }).first()).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Enter}')
  await expect.element(panel).toBeVisible()
})

test('[U51] a name like it that comes later takes nothing away from who is at work', async () => {
  const { elsewhere, open } = show(people.karin, { doc: boardOfAnna(berit) })
  await expect.element(panel).toBeVisible()
  editField(elsewhere, { case: berit, field: 'patient', value: { label: 'Anna' } }, asAmina())
  await expect.element(panel.getByText('Samma namn')).toBeVisible()
  await expect.element(question).not.toBeInTheDocument()
  open(berit)
  await expect.element(question).toBeVisible()
})
