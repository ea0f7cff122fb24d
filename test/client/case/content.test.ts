import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { boardOf } from '../../../shared/board-document.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { anna, caseIn, commentNumber, fieldIn } from '../../shared/support/board.ts'
import { asAmina, boardOfAnna, NOW, people, show } from './stage.ts'

const field = (name: string) => page.getByLabelText(name, { exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const tick = (name: string) => page.getByRole('checkbox', { name })

describe('measurements', () => {
  test('[B12] are shown as they were typed, with who and when', async () => {
    const { doc } = show(people.karin)
    await button('Skriv in mätvärden').click()
    await field('AF').fill('28')
    await field('SpO₂').fill('86')
    await field('Temp').fill('37,4')
    await field('Blodtryck').fill('135/80')
    await field('Tagna kl.').fill('0910')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Inskrivna av KL 09:10 · 33 min sedan')).toBeVisible()
    await expect.element(page.getByText('37,4')).toBeVisible()
    expect(fieldIn(doc, anna, 'vitals')).toEqual({
      rr: 28,
      spo2: 86,
      pulse: null,
      bloodPressure: '135/80',
      temperature: 37.4,
      news2: null,
      takenAt: NOW - 33 * 60_000,
      by: 'karin',
      at: NOW,
    })
  })

  test('[U10] a value that cannot be stays, with an example', async () => {
    const { doc } = show(people.karin)
    await button('Skriv in mätvärden').click()
    await field('SpO₂').fill('186')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('SpO₂ skrivs till exempel 96.')).toBeVisible()
    await expect.element(field('SpO₂')).toHaveValue('186')
    expect(fieldIn(doc, anna, 'vitals').by).toBeNull()
  })
})

describe('treatments', () => {
  test('[U10] are added, ticked and removed', async () => {
    const { doc, undo } = show(people.karin)
    await field('Lägg till behandling').fill('Inhalation')
    await userEvent.keyboard('{Enter}')
    await expect.element(tick('Inhalation')).not.toBeChecked()
    await expect.element(field('Lägg till behandling')).toHaveValue('')
    await page.getByText('Inhalation').click()
    await expect.element(page.getByText('KL 09:43')).toBeVisible()
    await expect.element(page.getByText('1 av 1 klar')).toBeVisible()
    await button('Ta bort Inhalation').click()
    await expect.poll(() => caseIn(doc, anna).tasks).toEqual([])
    undo()
    await expect.element(tick('Inhalation')).toBeChecked()
  })
})

describe('suggested treatments', () => {
  const input = field('Lägg till behandling')
  const list = page.getByRole('listbox', { name: 'Förslag på behandling' })
  const offered = () =>
    list
      .getByRole('option')
      .elements()
      .map((one) => one.textContent?.trim())

  test('[U40] are offered as one types, and one tap adds one', async () => {
    const { doc } = show(people.karin)
    await expect.element(list).not.toBeInTheDocument()
    await input.click()
    await expect.poll(() => offered().length).toBeGreaterThan(8)
    await input.fill('iv')
    await expect.poll(offered).toEqual(['iv-antibiotika', 'iv furosemid'])
    await list.getByRole('option', { name: 'iv furosemid' }).click()
    expect(caseIn(doc, anna).tasks.map(({ text }) => text)).toEqual(['iv furosemid'])
    await expect.element(input).toHaveValue('')
    await expect.element(input).toHaveFocus()
    await input.fill('iv')
    await expect.poll(offered).toEqual(['iv-antibiotika'])
  })

  test('[U40] are reached by arrows; Enter takes one or the words, Escape only closes', async () => {
    const { doc, onclose } = show(people.karin)
    await input.fill('iv')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    const chosen = list.getByRole('option', { selected: true })
    await expect.element(chosen).toHaveTextContent('iv-antibiotika')
    expect(input.element().getAttribute('aria-activedescendant')).toBe(chosen.element().id)
    await userEvent.keyboard('{Enter}')
    await input.fill('ekg med tolkning')
    await userEvent.keyboard('{Enter}')
    await input.fill('dr')
    await userEvent.keyboard('{Escape}')
    await expect.element(list).not.toBeInTheDocument()
    expect(onclose).not.toHaveBeenCalled()
    await expect.element(input).toHaveValue('dr')
    const texts = ['iv-antibiotika', 'ekg med tolkning']
    expect(caseIn(doc, anna).tasks.map(({ text }) => text)).toEqual(texts)
  })

  test('[U40] are the board’s own where it has some', async () => {
    const doc = boardOfAnna()
    boardOf(doc).set('treatments', ['Hjärtsviktsdropp', 'Vätska'])
    show(people.karin, { doc })
    await input.click()
    await expect.poll(offered).toEqual(['Hjärtsviktsdropp', 'Vätska'])
  })
})

describe('comments', () => {
  test('[B17] are added by Enter and come from others at once', async () => {
    const { doc, elsewhere } = show(people.karin)
    await field('Skriv till teamet').fill('Dottern öppnar.')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Dottern öppnar.')).toBeVisible()
    expect(caseIn(doc, anna).comments).toMatchObject([{ by: 'karin', text: 'Dottern öppnar.' }])
    const text = 'Jag tar med kortison.'
    addComment(elsewhere, { case: anna, comment: commentNumber(2), text }, asAmina())
    await expect.element(page.getByText(text)).toBeVisible()
  })
})

describe('documentation', () => {
  test('[P2] a nurse ticks the municipality’s; the region’s is shown, with whose it is', async () => {
    const { doc } = show(people.karin)
    const region = tick('Region, läkarens journal')
    await expect.element(region).toBeDisabled()
    await expect.element(region).toHaveAccessibleDescription('Läkaren bockar av.')
    await page.getByText('Kommun, HSL-journal').click()
    await expect.poll(() => fieldIn(doc, anna, 'documentedMunicipality').by).toBe('karin')
  })

  test('[P2] a doctor ticks the region’s', async () => {
    const { doc } = show(people.sara)
    await expect.element(tick('Kommun, HSL-journal')).toBeDisabled()
    await page.getByText('Region, läkarens journal').click()
    await expect.poll(() => fieldIn(doc, anna, 'documentedRegion').by).toBe('sara')
  })
})
