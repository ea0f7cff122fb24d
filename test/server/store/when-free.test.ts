import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { whenFree } from '../../../server/store/when-free.ts'
import { holdDatabase } from '../../support/hold-database.ts'
import { identityOver, karin } from '../../support/identity.ts'
import { createBoard, sqliteDatabase } from '../../support/store.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('[D4] a write is done once who holds the database lets go', async () => {
  const folder = temporaryFolder()
  const db = await sqliteDatabase(folder)
  const letGo = holdDatabase(folder)
  let tries = 0
  await whenFree(async () => {
    if (++tries === 3) letGo()
    return createBoard(db, 'kungsbacka')
  })
  expect(tries).toBe(3)
})

test('[D4] a write that is not let in for long fails, as does at once what fails otherwise', async () => {
  const folder = temporaryFolder()
  const db = await sqliteDatabase(folder)
  const letGo = holdDatabase(folder)
  await expect(whenFree(() => createBoard(db, 'kungsbacka'), 0)).rejects.toThrow('locked')
  letGo()
  await createBoard(db, 'kungsbacka')
  await expect(whenFree(() => createBoard(db, 'kungsbacka'))).rejects.toThrow('UNIQUE')
})

test('[D4] a session begins and ends although somebody else holds the database meanwhile', async () => {
  const folder = temporaryFolder()
  const { accounts, sessions } = identityOver(await sqliteDatabase(folder))
  await accounts.create(karin)
  const waitsOut = async <T>(task: () => Promise<T>) => {
    const letGo = holdDatabase(folder)
    const done = task()
    await nextTurn() // the first try has failed
    letGo()
    return done
  }
  const token = await waitsOut(() => sessions.start({ account: karin.id }))
  const principal = await sessions.find(token)
  await waitsOut(() => sessions.end(principal?.session ?? expect.fail()))
  expect(await sessions.find(token)).toBeNull()
})
