import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { boardOn, button, server, shift } from './duty-stage.ts'
import { karin, maria, sara, showBoard } from './stage.ts'

describe('a colleague’s shift', () => {
  const path = (who: string) => `/api/boards/kungsbacka/duty/2026-03-10/${who}`
  const open = () => button(/^(I tjänst:|Ingen läkare i tjänst)/).click()

  test('[V9] its hours are changed in the list of the day', async () => {
    const { asked, fetch } = server()
    const doc = boardOn(shift(sara, '08:00', '12:00', '070-174 06 20'))
    const { notices } = showBoard({ doc, fetch })
    await open()
    await button('Ändra tiden för Sara Lindgren').click()
    const form = page.getByRole('form', { name: 'Ändra tiden för Sara Lindgren' })
    await expect.element(form.getByLabelText('Från')).toHaveFocus()
    await form.getByLabelText('Till', { exact: true }).fill('15')
    await form.getByRole('button', { name: 'Spara' }).click()
    await expect.poll(() => asked).toEqual([['PUT', path('sara'), { from: '08:00', to: '15:00' }]])
    await expect.poll(() => notices.toast?.text).toBe('Sara Lindgren är i tjänst 08:00–15:00')
    await expect.element(page.getByRole('heading', { name: 'I tjänst i dag' })).toHaveFocus()
  })

  test('[V9] a gap in the doctors’ post is filled in two taps', async () => {
    const { asked, fetch } = server()
    showBoard({ doc: boardOn(), me: maria, fetch })
    await open()
    await button('Sätt in läkare 08:00–17:00').click()
    await button('Spara').click()
    await expect.poll(() => asked).toEqual([['PUT', path('sara'), { from: '08:00', to: '17:00' }]])
  })

  test('[V9] somebody who is not on the roster is added, with a number of today', async () => {
    const { asked, fetch } = server()
    showBoard({ doc: boardOn(shift(sara, '08:00', '17:00', null)), fetch })
    await open()
    await button('Lägg till någon').click()
    const form = page.getByRole('form', { name: 'Lägg till någon' })
    await expect.element(form.getByLabelText('Vem')).toMatchTextContent(/^\s*Amina Hassan\s*$/)
    await form.getByLabelText('Telefon').fill('070-174 06 23')
    await form.getByRole('button', { name: 'Spara' }).click()
    const body = { from: '09:42', to: '17:00', phone: '070-174 06 23' }
    await expect.poll(() => asked).toEqual([['PUT', path('amina'), body]])
  })

  test('[V9] whoever is taken off the day can be put back as they were', async () => {
    const { asked, fetch } = server()
    const doc = boardOn(shift(sara, '08:00', '12:00', '070-174 06 20'))
    const { notices } = showBoard({ doc, fetch })
    await open()
    await button('Ändra tiden för Sara Lindgren').click()
    await button('Ta bort från dagen').click()
    await expect.poll(() => asked.map(([method]) => method)).toEqual(['DELETE'])
    await expect.poll(() => notices.toast?.text).toMatch(/^Sara Lindgren är borttagen/)
    notices.toast?.action?.run()
    const body = { from: '08:00', to: '12:00', phone: '070-174 06 20' }
    await expect.poll(() => asked[1]).toEqual(['PUT', path('sara'), body])
  })

  test('[V9] what is not kept says why, and stays', async () => {
    showBoard({ doc: boardOn() })
    await open()
    await button('Sätt in läkare 08:00–17:00').click()
    await button('Spara').click()
    await expect.element(page.getByText(/Servern svarar inte/)).toBeVisible()
    await expect.element(page.getByLabelText('Vem')).toBeVisible()
  })

  test('[V9] it is not offered to whoever only reads', async () => {
    const link = { begun: true, synced: true, access: 'read', ended: null } as const
    showBoard({ doc: boardOn(shift(sara, '08:00', '12:00', null)), link })
    await open()
    await expect.element(page.getByText('Sara Lindgren')).toBeVisible()
    expect(button(/^(Ändra tiden för|Sätt in|Lägg till någon)/).elements()).toEqual([])
  })

  test('[V9] one’s own stands once, in the form below', async () => {
    showBoard({ doc: boardOn(shift(karin, '08:00', '17:00', null)) })
    await open()
    await expect.element(button('Går hem')).toBeVisible()
    expect(button(/^Ändra tiden för/).elements()).toEqual([])
  })
})
