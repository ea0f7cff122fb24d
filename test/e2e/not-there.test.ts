import { describe, test } from 'vitest'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('addresses that lead nowhere', () => {
  const stage = new Stage()

  test.for(['/board/nowhere', '/wall/nowhere', '/day?board=nowhere', '/no/such/page'])(
    '[S7] %s says so and leads back',
    async (path) => {
      const page = await stage.person('karin', path, DEVICES.pc)
      await expect(page.getByText('Sidan finns inte')).toBeVisible()
      await page.getByRole('button', { name: 'Till startsidan' }).click()
      await expect(page).toHaveURL(/\/board\//)
    },
  )
})
