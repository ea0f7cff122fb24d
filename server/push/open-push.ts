import type { Config } from '../config.ts'
import type { Gate } from '../identity/gate.ts'
import type { Log } from '../log.ts'
import type { Database } from '../store/schema.ts'
import { Devices } from './devices.ts'
import { Push } from './push.ts'
import { keptVapidKeys } from './vapid.ts'

type Parts = { readonly db: Database; readonly gate: Gate; readonly log: Log }

/** Whom services are told to turn to where the server has no address that they can reach. */
const NOBODY = 'mailto:samtavlan@example.invalid'

/** What wakes devices; each is forgotten as its session ends. */
export async function openPush(
  { dataDir, vapidKeys, pushServices: services, publicUrl }: Config,
  { db, gate, log }: Parts,
): Promise<{ push: Push; devices: Devices }> {
  const keys = vapidKeys ?? (await keptVapidKeys(dataDir))
  const subject = publicUrl?.protocol === 'https:' ? publicUrl.href : NOBODY
  const devices = new Devices(db)
  gate.onSessionEnd((session) => {
    devices
      .forget(session)
      .catch((error: unknown) => log.warn({ error }, 'a device is still known'))
  })
  return { devices, push: new Push({ devices, keys, subject, services, log }) }
}
