import { expect, describe, test } from 'vitest'
import { page } from 'vitest/browser'
import { boardOf } from '../../../shared/board-document.ts'
import { boardOn, button } from './duty-stage.ts'
import { card, showBoard } from './stage.ts'

const SAYS = { hasText: 'Teamet har stängt' }
const note = page.getByRole('status').filter(SAYS)

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

  test('[V7] as the team closes, the line comes by itself', async () => {
    const { pass } = showBoard({ doc: boardOn(), at: Date.parse('2026-03-10T16:59:58+01:00') })
    await expect.element(card('Anna')).toBeVisible()
    pass(2)
    await expect.element(note).toBeVisible()
  })
})
