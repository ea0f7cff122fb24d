import { expect, test } from 'vitest'
import { readCase } from '../../../shared/read-case.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { readWallCards } from '../../../shared/wall.ts'
import { anna, asKarin, requestFor } from '../../shared/support/board.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { connectBoard } from '../../support/stock-client.ts'
import { startTestServer } from '../../support/test-server.ts'

const synced = (...clients: Awaited<ReturnType<typeof connectBoard>>[]) =>
  expect.poll(() => clients.every(({ provider }) => provider.synced)).toBe(true)

test('[W1] a stock y-websocket client with a nurse’s cookie reads the board and moves a case', async () => {
  const { url } = await startTestServer()
  using karin = await connectBoard(url, await signIn(url, 'karin'), 'kungsbacka')
  using sara = await connectBoard(url, await signIn(url, 'sara'), 'kungsbacka')
  await synced(karin, sara)
  karin.doc.transact(() => createCase(karin.doc, requestFor(anna), asKarin()))
  await expect.poll(() => readCase(sara.doc, anna)?.lane).toBe('incoming')
  karin.doc.transact(() =>
    moveCase(karin.doc, { case: anna, to: 'acute', before: null }, asKarin()),
  )
  await expect.poll(() => readCase(sara.doc, anna)?.lane).toBe('acute')
  expect(readCase(karin.doc, anna)?.meta).toMatchObject({ createdBy: 'karin', movedBy: 'karin' })
})

test('[P3] a stock client with a display’s cookie follows the wall and changes nothing', async () => {
  const { url } = await startTestServer()
  const cookie = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  using karin = await connectBoard(url, await signIn(url, 'karin'), 'kungsbacka')
  await synced(karin)
  karin.doc.transact(() => createCase(karin.doc, requestFor(anna), asKarin()))
  await expect.poll(() => readCase(karin.doc, anna)?.meta).not.toBeNull()

  using wall = await connectBoard(url, cookie, 'kungsbacka')
  await synced(wall)
  const before = readWallCards(wall.doc).length
  karin.doc.transact(() =>
    moveCase(karin.doc, { case: anna, to: 'acute', before: null }, asKarin()),
  )
  createCase(wall.doc, requestFor(anna), asKarin())
  const code = readCase(karin.doc, anna)?.meta?.code
  const card = () => readWallCards(wall.doc).find((one) => one.code === code)
  await expect.poll(() => card()?.lane).toBe('acute')
  expect(readWallCards(wall.doc)).toHaveLength(before)
})
