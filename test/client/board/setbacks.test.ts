import { flushSync } from 'svelte'
import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Unsaved } from '../../../client/state/setbacks.svelte.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import { anna, berit, caseIn, cleo } from '../../shared/support/board.ts'
import {
  amina,
  asAmina,
  elsewhere,
  expectLane,
  karin,
  NOW,
  showBoard,
  threeWaiting,
} from './stage.ts'

const HOUR = 3_600_000

/** Amina's move that stands instead of Karin's, an hour older. */
const moved = (id: CaseId, about: Partial<Superseded> = {}): Superseded => ({
  kind: 'superseded',
  because: 'newer',
  case: id,
  part: 'place',
  kept: { value: { lane: 'followup', rank: 'a0', at: NOW }, at: NOW, by: amina.id },
  yours: { value: { lane: 'today', rank: 'a0', at: NOW - HOUR }, at: NOW - HOUR },
  ...about,
})

const list = page.getByRole('region', { name: 'Ändringar som inte används' })
const anyway = list.getByRole('button', { name: 'Gör min ändring ändå' })
const closing = (name: string) => list.getByRole('button', { name: `Stäng, ${name}` })

/** A board on which Amina has moved Anna, Berit and Cleo to Uppföljning. */
function showBeaten() {
  const doc = threeWaiting()
  for (const id of [anna, berit, cleo])
    moveCase(doc, { case: id, to: 'followup', before: null }, asAmina())
  return showBoard({ doc })
}

describe('own changes that did not come to stand', () => {
  test('[U18] are told above the work, and nothing is said before there are any', async () => {
    const { setbacks } = showBeaten()
    await expectLane('followup').toEqual(['Anna', 'Berit', 'Cleo'])
    await expect.element(list).not.toBeInTheDocument()
    setbacks.supersede(moved(anna))
    await expect
      .element(list)
      .toMatchTextContent(
        'Anna Amina flyttade kortet 09:42 till Uppföljning. Din ändring från 08:42 till Dagens besök används inte.',
      )
    const box = list.element().getBoundingClientRect()
    const lanes = page.getByRole('group', { name: 'Tavlan' }).element().getBoundingClientRect()
    expect(box.bottom).toBeLessThanOrEqual(lanes.top)
  })

  test('[U18] stay until they are dismissed, however long that takes', async () => {
    vi.useFakeTimers()
    const { setbacks, board } = showBeaten()
    setbacks.supersede(moved(anna))
    flushSync()
    vi.advanceTimersByTime(HOUR)
    vi.useRealTimers()
    await expect.element(list).toBeVisible()
    await closing('Anna').click()
    await expect.element(list).not.toBeInTheDocument()
    expect(board.case(anna)?.lane).toBe('followup')
  })

  test('[U18] are done anyway as a change of now, which can be undone', async () => {
    const { setbacks, board, notices } = showBeaten()
    setbacks.supersede(moved(anna))
    await anyway.click()
    await expectLane('today').toEqual(['Anna'])
    expect(board.case(anna)?.place.at).toBeGreaterThanOrEqual(NOW)
    await expect.element(list).not.toBeInTheDocument()
    expect(notices.toast?.text).toBe('Anna: din ändring gäller')
    await userEvent.keyboard('z')
    await expectLane('today').toEqual([])
  })

  test('[U18] that come to stand with another one are told no longer', async () => {
    const { setbacks } = showBeaten()
    const at = NOW - HOUR
    const mine = { at, value: { level: 'acute', by: karin.id, at } }
    setbacks.supersede(moved(anna, { yours: { at, value: { lane: 'acute', rank: 'a0', at } } }))
    setbacks.supersede(moved(anna, { part: 'priority', yours: mine }))
    setbacks.supersede(moved(berit, { part: 'priority', yours: mine }))
    await anyway.first().click()
    await expectLane('acute').toEqual(['Anna'])
    await expect.element(list.getByRole('listitem')).toMatchTextContent('Berit · Prioritet')
  })

  test('[U18] stay when they may not be done any more', async () => {
    const { doc, setbacks } = showBeaten()
    setbacks.supersede(moved(anna))
    elsewhere(doc, (copy) => voidCase(copy, { case: anna, reason: 'Dubblett' }, asAmina(NOW + 1)))
    await anyway.click()
    await expect.element(list).toBeVisible()
    expect(caseIn(doc, anna).lane).toBe('done')
  })

  test('[U18] on a case that was closed are not offered; the case is', async () => {
    const { setbacks } = showBeaten()
    setbacks.supersede(moved(anna, { because: 'closed' }))
    await expect.element(anyway).not.toBeInTheDocument()
    await list.getByRole('button', { name: 'Öppna ärendet' }).click()
    await expect.element(page.getByRole('dialog', { name: /Anna/ })).toBeVisible()
  })

  test('[U18] are one list to work through, by keyboard too', async () => {
    const { setbacks } = showBeaten()
    for (const id of [anna, berit, cleo]) setbacks.supersede(moved(id))
    await expect.element(list).toMatchTextContent('3 av dina ändringar används inte')
    ;(closing('Berit').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(closing('Cleo')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(closing('Anna')).toHaveFocus()
    await expect.element(list).not.toMatchTextContent('ändringar används inte')
  })

  test('[U18] can be put away all at once', async () => {
    const { setbacks } = showBeaten()
    for (const id of [anna, berit]) setbacks.supersede(moved(id))
    await list.getByRole('button', { name: 'Stäng alla' }).click()
    await expect.element(list).not.toBeInTheDocument()
  })
})

describe('changes that were refused', () => {
  const comment = (value: string): Unsaved => ({
    key: value,
    title: 'Anna',
    part: 'comments',
    from: null,
    value,
  })

  function showRefused() {
    const shown = showBoard()
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const unsaved = [comment('Dottern ringde.'), comment('Hon är orolig.')]
    shown.setbacks.refuse({ reason: 'not-yours', title: 'Berit', part: 'comments', unsaved })
    return { ...shown, write }
  }

  test('[U19] are told with what, why, and that they are not saved', async () => {
    showRefused()
    await expect.element(list).toMatchTextContent('Dina senaste ändringar är inte sparade.')
    await expect
      .element(list)
      .toMatchTextContent('Berit · Kommentarer: Det står i någon annans namn.')
  })

  test('[U19] leave their words to copy, one by one and all together', async () => {
    const { write, notices } = showRefused()
    await list.getByRole('button', { name: 'Kopiera', exact: true }).nth(1).click()
    expect(write).toHaveBeenLastCalledWith('Hon är orolig.')
    expect(notices.toast?.text).toBe('Kopierat')
    await list.getByRole('button', { name: 'Kopiera allt' }).click()
    expect(write.mock.lastCall?.[0]).toContain('Anna · Kommentarer\nDottern ringde.')
  })

  test('[U19] are put away row by row or all at once', async () => {
    const { setbacks } = showRefused()
    await closing('Anna · Kommentarer').first().click()
    expect(setbacks.refusal?.unsaved).toHaveLength(1)
    await list.getByRole('button', { name: 'Stäng alla' }).click()
    await expect.element(list).not.toBeInTheDocument()
  })
})
