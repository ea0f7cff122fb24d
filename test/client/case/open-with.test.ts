import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { anna, berit } from '../../shared/support/board.ts'
import { here } from '../board/staged-presence.svelte.ts'
import { boardOfAnna, NOW, people, show } from './stage.ts'

const words = page.getByText(/har ärendet öppet/)
const panelTop = () =>
  page.getByRole('group', { name: 'SBAR' }).element().getBoundingClientRect().top
const at = (one: typeof anna) => ({ surface: 'board', case: one }) as const

describe('who else has the case open', () => {
  test('[L13] is said in the panel’s head, and moves nothing', async () => {
    const { presence } = show(people.karin)
    const before = panelTop()
    presence.people = [
      here(people.karin, NOW, at(anna)),
      here(people.amina, NOW, at(berit)),
      here(people.sara, NOW, at(anna)),
    ]
    await expect.element(words).toMatchTextContent(/^Sara har ärendet öppet$/)
    presence.people = [here(people.amina, NOW, at(anna)), here(people.sara, NOW, at(anna))]
    await expect.element(words).toMatchTextContent(/^Amina och Sara har ärendet öppet$/)
    expect(panelTop()).toBe(before)
    presence.people = []
    await expect.element(words).not.toBeInTheDocument()
    expect(panelTop()).toBe(before)
  })

  test('[L8] others are told which case is open here, and when another one is', async () => {
    const { presence, open } = show(people.karin, { doc: boardOfAnna(berit) })
    await expect.poll(() => presence.opened).toBe(anna)
    open(berit)
    await expect.poll(() => presence.opened).toBe(berit)
  })
})
