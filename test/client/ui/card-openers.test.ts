import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { caseWith, hide, karin, sara, show } from './cards.ts'

const article = () => page.getByRole('article')

describe('a card says', () => {
  test('[L13] in whose panels it stands open, and keeps its height and its name for it', async () => {
    show(caseWith({}))
    const heightAlone = article().element().clientHeight
    await hide()
    show(caseWith({}), { openers: [karin] })
    await expect.element(page.getByRole('img', { name: 'Öppen hos Karin Lindqvist' })).toBeVisible()
    const name = page.getByRole('heading', { name: 'Anna D. · 1935' }).element()
    expect(name.scrollWidth).toBe(name.clientWidth)
    expect(article().element().clientHeight).toBe(heightAlone)
  })

  test('[L13] nobody’s panel where its name needs the room', async () => {
    const patient = { label: 'Karin-Margareta Andersson Lind', birthYear: 1935 }
    show(caseWith({ patient }), { openers: [karin, sara] })
    const openers = [...article().element().querySelectorAll('.openers .avatar')]
    const line = article().element().querySelector('.openers')?.getBoundingClientRect()
    expect(openers).toHaveLength(2)
    for (const one of openers)
      expect(one.getBoundingClientRect().top).toBeGreaterThanOrEqual(line?.bottom ?? Infinity)
  })
})
