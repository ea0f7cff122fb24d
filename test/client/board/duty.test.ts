import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { peopleOf } from '../../../shared/board-document.ts'
import { userId } from '../../../shared/ids.ts'
import { boardOn, button, server, shift } from './duty-stage.ts'
import { karin, maria, sara, showBoard } from './stage.ts'

describe('who is on duty', () => {
  beforeEach(() => page.viewport(1440, 900))

  test('[V3] the bar shows the doctors of now, and the day’s post with its gaps', async () => {
    const doc = boardOn(
      shift(sara, '08:00', '12:00', '070-174 06 20'),
      shift(karin, '08:00', '17:00', null),
    )
    showBoard({ doc })
    await button(/^I tjänst: Sara Lindgren\./).click()
    const rows = page.getByRole('dialog', { name: 'I tjänst i dag' }).getByRole('listitem')
    await expect.poll(() => rows.elements().length).toBe(3)
    await expect.element(rows.nth(0)).toMatchTextContent(/08:00–12:00.*Sara Lindgren.*nu/)
    await expect.element(rows.nth(1)).toMatchTextContent(/12:00–17:00.*Ingen läkare/)
    await expect.element(rows.nth(2)).toMatchTextContent(/08:00–17:00.*Karin Lindqvist.*nu/)
    await expect.element(rows.nth(0).getByRole('link')).toHaveAttribute('href', 'tel:0701740620')
  })

  test('[V3] doctors who begin at the same time stand there both', async () => {
    const jonas = { ...sara, id: userId.parse('jonas'), name: 'Jonas Ekberg', initials: 'JE' }
    const doc = boardOn(shift(sara, '08:00', '12:00', null), shift(jonas, '08:00', '17:00', null))
    peopleOf(doc).set(jonas.id, jonas)
    showBoard({ doc })
    await button(/^I tjänst: Sara Lindgren och Jonas Ekberg/).click()
    const rows = page.getByRole('dialog', { name: 'I tjänst i dag' }).getByRole('listitem')
    await expect.element(rows.nth(0)).toMatchTextContent(/08:00–12:00.*Sara Lindgren/)
    await expect.element(rows.nth(1)).toMatchTextContent(/08:00–17:00.*Jonas Ekberg/)
  })

  test('[V4] one tap puts oneself on duty until the team closes', async () => {
    const { asked, fetch } = server()
    const { notices } = showBoard({ doc: boardOn(), fetch })
    await button('Jag är här').click()
    const path = '/api/boards/kungsbacka/duty/2026-03-10/karin'
    await expect.poll(() => asked).toEqual([['PUT', path, { from: '09:42', to: '17:00' }]])
    await expect.poll(() => notices.toast?.text).toBe('Du är i tjänst till 17:00')
  })

  test('[V4] “Går hem” ends it now', async () => {
    const { asked, fetch } = server()
    showBoard({ doc: boardOn(shift(karin, '08:00', '17:00', '070-174 06 22')), fetch })
    expect(button('Jag är här').elements()).toEqual([])
    await button(/^Ingen läkare i tjänst/).click()
    await button('Går hem').click()
    await expect
      .poll(() => asked.map(([method, , body]) => [method, body]))
      .toEqual([['PUT', { from: '08:00', to: '09:42', phone: '070-174 06 22' }]])
  })

  test('[V4] one that has not begun is taken away', async () => {
    const { asked, fetch } = server()
    showBoard({ doc: boardOn(shift(karin, '12:00', '17:00', null)), fetch })
    await button(/^Ingen läkare i tjänst/).click()
    await button('Går hem').click()
    await expect.poll(() => asked.map(([method]) => method)).toEqual(['DELETE'])
  })

  test('[V4] hours that are none are said, and nothing is sent', async () => {
    const { asked, fetch } = server()
    showBoard({ doc: boardOn(shift(karin, '08:00', '17:00', null)), fetch })
    await button(/^Ingen läkare i tjänst/).click()
    await page.getByLabelText('Till', { exact: true }).fill('07:00')
    await button('Ändra tiden', true).click()
    await expect.element(page.getByText('Skriv två klockslag, det senare sist.')).toBeVisible()
    expect(asked).toEqual([])
  })

  test('[V4] without contact it says so', async () => {
    showBoard({ doc: boardOn() })
    await button('Jag är här').click()
    await expect.element(page.getByText(/Servern svarar inte/)).toBeVisible()
  })

  test('[V3] of a later part of the day nobody is there yet', async () => {
    showBoard({ doc: boardOn(shift(sara, '12:00', '17:00', null)) })
    await button(/^Ingen läkare i tjänst/).click()
    const rows = page.getByRole('dialog', { name: 'I tjänst i dag' }).getByRole('listitem')
    await expect.element(rows.nth(1)).toMatchTextContent(/12:00–17:00.*Sara Lindgren/)
    expect(rows.nth(1).element().textContent).not.toMatch(/nu/)
  })

  test('[V4] who has gone home today is not asked again, not even to begin anew', async () => {
    showBoard({ doc: boardOn(shift(karin, '08:00', '09:00', null)) })
    await expect.element(button(/^Ingen läkare i tjänst/)).toBeVisible()
    expect(button('Jag är här').elements()).toEqual([])
  })

  test('[V4] nor who comes when the team has closed', async () => {
    showBoard({ doc: boardOn(), at: Date.parse('2026-03-10T17:00+01:00') })
    await expect.element(button(/^Ingen läkare i tjänst/)).toBeVisible()
    expect(button('Jag är här').elements()).toEqual([])
  })

  test('[P1] who may only read sets no shift', async () => {
    showBoard({ doc: boardOn(), link: { begun: true, synced: true, access: 'read', ended: null } })
    await button(/^Ingen läkare i tjänst/).click()
    await expect.element(page.getByRole('heading', { name: 'I tjänst i dag' })).toBeVisible()
    expect(button('Jag är här').elements()).toEqual([])
  })

  test('[V4] one’s number is sent when it was changed, and taken away when it was emptied', async () => {
    const { asked, fetch } = server()
    const doc = boardOn(shift(karin, '08:00', '17:00', '070-174 06 22'))
    const { notices } = showBoard({ doc, fetch })
    const panel = page.getByRole('dialog', { name: 'I tjänst i dag' })
    const save = async (label: string, value: string) => {
      await button(/^Ingen läkare i tjänst/).click()
      await panel.getByLabelText(label, { exact: true }).fill(value)
      await button('Ändra tiden').click()
      await expect.element(panel).not.toBeInTheDocument()
      return asked.at(-1)?.[2]
    }
    const hours = { from: '08:00', to: '17:00' }
    expect(await save('Till', '16:00')).toEqual({ ...hours, to: '16:00' })
    expect(notices.toast?.text).toBe('Du är i tjänst till 16:00')
    expect(await save('Telefon', '070-1')).toEqual({ ...hours, phone: '070-1' })
    expect(await save('Telefon', ' ')).toEqual({ ...hours, phone: null })
  })

  test('[V4] without contact nobody has gone home, and it says so', async () => {
    const { notices } = showBoard({ doc: boardOn(shift(karin, '08:00', '17:00', null)) })
    await button(/^Ingen läkare i tjänst/).click()
    await button('Går hem').click()
    await expect.element(page.getByText(/Servern svarar inte/)).toBeVisible()
    await button('Ändra tiden').click()
    await expect.element(page.getByRole('dialog', { name: 'I tjänst i dag' })).toBeVisible()
    expect(notices.toast).toBeNull()
  })

  test('[V4] a manager is not asked', async () => {
    showBoard({ doc: boardOn(), me: maria })
    await expect.element(button(/^Ingen läkare i tjänst/)).toBeVisible()
    expect(button('Jag är här').elements()).toEqual([])
  })
})
