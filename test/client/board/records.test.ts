import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type * as Y from 'yjs'
import { editField } from '../../../shared/commands/edit-field.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { anna, berit, cleo, fieldIn } from '../../shared/support/board.ts'
import { amina, asAmina, card, karin, sara, showBoard, threeWaiting } from './stage.ts'

/** Anna's visit is Karin's and finished, Berit's is hers and not, Cleo's is Amina's. */
function afterVisits(): Y.Doc {
  const doc = threeWaiting()
  for (const [one, { id }] of [
    [anna, karin],
    [berit, karin],
    [cleo, amina],
  ] as const)
    editField(doc, { case: one, field: 'nurse', value: { id } }, asAmina())
  for (const one of [anna, cleo]) setVisitStatus(doc, { case: one, status: 'finished' }, asAmina())
  return doc
}
const left = page.getByRole('button', { name: '1 att dokumentera' })

test('[U39] a nurse sees what is left for their record, and ticks it there', async () => {
  const { doc } = showBoard({ doc: afterVisits() })
  await left.click()
  const list = page.getByRole('dialog', { name: 'Att dokumentera' })
  await expect.element(list.getByRole('checkbox')).toHaveAccessibleName('Anna')
  await list.getByText('Anna', { exact: true }).click()
  await expect.poll(() => fieldIn(doc, anna, 'documentedMunicipality').by).toBe('karin')
  await expect.element(list.getByRole('checkbox', { name: 'Anna' })).toBeChecked()
  await expect.element(list.getByText('09:42')).toBeVisible()
  await expect.element(left).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Dokumenterat' })).toBeVisible()
})

test('[U39] the case opens from the list', async () => {
  showBoard({ doc: afterVisits() })
  await left.click()
  await page.getByRole('button', { name: 'Öppna ärendet, Anna' }).click()
  await expect.element(page.getByRole('dialog', { name: /Anna$/ })).toBeVisible()
  await expect
    .element(page.getByRole('dialog', { name: 'Att dokumentera' }))
    .not.toBeInTheDocument()
})

test('[U39] who has nothing to write sees none of it', async () => {
  showBoard({ doc: afterVisits(), me: sara })
  await expect.element(card('Berit')).toBeVisible()
  await expect.element(page.getByText(/att dokumentera/)).not.toBeInTheDocument()
})
