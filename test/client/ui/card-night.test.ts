import { describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { caseWith, NOW, show, today } from './cards.ts'

const article = () => page.getByRole('article')

describe('a card and the night', () => {
  const sent = { to: 'evening', how: 'phoned', preparedAt: 5, sentAt: today('08:10') } as const
  const handover = { to: 'evening', at: 5 } as const

  test('[F6] says whom it goes to', async () => {
    show(caseWith({ handover }))
    await expect.element(article()).toMatchTextContent(/Till kväll och natt/)
  })

  test('[F6] says when it was handed over', async () => {
    show(caseWith({ handover, handedOver: sent }))
    await expect.element(article()).toMatchTextContent(/Överlämnad 08:10/)
    expect(article().element().textContent).not.toContain('Till kväll')
  })

  test('[F5] that is back says so, until somebody has looked at it', async () => {
    const onlooked = vi.fn()
    const back = { ...sent, backAt: NOW }
    show(caseWith({ handover, handedOver: back }), { onlooked })
    await expect.element(page.getByText('Från natten')).toBeVisible()
    await page.getByRole('button', { name: 'Tittat på' }).click()
    expect(onlooked).toHaveBeenCalledOnce()
  })

  test('[F5] that somebody has looked at says nothing of the night', async () => {
    const looked = { ...sent, backAt: NOW, lookedAt: NOW }
    show(caseWith({ handover: { to: null, at: 6 }, handedOver: looked }))
    await expect.element(article()).toBeVisible()
    expect(article().element().textContent).not.toMatch(/natt/)
  })

  test('[F5] that waits unseen says that first, and still that it is back', async () => {
    const acute = { lane: 'acute', priority: { level: 'acute' } } as const
    show(caseWith({ ...acute, handover, handedOver: { ...sent, backAt: NOW } }))
    await expect.element(page.getByText('Ej sedd', { exact: true })).toBeVisible()
    await expect.element(page.getByText('Från natten')).toBeVisible()
  })
})
