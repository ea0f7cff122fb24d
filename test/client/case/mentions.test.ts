import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { peopleFor } from '../../../client/surfaces/case/mention-query.ts'
import { peopleOf } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { anna, caseIn, commentNumber } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

const field = page.getByLabelText('Skriv till teamet', { exact: true })
const list = page.getByRole('listbox', { name: 'Nämn någon' })
const offered = () =>
  list
    .getByRole('option')
    .elements()
    .map((one) => one.textContent?.trim())

beforeEach(() => localStorage.clear())

describe('mentions in comments', () => {
  test('[U41] "@" offers the team; Enter takes a name, and the comment keeps who it is', async () => {
    const { doc } = show(people.karin)
    await field.click()
    await userEvent.keyboard('Ring @')
    await expect.element(list).toBeVisible()
    expect(offered().map((text) => text?.slice(2))).toEqual([
      'Amina Hassan',
      'Jonas Ekberg',
      'Olle Observatör',
      'Sara Lindgren',
    ])
    await userEvent.keyboard('lind')
    await expect.poll(() => offered()).toEqual(['SLSara Lindgren'])
    await userEvent.keyboard('{Enter}')
    await expect.element(field).toHaveValue('Ring @Sara Lindgren ')
    await expect.element(list).not.toBeInTheDocument()
    await userEvent.keyboard('i dag{Enter}')
    await expect.element(field).toHaveValue('')
    expect(caseIn(doc, anna).comments).toMatchObject([{ text: 'Ring @[sara] i dag' }])
    await expect.element(page.getByText('@Sara Lindgren')).toBeVisible()
  })

  test('[U41] a tap takes a name in the middle of a text, and writing goes on there', async () => {
    show(people.karin)
    await field.fill('Fråga  om remissen')
    const area = field.element() as HTMLTextAreaElement
    area.setSelectionRange(6, 6)
    await userEvent.keyboard('@')
    await list.getByRole('option', { name: /Amina/ }).click()
    await expect.element(field).toHaveValue('Fråga @Amina Hassan om remissen')
    await userEvent.keyboard('nu ')
    await expect.element(field).toHaveValue('Fråga @Amina Hassan nu om remissen')
  })

  test('[U41] Escape closes what is offered and nothing else; Enter then sends', async () => {
    const { doc, onclose } = show(people.karin)
    await field.click()
    await userEvent.keyboard('Klockan 10 @')
    await expect.element(list).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(list).not.toBeInTheDocument()
    expect(onclose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    expect(caseIn(doc, anna).comments).toMatchObject([{ text: 'Klockan 10 @' }])
  })

  test('[U41] a name is read as it is now, and one’s own stands out', async () => {
    const doc = boardOfAnna()
    const text = '@[karin] och @[sara] och @[gone]'
    addComment(doc, { case: anna, comment: commentNumber(1), text }, asAmina())
    show(people.karin, { doc })
    const mine = page.getByText('@Karin Lindqvist', { exact: true })
    await expect.element(mine).toHaveClass(/me/)
    await expect.element(page.getByText('@gone')).toBeVisible()
    const sara = page.getByText('@Sara Lindgren', { exact: true })
    await expect.element(sara).not.toHaveClass(/me/)
    peopleOf(doc).set('sara', { ...people.sara, name: 'Sara Ström' })
    await expect.element(page.getByText('@Sara Ström', { exact: true })).toBeVisible()
  })

  test('[U41] [P4] of a protected identity only its pair is offered', async () => {
    const doc = boardOfAnna()
    const about = { case: anna, field: 'patient', value: { protected: true } } as const
    editField(doc, about, asAmina())
    for (const [field, { id }] of [
      ['nurse', people.karin],
      ['doctor', people.sara],
    ] as const)
      editField(doc, { case: anna, field, value: { id } }, asAmina())
    show(people.karin, { doc })
    await field.click()
    await userEvent.keyboard('@')
    await expect.poll(() => offered()).toEqual(['SLSara Lindgren'])
  })

  test('[U42] whoever opens the case has read what names them', async () => {
    const doc = boardOfAnna()
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Hej @[karin]' }, asAmina())
    const { board } = show(people.karin, { doc })
    await expect.poll(() => board.mentions.waitIn(caseIn(doc, anna))).toBe(false)
    expect(Object.values(localStorage)).toContain(commentNumber(1))
    expect(JSON.stringify(localStorage)).not.toMatch(/Hej|Anna/)
  })
})

test.each([
  ['', ['Amina Hassan', 'Karin Lindqvist', 'Sara Lindgren']],
  ['KA', ['Karin Lindqvist']],
  ['has', ['Amina Hassan']],
  ['sl', ['Sara Lindgren']],
  ['indgren', []],
  ['Sara Lindgren', []],
  [' ', []],
])('[U41] after "@%s" %j are offered', (words, names) => {
  const { amina, karin, sara } = people
  expect(peopleFor(words, [sara, karin, amina]).map(([, name]) => name)).toEqual(names)
})
