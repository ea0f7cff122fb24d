import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type * as Y from 'yjs'
import { boardOf, dutyOf, peopleOf } from '../../../shared/board-document.ts'
import type { Shift } from '../../../shared/duty.ts'
import { userId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/person.ts'
import { momentOf } from '../../../shared/team-time.ts'
import { card, karin, maria, sara, showBoard, threeWaiting } from './stage.ts'

const TODAY = '2026-03-10'
const SAYS = { hasText: 'Teamet har stängt' }
const note = page.getByRole('status').filter(SAYS)
const button = (name: string | RegExp, exact = false) => page.getByRole('button', { name, exact })

const shift = ({ id, role }: Person, from: string, to: string, phone: string | null): Shift => ({
  ...{ person: id, role, phone },
  ...{ from: momentOf(TODAY, from), to: momentOf(TODAY, to) },
})

function boardOn(...shifts: Shift[]): Y.Doc {
  const doc = threeWaiting()
  dutyOf(doc).set('shifts', shifts)
  dutyOf(doc).set('daysOff', ['2026-06-19', '2026-12-24', '2026-12-25'])
  boardOf(doc).set('phone', '070-174 06 00')
  return doc
}

/** A server that takes whatever it is told, and what that was. */
function server() {
  const asked: [string, string, unknown][] = []
  const fetch: typeof globalThis.fetch = async (url, request) => {
    const path = String(url)
    if (!path.includes('/duty')) return Response.json({ due: 0 })
    const body = request?.body
    asked.push([
      request?.method ?? '',
      path,
      typeof body === 'string' ? JSON.parse(body) : undefined,
    ])
    return new Response(null, { status: 204 })
  }
  return { asked, fetch }
}

describe('outside the team’s hours', () => {
  test.each([
    ['on a Saturday', '2026-03-14T10:00+01:00', 'mån 08:00'],
    ['at 17:01', '2026-03-10T17:01+01:00', 'ons 08:00'],
    ['on Midsummer Eve', '2026-06-19T10:00+02:00', 'mån 08:00'],
    ['on Christmas Eve', '2026-12-24T10:00+01:00', 'mån 08:00'],
  ])('[V7] %s the board says whom to call, and until when', async (_, at, opening) => {
    showBoard({ doc: boardOn(), at: Date.parse(at) })
    await expect.element(note).toMatchTextContent(new RegExp(`Teamet har stängt till ${opening}`))
    const links = note.getByRole('link')
    expect(links.elements().map((one) => one.getAttribute('href'))).toEqual([
      'tel:0701740600',
      'tel:112',
    ])
  })

  test('[V7] while the team works nothing is said', async () => {
    showBoard({ doc: boardOn(), at: Date.parse('2026-03-10T16:59+01:00') })
    await expect.element(card('Anna')).toBeVisible()
    expect(note.elements()).toEqual([])
  })

  test('[V7] a board that names somebody has them called instead', async () => {
    const doc = boardOn()
    boardOf(doc).set('outOfHours', [{ name: 'Jourläkarbilen', phone: '070-174 06 11' }])
    showBoard({ doc, at: Date.parse('2026-03-14T10:00+01:00') })
    await expect.element(note).toMatchTextContent(/Ring: Jourläkarbilen 070-174 06 11$/)
  })

  test('[V7] the form for an acute request says so before it is saved', async () => {
    showBoard({ doc: boardOn(), at: Date.parse('2026-03-14T10:00+01:00') })
    await button(/^Ny vårdbegäran/).click()
    const form = page.getByRole('form', { name: 'Ny vårdbegäran' })
    await form.getByRole('button', { name: 'Akut' }).click()
    await expect
      .element(form.getByRole('status').filter(SAYS))
      .toMatchTextContent(/En akut begäran kan bli osedd till dess. Ring:.*112/)
  })
})

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
    showBoard({ doc: boardOn(), link: { synced: true, access: 'read', ended: null } })
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
    const link = { synced: true, access: 'read', ended: null } as const
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

test('[V7] as the team closes, the line comes by itself', async () => {
  const { pass } = showBoard({ doc: boardOn(), at: Date.parse('2026-03-10T16:59:58+01:00') })
  await expect.element(card('Anna')).toBeVisible()
  pass(2)
  await expect.element(note).toBeVisible()
})
