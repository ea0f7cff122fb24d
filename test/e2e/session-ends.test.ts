import { describe, test } from 'vitest'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('a session that ends', () => {
  const stage = new Stage()

  test('[S3] signing out in one tab ends the other at once, in words', async () => {
    const board = new BoardPage(await stage.person('karin', '/board/kungsbacka', DEVICES.pc))
    await expect(board.card('Ingrid S.')).toBeVisible()
    const signedOut = await board.page.request.delete('/api/session')
    expect(signedOut.status()).toBe(204)
    await expect(board.page.getByText('Du är utloggad.')).toBeVisible()
    await expect(board.page.getByLabel('Lösenord')).toBeVisible()
    await expect(board.card('Ingrid S.')).toHaveCount(0)
  })

  test('[S3] a wall whose session ended says so and shows nothing more', async () => {
    const wall = await stage.wall('kungsbacka')
    await expect(wall.getByText(/Bekräftad/)).toBeVisible()
    await wall.request.delete('/api/session')
    await expect(wall.getByText('Skärmen är inte längre inloggad')).toBeVisible()
    await expect(wall.getByRole('article')).toHaveCount(0)
  })
})
