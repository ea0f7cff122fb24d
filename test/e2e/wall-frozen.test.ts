import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { Stage } from './support/stage.ts'

describe('a wall that loses the server', () => {
  const stage = new Stage()

  test('[U5] it waits, then looks frozen, and comes back by itself when the server does', async () => {
    const wall = await stage.wall('kungsbacka', { timezoneId: 'America/New_York' })
    await wall.clock.install()
    await wall.reload()
    const confirmed = wall.getByText(/Bekräftad \d\d:\d\d:\d\d/)
    await expect(confirmed).toBeVisible()

    await stage.server.kill()
    await wall.clock.fastForward(25_000)
    await expect(wall.getByText('Väntar på svar')).toBeVisible()
    await wall.clock.fastForward(40_000)
    const frozen = wall.getByRole('heading', { name: /Fryst sedan \d\d:\d\d/ })
    await expect(frozen).toBeVisible()
    await expect(wall.getByText('Ring 070-174 06 00')).toBeVisible()

    await stage.server.startAgain()
    await wall.clock.fastForward(60_000)
    await expect(confirmed).toBeVisible()
    await expect(frozen).toBeHidden()
  })
})
