import { verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { userId } from '../../../shared/ids.ts'
import { identityOver, karin } from '../../support/identity.ts'
import { sqliteDatabase } from '../../support/store.ts'

vi.mock('@node-rs/argon2', { spy: true })

test('[S4] the right password gives the account, whatever the case of the name', async () => {
  const { accounts } = identityOver(await sqliteDatabase())
  await accounts.create(karin)
  expect(await accounts.verify('karin', 'hemligt')).toBe('karin')
  expect(await accounts.verify('Karin', 'hemligt')).toBe('karin')
  expect(await accounts.verify('karin', 'Hemligt')).toBeNull()
  expect(await accounts.verify('karin', '')).toBeNull()
})

test('[S4] an unknown name costs one password check, as a known one does', async () => {
  const { accounts } = identityOver(await sqliteDatabase())
  await accounts.create(karin)
  vi.mocked(verify).mockClear()
  expect(await accounts.verify('nobody', 'hemligt')).toBeNull()
  expect(verify).toHaveBeenCalledOnce()
})

test('[S4] the database holds no password', async () => {
  const db = await sqliteDatabase()
  await identityOver(db).accounts.create(karin)
  const row = await db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(karin.password)
  expect(row.password_hash).toMatch(/^\$argon2id\$/)
  expect(row.initials).toBe('KL')
})

test('[S8] where demo accounts may not sign in they do not, nor are they offered', async () => {
  const db = await sqliteDatabase()
  const open = identityOver(db, { demoSignIn: true }).accounts
  const shut = identityOver(db, { demoSignIn: false }).accounts
  await open.create({ ...karin, demo: true })
  await open.create({ ...karin, id: userId.parse('eva'), role: 'doctor', demo: false })
  expect(await open.verify('karin', 'hemligt')).toBe('karin')
  expect((await open.demoAccounts()).map(({ id }) => id)).toEqual(['karin'])
  expect(await shut.verify('karin', 'hemligt')).toBeNull()
  expect(await shut.verify('eva', 'hemligt')).toBe('eva')
  expect(await shut.demoAccounts()).toEqual([])
})
