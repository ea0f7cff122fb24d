import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { anna, berit } from '../../shared/support/board.ts'
import { amina, card, karin, maria, NOW, sara, showBoard } from './stage.ts'
import { here, StagedPresence } from './staged-presence.svelte.ts'

const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00+01:00`)
const opener = page.getByRole('button', { name: /^Inne på tavlan nu/ })
const list = page.getByRole('dialog', { name: 'Inne på tavlan nu' })

/** Karin's board, on which Amina and Sara are too. */
function withOthers() {
  const presence = new StagedPresence(karin)
  presence.people = [
    here(karin, at('07:45'), { surface: 'board', case: null }),
    { ...here(amina, at('08:02'), { surface: 'board', case: anna }), holds: berit },
    here(sara, at('09:12'), { surface: 'day', case: anna }, { surface: 'plan', case: null }),
  ]
  showBoard({ presence })
  return { presence }
}

describe('who is on the board', () => {
  test('[L13] is in the bar, and a press lists who, as what, where, with what and since when', async () => {
    withOthers()
    await expect.element(opener).toHaveAccessibleName('Inne på tavlan nu, 3: Sara, Karin och Amina')
    await opener.click()
    const rows = list.getByRole('listitem')
    await expect
      .element(rows.nth(0))
      .toMatchTextContent(/Karin Lindqvist.*Du.*Sjuksköterska.*07:45.*Tavlan/)
    await expect
      .element(rows.nth(1))
      .toMatchTextContent(/Amina Hassan.*Sjuksköterska.*sedan 08:02.*Tavlan.*Anna.*Flyttar Berit/)
    await expect
      .element(rows.nth(2))
      .toMatchTextContent(/Sara Lindgren.*Läkare.*sedan 09:12.*Min dag.*Anna.*Dagsplan/)
  })

  test('[L8] whoever prepares the evening’s handover is shown there', async () => {
    const { presence } = withOthers()
    presence.people = [here(maria, NOW, { surface: 'handover', case: null })]
    await opener.click()
    await expect.element(list.getByRole('listitem')).toMatchTextContent(/Maria Sand.*Överlämning$/)
  })

  test('[L13] can be read and left by keyboard, and follows who comes and goes', async () => {
    const { presence } = withOthers()
    ;(opener.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(list).toBeVisible()
    presence.people = [...presence.people, here(maria, NOW, { surface: 'archive', case: null })]
    await expect.element(list.getByText('Maria Sand')).toBeVisible()
    presence.people = presence.people.filter(({ id }) => id !== amina.id)
    await expect.element(list.getByText('Amina Hassan')).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(list).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
  })

  test('[L13] leads to the case that somebody has open, and others are told of one’s own', async () => {
    const { presence } = withOthers()
    await opener.click()
    await list.getByRole('button', { name: 'Öppna ärendet, Anna' }).first().click()
    await expect.element(page.getByText('Amina och Sara har ärendet öppet')).toBeVisible()
    await expect.element(list).not.toBeInTheDocument()
    expect(presence.opened).toBe(anna)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => presence.opened).toBeNull()
  })

  test('[L13] on the cards says in whose panels they stand, and moves none', async () => {
    const { presence } = withOthers()
    const mark = page.getByRole('img', { name: 'Öppen hos Amina Hassan' })
    await expect.element(mark).toBeVisible()
    const topOfNext = () => card('Berit').element().getBoundingClientRect().top
    const before = topOfNext()
    presence.people = []
    await expect.element(mark).not.toBeInTheDocument()
    expect(topOfNext()).toBe(before)
  })
})
