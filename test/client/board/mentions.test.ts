import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { berit, cleo, commentNumber } from '../../shared/support/board.ts'
import { asAmina, card, elsewhere, sara, showBoard } from './stage.ts'

const named = (title: string) =>
  page
    .getByRole('article')
    .filter({ has: card(title) })
    .getByText('Du nämns')

beforeEach(() => localStorage.clear())

test('[U42] a card that names somebody says so until they open it, and not again', async () => {
  const { doc } = showBoard()
  await expect.element(card('Berit')).toBeVisible()
  elsewhere(doc, (copy) => {
    const one = { case: berit, comment: commentNumber(1), text: 'Ring @[karin], inte @[sara]' }
    addComment(copy, one, asAmina())
    addComment(copy, { case: cleo, comment: commentNumber(2), text: '@[karin2]' }, asAmina())
  })
  await expect.element(named('Berit')).toBeVisible()
  await expect.element(named('Cleo')).not.toBeInTheDocument()
  await card('Berit').click()
  await expect.element(named('Berit')).not.toBeInTheDocument()
})

test('[U42] nobody is told that they are named in what they may not see, or by themselves', async () => {
  const { doc } = showBoard({ me: sara })
  const asSara = { ...asAmina(), by: sara.id }
  elsewhere(doc, (copy) => {
    addComment(copy, { case: berit, comment: commentNumber(1), text: 'Hej @[sara]' }, asAmina())
    editField(copy, { case: berit, field: 'patient', value: { protected: true } }, asAmina())
    addComment(copy, { case: cleo, comment: commentNumber(2), text: 'Jag, @[sara]' }, asSara)
  })
  await expect.element(card('H-07').first()).toBeVisible()
  await expect.element(page.getByText('Du nämns')).not.toBeInTheDocument()
})
