import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sendHandback } from '../../../shared/commands/send-handback.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { anna, berit, caseIn } from '../../shared/support/board.ts'
import { asAmina, card, showBoard, threeWaiting } from './stage.ts'

const choice = page.getByRole('dialog', { name: 'Avsluta Anna som' })

describe('closing from the card', () => {
  test('[U49] a card whose visit is done leads to the outcomes, and one tap closes', async () => {
    const doc = threeWaiting()
    setVisitStatus(doc, { case: anna, status: 'finished' }, asAmina())
    const { notices } = showBoard({ doc })
    await page.getByRole('button', { name: 'Avsluta…' }).click()
    await choice.getByRole('button', { name: 'Sjukhusvård undviken' }).click()
    await expect.poll(() => caseIn(doc, anna).lane).toBe('done')
    expect(caseIn(doc, anna).outcome).toMatchObject({ value: 'hospital-avoided', by: 'karin' })
    expect(notices.toast?.text).toBe('Avslutad: Sjukhusvård undviken')
  })

  test('[B15] while its receipt is awaited it does not', async () => {
    const doc = threeWaiting()
    for (const id of [anna, berit]) setVisitStatus(doc, { case: id, status: 'finished' }, asAmina())
    sendHandback(doc, { case: anna, summary: 'Klar' }, asAmina())
    showBoard({ doc })
    await expect.element(card('Anna')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Avsluta…' })).toBeVisible()
    expect(page.getByRole('button', { name: 'Avsluta…' }).elements()).toHaveLength(1)
  })

  test('[U49] the keyboard closes by its menu', async () => {
    const { doc } = showBoard()
    await expect.element(card('Anna')).toBeVisible()
    card('Anna').element().focus()
    await userEvent.keyboard('m{ArrowUp}{Enter}')
    await expect.element(choice.getByRole('button', { name: 'Sjukhusvård undviken' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => caseIn(doc, anna).outcome.value).toBe('hospital-avoided')
  })
})
