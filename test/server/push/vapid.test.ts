import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptVapidKeys } from '../../../server/push/vapid.ts'
import { StartupError } from '../../../server/startup-error.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('[Z8] the keys are made once and kept in the data folder, for the server alone', async () => {
  const dataDir = join(temporaryFolder(), 'new')
  const made = await keptVapidKeys(dataDir)
  const path = join(dataDir, 'vapid.json')
  expect(await keptVapidKeys(dataDir)).toEqual(made)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(made)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(await keptVapidKeys(temporaryFolder())).not.toEqual(made)
})

test('[S9] keys that cannot be read, or kept, stop the start with one clear line', async () => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'vapid.json')
  writeFileSync(path, '{"publicKey":"x"}')
  const notKeys = new StartupError(`${path} does not hold a pair of VAPID keys.`)
  await expect(keptVapidKeys(dataDir)).rejects.toThrow(notKeys)
  await expect(keptVapidKeys(path)).rejects.toThrow(StartupError)
})
