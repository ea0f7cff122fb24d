import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import webPush from 'web-push'
import { z } from 'zod'
import { StartupError } from '../startup-error.ts'

/** What a push service knows this server by: browsers' subscriptions are bound to it. */
export type VapidKeys = { readonly publicKey: string; readonly privateKey: string }

const FILE = 'vapid.json'
const keys = z.object({
  publicKey: z.base64url().length(87),
  privateKey: z.base64url().length(43),
})

/** The keys in the data folder, made there the first time: with others every device is lost. */
export async function keptVapidKeys(dataDir: string): Promise<VapidKeys> {
  const path = join(dataDir, FILE)
  try {
    return keys.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (!isMissing(error)) throw new StartupError(`${path} does not hold a pair of VAPID keys.`)
  }
  const made = webPush.generateVAPIDKeys()
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(path, JSON.stringify(made), { flag: 'wx', mode: 0o600 })
  } catch {
    throw new StartupError(`${path} cannot be written.`)
  }
  return made
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
