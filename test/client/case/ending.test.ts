import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editSbar } from '../../../shared/commands/edit-sbar.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { recordReceipt } from '../../../shared/commands/record-receipt.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { anna, caseIn, fieldIn, movedBy } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, NOW, people, show } from './stage.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name })
const panel = page.getByRole('dialog')

describe('seen and taken', () => {
  test('[B13] a doctor sees with one tap, and everyone sees who and when', async () => {
    const { doc } = show(people.sara)
    await button('Sedd').click()
    await expect.element(page.getByText('Sedd av läkare 09:43')).toBeVisible()
    await expect.element(page.getByText(/Första svar efter 13 min/)).toBeVisible()
    expect(fieldIn(doc, anna, 'seen').by).toBe('sara')
    await expect.element(panel).toHaveFocus()
  })

  test('[B13] S in the panel is the doctor’s Sedd', async () => {
    const { doc } = show(people.sara)
    await expect.element(panel).toHaveFocus()
    await userEvent.keyboard('s')
    await expect.poll(() => fieldIn(doc, anna, 'seen').by).toBe('sara')
  })

  test('[U14] a nurse reads that nobody has seen it and is not offered to', async () => {
    show(people.karin)
    await expect.element(page.getByText('Ej sedd av läkare')).toBeVisible()
    expect(button('Sedd').elements()).toEqual([])
    expect(button('Tar').elements()).toEqual([])
  })
})

describe('how a case ends', () => {
  test('[B9] one tap on an outcome closes it, and undo opens it again', async () => {
    const { doc, notices, undo } = show(people.karin)
    await button('Sjukhusvård undviken').click()
    await expect.element(page.getByText('Avslutad 09:43 av Karin Lindqvist')).toBeVisible()
    expect(caseIn(doc, anna)).toMatchObject({
      lane: 'done',
      outcome: { value: 'hospital-avoided', by: 'karin' },
    })
    expect(notices.toast?.text).toBe('Avslutad: Sjukhusvård undviken')
    await expect.element(panel).toHaveFocus()
    undo()
    await expect.element(button('Sjukhusvård undviken')).toBeEnabled()
    expect(caseIn(doc, anna)).toMatchObject({ lane: 'incoming', outcome: { value: null } })
  })

  test('[B8] a closed case takes comments and nothing else, until it is reopened', async () => {
    const { doc } = show(people.karin)
    await button('Ingetdera').click()
    await expect.element(page.getByLabelText('Skriv till teamet')).toBeVisible()
    expect(button(/^Kontaktorsak/).elements()).toEqual([])
    expect(button(/Flytta till/).elements()).toEqual([])
    await button('Återöppna').click()
    await expect.element(button(/^Kontaktorsak/)).toBeVisible()
    expect(caseIn(doc, anna).lane).toBe('incoming')
  })

  test('[B15] a handback waits for its receipt, and says so where it cannot be closed', async () => {
    const { doc, elsewhere } = show(people.karin)
    await button('Skriv återlämning…').click()
    await page.getByLabelText('Kort sammanfattning till Åsa vårdcentral').fill('CRP måndag.')
    await page.getByRole('form', { name: 'Återlämning' }).getByText('Skicka').click()
    await expect.element(page.getByText('Skickad 09:43 (KL). Väntar på kvittens.')).toBeVisible()
    expect(caseIn(doc, anna)).toMatchObject({
      lane: 'handback',
      handback: { summary: 'CRP måndag.' },
    })
    const neither = button('Ingetdera')
    await expect.element(neither).toBeDisabled()
    await expect.element(neither).toHaveAccessibleDescription(/när vårdcentralen har kvitterat/)
    recordReceipt(elsewhere, { case: anna }, asAmina())
    await expect.element(page.getByText('Kvitterad 09:43 (AH)')).toBeVisible()
    await expect.element(neither).toBeEnabled()
  })

  test('[U48] a summary can start from SBAR, and is sent by a person who has shortened it', async () => {
    const doc = boardOfAnna()
    editSbar(doc, { case: anna, part: 'situation', text: 'x'.repeat(1_000) }, asAmina())
    show(people.karin, { doc })
    await button('Skriv återlämning…').click()
    await button('Utgå från SBAR').click()
    const summary = page.getByLabelText('Kort sammanfattning till Åsa vårdcentral')
    await expect.element(summary).toHaveFocus()
    await expect.element(summary).toHaveValue(`Situation: ${'x'.repeat(1_000)}`)
    const send = page.getByRole('form', { name: 'Återlämning' }).getByText('Skicka')
    await send.click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Korta till högst 1000 tecken.')
    expect(fieldIn(doc, anna, 'handback').sentAt).toBeNull()
    await summary.fill('Feberfri. CRP måndag.')
    await send.click()
    await expect.poll(() => fieldIn(doc, anna, 'handback').summary).toBe('Feberfri. CRP måndag.')
  })

  test('[U48] without anything in SBAR there is nothing to start from', async () => {
    show(people.karin)
    await button('Skriv återlämning…').click()
    await expect.element(button('Avbryt')).toBeVisible()
    expect(button('Utgå från SBAR').elements()).toEqual([])
  })

  test('[U10] an empty summary is not sent', async () => {
    const { doc } = show(people.karin)
    await button('Skriv återlämning…').click()
    await page.getByRole('form', { name: 'Återlämning' }).getByText('Skicka').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Skriv en kort sammanfattning.')
    expect(fieldIn(doc, anna, 'handback').sentAt).toBeNull()
  })

  test('[B2] voiding wants a reason, and the case is kept', async () => {
    const { doc, undo } = show(people.karin)
    await button('Fler val').click()
    await page.getByRole('menuitem', { name: 'Makulera…' }).click()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toHaveTextContent('Skriv en orsak.')
    await page.getByLabelText('Varför makuleras kortet?').fill('Dubblett')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/^Makulerad 09:43 av Karin/)).toBeVisible()
    expect(fieldIn(doc, anna, 'closed')).toMatchObject({ how: 'voided', reason: 'Dubblett' })
    undo()
    await expect.element(button('Fler val')).toBeVisible()
  })

  test('[B2] a voided case says why', async () => {
    const doc = boardOfAnna()
    voidCase(doc, { case: anna, reason: 'Fel patient' }, asAmina())
    show(people.karin, { doc })
    await expect.element(page.getByText('Fel patient', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Makulerad 09:43 av Amina Hassan')).toBeVisible()
  })
})

describe('the panel', () => {
  test('[U12] it takes focus, is not modal, and Escape closes it', async () => {
    const { onclose } = show(people.karin)
    await expect.element(panel).toHaveFocus()
    await expect.element(panel).toHaveAttribute('aria-modal', 'false')
    await expect.element(panel).toHaveAccessibleName('Ärende H-07, Anna')
    await userEvent.keyboard('{Escape}')
    expect(onclose).toHaveBeenCalledOnce()
  })

  test('[U3] M moves the case without dragging, and Escape closes only the menu', async () => {
    const { doc, onclose } = show(people.karin)
    await expect.element(panel).toHaveFocus()
    await userEvent.keyboard('m')
    await expect.element(page.getByRole('menuitem', { name: 'Akut' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(panel).toHaveFocus()
    expect(onclose).not.toHaveBeenCalled()
    await userEvent.keyboard('m')
    await page.getByRole('menuitem', { name: 'Akut' }).click()
    await expect.poll(() => caseIn(doc, anna).lane).toBe('acute')
  })

  test('[U24] who was beaten to it while the menu stood open is asked there', async () => {
    const { doc, elsewhere } = show(people.karin)
    await button(/Flytta till/).click()
    elsewhere.transact(() => {
      moveCase(elsewhere, { case: anna, to: 'today', before: null }, asAmina())
      movedBy(elsewhere, anna, people.amina.id, NOW)
    })
    await page.getByRole('menuitem', { name: 'Akut' }).click()
    const said = 'Amina hann före Kortet flyttades till Dagens besök 09:43.'
    await expect.element(page.getByRole('dialog', { name: said })).toBeVisible()
    expect(caseIn(doc, anna).lane).toBe('today')
    await button('Flytta ändå').click()
    await expect.poll(() => caseIn(doc, anna).lane).toBe('acute')
    await expect.element(button(/Flytta till/)).toHaveFocus()
  })

  test('[U3] closing from the menu leads to the outcomes', async () => {
    show(people.karin)
    await button(/Flytta till/).click()
    await page.getByRole('menuitem', { name: 'Avsluta…' }).click()
    await expect.element(button('Sjukhusvård undviken')).toHaveFocus()
  })
})
