import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editField } from '../../../shared/commands/edit-field.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { REASON_MAX } from '../../../shared/limits.ts'
import { anna, berit, caseIn, fieldIn } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, people, show } from './stage.ts'

const button = (name: RegExp) => page.getByRole('button', { name })
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const reason = 'Feber, misstänkt pneumoni'

describe('a text that is edited in place', () => {
  test('[U10] a click turns it into a field, Enter saves it and focus stays', async () => {
    const { doc, notices } = show(people.karin)
    await button(/^Kontaktorsak/).click()
    await expect.element(field('Kontaktorsak')).toHaveValue(reason)
    await field('Kontaktorsak').fill('Andnöd vid KOL')
    await userEvent.keyboard('{Enter}')
    await expect.element(button(/^Kontaktorsak Andnöd vid KOL/)).toHaveFocus()
    expect(fieldIn(doc, anna, 'reason').text).toBe('Andnöd vid KOL')
    expect(notices.toast?.text).toBe('Du ändrade kontaktorsak för Anna')
  })

  test('[U10] leaving the field saves it', async () => {
    const { doc } = show(people.karin)
    await button(/^Område/).click()
    await field('Område').fill('Särö')
    await page.getByRole('heading', { name: 'SBAR' }).click()
    await expect.element(button(/^Område Särö/)).toBeVisible()
    expect(fieldIn(doc, anna, 'patient')).toMatchObject({ area: 'Särö', label: 'Anna' })
  })

  test('[U10] Escape takes it back and leaves the panel open', async () => {
    const { doc, onclose } = show(people.karin)
    await button(/^Kontaktorsak/).click()
    await field('Kontaktorsak').fill('Fel')
    await userEvent.keyboard('{Escape}')
    await expect.element(button(/^Kontaktorsak Feber/)).toHaveFocus()
    expect(fieldIn(doc, anna, 'reason').text).toBe(reason)
    expect(onclose).not.toHaveBeenCalled()
  })

  test('[U10] what cannot be saved keeps its words, with the reason at the field', async () => {
    const { doc } = show(people.karin)
    await button(/^Födelseår/).click()
    await field('Födelseår').fill('193')
    await userEvent.keyboard('{Enter}')
    await expect.element(field('Födelseår')).toHaveValue('193')
    await expect.element(field('Födelseår')).toHaveAccessibleDescription(/fyra siffror/)
    expect(fieldIn(doc, anna, 'patient').birthYear).toBe(1935)
  })

  test('[U10] a refusal says why in plain words', async () => {
    const { elsewhere, doc } = show(people.karin)
    await button(/^Kontaktorsak/).click()
    await field('Kontaktorsak').fill('Andnöd')
    voidCase(elsewhere, { case: anna, reason: 'Dubblett' }, asAmina())
    await userEvent.keyboard('{Enter}')
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Ärendet är avslutat. Öppna det igen först.')
    await expect.element(field('Kontaktorsak')).toHaveValue('Andnöd')
    expect(fieldIn(doc, anna, 'reason').text).toBe(reason)
  })

  test('[U10] what somebody else saves meanwhile is shown beside one’s own words', async () => {
    const { elsewhere } = show(people.karin)
    await button(/^Kontaktorsak/).click()
    await field('Kontaktorsak').fill('Andnöd')
    editField(elsewhere, { case: anna, field: 'reason', value: { text: 'Fall' } }, asAmina())
    await expect.element(page.getByText('Någon ändrade till ”Fall” medan du skrev.')).toBeVisible()
    await expect.element(field('Kontaktorsak')).toHaveValue('Andnöd')
  })

  test('[U10] a change to one part of a field leaves what others set in its other parts', async () => {
    const { elsewhere, doc } = show(people.karin)
    await button(/^Område/).click()
    await field('Område').fill('Särö')
    const value = { birthYear: 1936 }
    editField(elsewhere, { case: anna, field: 'patient', value }, asAmina())
    await userEvent.keyboard('{Enter}')
    await expect.element(button(/^Födelseår 1936/)).toBeVisible()
    expect(fieldIn(doc, anna, 'patient')).toMatchObject({ area: 'Särö', birthYear: 1936 })
  })

  test.each([/^Kontaktorsak/, /^Situation/])(
    '[U10] words of %s that are being typed stay with their patient when another is opened',
    async (name) => {
      const { doc, open } = show(people.karin, { doc: boardOfAnna(berit) })
      await button(name).click()
      await page.getByRole('textbox', { name }).fill('Andnöd')
      open(berit)
      await expect.element(page.getByRole('dialog', { name: /Berit/ })).toBeVisible()
      const words = ({ reason, sbar }: ReturnType<typeof caseIn>) => [reason.text, sbar.situation]
      await expect.poll(() => words(caseIn(doc, anna))).toContain('Andnöd')
      expect(words(caseIn(doc, berit))).not.toContain('Andnöd')
    },
  )

  test('[U10] it takes no more than its limit, and counts near it', async () => {
    const { doc } = show(people.karin)
    await button(/^Kontaktorsak/).click()
    await field('Kontaktorsak').fill('x'.repeat(REASON_MAX - 1))
    await userEvent.keyboard('yz')
    await expect.element(page.getByText(`${REASON_MAX} av ${REASON_MAX} tecken`)).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => fieldIn(doc, anna, 'reason').text).toHaveLength(REASON_MAX)
  })
})

describe('what is chosen', () => {
  test('[U10] priority, consent, mission, nurse and doctor are set at once and can be undone', async () => {
    const { doc, undo } = show(people.karin)
    const choice = (name: string) => page.getByRole('combobox', { name })
    await button(/^Akut$/).click()
    await expect.element(button(/^Akut$/)).toHaveAttribute('aria-pressed', 'true')
    await choice('Samtycke').selectOptions('Samtycke finns')
    await choice('Vårduppdrag').selectOptions('Basal hemsjukvård')
    await choice('PAS').selectOptions('Amina Hassan')
    await choice('Läkare').selectOptions('Sara Lindgren')
    expect(caseIn(doc, anna)).toMatchObject({
      priority: { level: 'acute', by: 'karin' },
      consent: { state: 'given', by: 'karin' },
      mission: { id: 'basic-home-care' },
      nurse: { id: 'amina' },
      doctor: { id: 'sara' },
    })
    undo()
    await expect.element(choice('Läkare')).toHaveValue('')
  })

  test('[U14] an observer sees everything and is offered no change', async () => {
    show(people.olle)
    await expect.element(page.getByText(reason)).toBeVisible()
    await expect.element(button(/^Akut$/)).toBeDisabled()
    expect(page.getByRole('combobox').elements()).toEqual([])
    expect(page.getByRole('textbox').elements()).toEqual([])
    expect(button(/Flytta till/).elements()).toEqual([])
  })

  test('[P4] a protected identity is open to the responsible pair only', async () => {
    const doc = boardOfAnna()
    const value = { protected: true }
    editField(doc, { case: anna, field: 'patient', value }, asAmina())
    show(people.sara, { doc })
    await expect.element(page.getByRole('dialog', { name: 'Ärende H-07, H-07' })).toBeVisible()
    await expect.element(page.getByText(/Visas bara för ansvarigt par/)).toBeVisible()
    for (const secret of [/Anna\b/, /1935/, /Åsa/, /Feber/, /SBAR/])
      expect(document.body.textContent).not.toMatch(secret)
    await page.getByRole('button', { name: 'Tar' }).click()
    await expect.element(button(/^Patient Anna/)).toBeVisible()
  })
})
