import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { anna, berit, caseIn, cleo } from '../../shared/support/board.ts'
import { asAmina, elsewhere, showBoard, threeWaiting } from './stage.ts'

const at = (iso: string) => Date.parse(`${iso}+01:00`)
const count = (name: string) => page.getByRole('button', { name })
const list = page.getByRole('dialog', { name: 'Kvittenser som dröjer' })

/** Anna's and Berit's summaries were sent in the week before, Cleo's yesterday. */
function threeSent() {
  const doc = threeWaiting()
  const send = (id: typeof anna, time: string) =>
    sendHandback(doc, { case: id, summary: 'Klar' }, asAmina(at(time)))
  send(anna, '2026-03-06T10:00')
  send(berit, '2026-03-05T14:30')
  send(cleo, '2026-03-09T16:00')
  return doc
}

describe('receipts that are late', () => {
  test('[U48] they are counted in the lane’s head and listed, the longest first', async () => {
    showBoard({ doc: threeSent() })
    await count('1 försenad Kvittenser som dröjer').click()
    const rows = list.getByRole('listitem')
    await expect.element(rows).toMatchTextContent(/Berit.*Åsa vårdcentral.*5 mars 14:30 av Amina/)
    expect(rows.elements()).toHaveLength(1)
  })

  test('[U48] each is acknowledged with one key, and the next one takes the focus', async () => {
    const doc = threeSent()
    sendHandback(doc, { case: anna, summary: 'Feberfri' }, asAmina(at('2026-03-05T15:00')))
    const { notices } = showBoard({ doc })
    await count('2 försenad Kvittenser som dröjer').click()
    await expect
      .element(list.getByRole('button', { name: 'H-07 · Berit', exact: true }))
      .toHaveFocus()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(caseIn(doc, berit).handback).toMatchObject({ receivedBy: 'karin' })
    expect(notices.toast?.text).toBe('Kvittensen för Berit är noterad.')
    await expect.element(list.getByText('Kvitterad 09:42 (KL)')).toBeVisible()
    await expect.element(list.getByRole('button', { name: 'Kvittera H-07 · Anna' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(count('1 försenad Kvittenser som dröjer')).toHaveFocus()
    await userEvent.keyboard('z')
    await expect.poll(() => caseIn(doc, berit).handback.receivedAt).toBeNull()
  })

  test('[U48] what somebody else records shows at once, and nothing late is not counted', async () => {
    const { doc } = showBoard({ doc: threeSent() })
    await count('1 försenad Kvittenser som dröjer').click()
    elsewhere(doc, (copy) => recordReceipt(copy, { case: berit }, asAmina()))
    await expect.element(list.getByText('Kvitterad 09:42 (AH)')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: /Kvittenser/ })).not.toBeInTheDocument()
  })

  test('[P4] of a protected identity only its code is listed', async () => {
    const doc = threeSent()
    const hidden = { case: berit, field: 'patient' as const, value: { protected: true } }
    editField(doc, { case: berit, field: 'nurse', value: { id: null } }, asAmina())
    editField(doc, hidden, asAmina())
    showBoard({ doc })
    await count('1 försenad Kvittenser som dröjer').click()
    await expect.element(list.getByRole('button', { name: 'H-07', exact: true })).toBeVisible()
    expect(list.element().textContent).not.toMatch(/Berit|Åsa/)
  })
})
