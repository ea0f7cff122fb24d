import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RequestDraft } from '../../../client/state/request-draft.svelte.ts'
import { readCases } from '../../../shared/read-case.ts'
import { LABEL_MAX } from '../../../shared/limits.ts'
import type { boardWith } from '../../shared/support/board.ts'
import { anna } from '../../shared/support/board.ts'
import { boardOfAnna, people, show } from './stage.ts'

const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const patient = page.getByRole('combobox', { name: /^Patient/ })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const newest = (doc: ReturnType<typeof boardWith>) => readCases(doc).find((one) => one.id !== anna)

/** It offers suggestions, so it is a field of another kind. */
const reason = () => page.getByRole('combobox', { name: /^Kontaktorsak/ })

describe('a new care request', () => {
  test('[U13] needs who, why and how soon, and says which is missing', async () => {
    const { doc, oncreated } = show(people.karin, { shows: new RequestDraft() })
    await expect.element(patient).toHaveFocus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(patient).toHaveFocus()
    await expect.element(patient).toHaveAccessibleDescription(/Skriv vem det gäller/)
    await expect.element(reason()).toHaveAccessibleDescription(/Skriv varför/)
    await expect
      .element(page.getByRole('group', { name: 'Prioritet' }))
      .toHaveAccessibleDescription('Välj prioritet.')
    expect(newest(doc)).toBeUndefined()
    expect(oncreated).not.toHaveBeenCalled()
  })

  test('[U13] is made whole, with its asker as the nurse', async () => {
    const draft = new RequestDraft()
    const { doc, oncreated, undo } = show(people.karin, { shows: draft })
    await patient.fill('Ingrid S.')
    await field('Födelseår').fill('1929')
    await field('Område').fill('Särö')
    await reason().fill('Försämrat allmäntillstånd')
    await button('Idag').click()
    await field(/Situation/).fill('Äter dåligt sedan 3 dagar')
    await field('Sedan när').fill('i söndags')
    await field('När önskas läkare').fill('före lunch')
    await field('Vem möter läkaren').fill('dottern')
    await field('Listad vårdcentral').fill('Vårdcentralen Norrvik')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    const made = newest(doc)
    expect(made).toMatchObject({
      lane: 'incoming',
      patient: { label: 'Ingrid S.', birthYear: 1929, area: 'Särö', protected: false },
      reason: { text: 'Försämrat allmäntillstånd' },
      priority: { level: 'today', by: 'karin' },
      request: {
        since: 'i söndags',
        wanted: 'före lunch',
        meets: 'dottern',
        healthCentre: 'Vårdcentralen Norrvik',
      },
      nurse: { id: 'karin' },
      sbar: { situation: 'Äter dåligt sedan 3 dagar' },
    })
    expect(oncreated).toHaveBeenCalledExactlyOnceWith(made?.id)
    expect(draft.isEmpty).toBe(true)
    undo()
    expect(newest(doc)?.closed.how).toBe('voided')
  })

  test('[U13] closing the form keeps the words for next time', async () => {
    const draft = new RequestDraft()
    const { onclose, notices } = show(people.sara, { shows: draft })
    await patient.fill('Ingrid S.')
    await userEvent.keyboard('{Escape}')
    expect(onclose).toHaveBeenCalledOnce()
    expect(draft.label).toBe('Ingrid S.')
    expect(notices.polite).toContain('Det du skrev finns kvar')
  })

  test('[U13] a doctor who asks is nobody’s nurse', async () => {
    const { doc } = show(people.sara, { shows: new RequestDraft() })
    await patient.fill('Ingrid S.')
    await reason().fill('Fall')
    await button('Akut').click()
    await button(/Skapa vårdbegäran/).click()
    expect(newest(doc)?.nurse.id).toBeNull()
  })

  test('[U13] a year that cannot be is refused at its field', async () => {
    const { doc } = show(people.karin, { shows: new RequestDraft() })
    await patient.fill('Ingrid S.')
    await field('Födelseår').fill('29')
    await reason().fill('Fall')
    await button('Akut').click()
    await button(/Skapa vårdbegäran/).click()
    await expect.element(field('Födelseår')).toHaveFocus()
    await expect.element(field('Födelseår')).toHaveAccessibleDescription(/fyra siffror/)
    expect(newest(doc)).toBeUndefined()
  })

  test('[U8] a name that is on the board already is pointed out', async () => {
    show(people.karin, { doc: boardOfAnna(), shows: new RequestDraft() })
    await patient.fill('anna')
    await expect.element(page.getByText(/Ett liknande namn finns på tavlan/)).toBeVisible()
  })

  test('[U13] fields stop at their limits and count near them', async () => {
    show(people.karin, { shows: new RequestDraft() })
    await patient.fill('x'.repeat(LABEL_MAX))
    await userEvent.keyboard('y')
    await expect.element(patient).toHaveValue('x'.repeat(LABEL_MAX))
    await expect.element(patient).toHaveAccessibleDescription(`${LABEL_MAX} av ${LABEL_MAX} tecken`)
  })

  test('[U13] a refusal says why in plain words and keeps the words', async () => {
    const draft = new RequestDraft()
    show(people.olle, { shows: draft })
    await patient.fill('Ingrid S.')
    await reason().fill('Fall')
    await button('Akut').click()
    await button(/Skapa vårdbegäran/).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Din roll får inte göra det.')
    expect(draft.label).toBe('Ingrid S.')
  })
})
