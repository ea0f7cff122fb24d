import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { HeldNetwork } from './support/held-network.ts'
import { casesOn, setBack } from './support/setbacks.ts'
import { DEVICES, Stage } from './support/stage.ts'

const stage = new Stage()

describe('my day on a tablet', () => {
  const tablet = (who: string) =>
    stage.person(who, '/day?board=kungsbacka', DEVICES.tablet, { reducedMotion: 'reduce' })

  test('[U15] a step is one tap, shows its time, and can be undone', async () => {
    const page = await tablet('jonas')
    const arrived = page.getByRole('button', { name: /^Framme/ })
    await arrived.tap()
    await expect(arrived).toHaveText(/Framme\s*\d\d:\d\d/)
    await expect(arrived).toBeDisabled()

    await page.getByRole('button', { name: /^Ångra/ }).tap()
    await expect(arrived).toBeEnabled()
  })

  test('[U58] on its side it has the steps of the next visit in sight', async () => {
    const lying = { ...DEVICES.tablet, viewport: { width: 1024, height: 768 } }
    const page = await stage.person('jonas', '/day?board=kungsbacka', lying)
    const steps = page.getByRole('main').getByRole('button', { name: /^(Framme|Klar)/ })
    await expect(steps).toHaveCount(2)
    for (const step of await steps.all()) await expect(step).toBeInViewport({ ratio: 1 })
  })

  test('[U22] each card says how old it is', async () => {
    const page = await tablet('sara')
    const queue = page.getByRole('region', { name: 'Akutkö' }).getByRole('listitem')
    await expect(queue).not.toHaveCount(0)
    const aged = queue.filter({ has: page.getByTitle(/[Ss]enast ändrad|^Ändrad nyss/) })
    await expect(aged).toHaveCount(await queue.count())
    const next = page.getByRole('main').getByRole('article')
    await expect(next.getByTitle(/[Ss]enast ändrad|^Ändrad nyss/)).toBeVisible()
  })

  test('[U16] without the net nobody takes a case; with it again they may', async () => {
    const page = await tablet('sara')
    const take = page.getByRole('region', { name: 'Akutkö' }).getByRole('button', { name: 'Tar' })
    const call = page.getByRole('link', { name: /^Ring .* 070-174 06 \d\d$/ })
    await expect(take).not.toHaveCount(0)
    await expect(call).toHaveCount(0)

    await page.context().setOffline(true)
    await expect(call).not.toHaveCount(0)
    await expect(take).toHaveCount(0)
    await expect(page.getByText('Du är offline sedan')).toBeVisible()

    await page.context().setOffline(false)
    await expect(take).not.toHaveCount(0)
    await expect(call).toHaveCount(0)
  })

  test('[U15] [U18] nothing to tap is smaller than a finger', async () => {
    const page = await stage.person('sara', '/board/halmstad', DEVICES.tablet)
    const network = await HeldNetwork.on(page)
    await page.goto('/board/kungsbacka')
    await expect(page.getByRole('link', { name: 'Ingrid S.' })).toBeVisible()
    const cases = await casesOn(page, ['Ingrid S.', 'Milan S.'])
    await page.goto('/day?board=kungsbacka')
    await expect(page.getByRole('button', { name: 'Tar' })).not.toHaveCount(0)
    await setBack(page, network, cases)
    const small = await page.locator('button:visible, a:visible').evaluateAll((targets) => {
      const reach = Array.from({ length: 121 }, (_, i) => i - 60)
      return targets
        .filter((target) => {
          target.scrollIntoView({ block: 'center' })
          const { left, top, width, height } = target.getBoundingClientRect()
          const [x, y] = [left + width / 2, top + height / 2]
          const hits = (x: number, y: number) =>
            target.contains(target.ownerDocument.elementFromPoint(x, y))
          const high = reach.filter((d) => hits(x, y + d)).length
          return Math.min(high, reach.filter((d) => hits(x + d, y)).length) < 44
        })
        .map((target) => target.textContent)
    })
    expect(small).toEqual([])
  })
})
