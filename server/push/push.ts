import webPush from 'web-push'
import type { UserId } from '../../shared/ids.ts'
import type { PushPayload } from '../../shared/push.ts'
import type { Log } from '../log.ts'
import type { Device, Devices } from './devices.ts'
import { endpointOf } from './endpoint.ts'
import { post, type Message } from './post.ts'
import type { VapidKeys } from './vapid.ts'

export type PushParts = {
  readonly devices: Pick<Devices, 'of' | 'forget'>
  readonly keys: VapidKeys
  /** Whom a push service can turn to: an https: or mailto: address. */
  readonly subject: string
  /** Origins of push services in place of those of today's browsers. */
  readonly services: readonly string[]
  readonly log: Log
}

/** For how long a service keeps a message for a device that is off: later it is no news. */
const TTL_S = { acute: 15 * 60, notices: 4 * 3_600 } as const
const GONE: readonly number[] = [404, 410]

/** Wakes devices, with what a service or a locked screen may read: a kind and a count. */
export class Push {
  readonly #parts: PushParts

  constructor(parts: PushParts) {
    this.#parts = parts
  }

  /** What browsers bind their subscriptions to. */
  get publicKey(): string {
    return this.#parts.keys.publicKey
  }

  /** Whether messages may be posted there. */
  mayPost(address: string): boolean {
    return endpointOf(address, this.#parts.services) !== null
  }

  /** Never throws: a device that cannot be woken is noted and holds up nothing else. */
  async send(people: readonly UserId[], payload: PushPayload): Promise<void> {
    const { devices, log } = this.#parts
    try {
      const found = await devices.of(people)
      await Promise.all(found.map((device) => this.#wake(device, payload)))
    } catch (error) {
      log.warn({ error }, 'devices were not woken')
    }
  }

  async #wake({ session, subscription }: Device, payload: PushPayload): Promise<void> {
    const { devices, services, log } = this.#parts
    const endpoint = endpointOf(subscription.endpoint, services)
    const service = endpoint?.url.host
    try {
      if (endpoint === null) return await devices.forget(session) // the settings were other ones
      const status = await post(endpoint, this.#seal(subscription, payload))
      if (GONE.includes(status)) await devices.forget(session)
      else if (status >= 300) log.warn({ service, status }, 'a push was not taken')
    } catch (error) {
      log.warn({ service, error }, 'a push was not delivered')
    }
  }

  #seal(subscription: Device['subscription'], payload: PushPayload): Message {
    const { subject, keys } = this.#parts
    const { headers, body } = webPush.generateRequestDetails(
      subscription,
      JSON.stringify(payload),
      {
        vapidDetails: { subject, ...keys },
        contentEncoding: 'aes128gcm',
        TTL: TTL_S[payload.kind],
        urgency: payload.kind === 'acute' ? 'high' : 'normal',
        topic: payload.kind, // a newer one takes the place of one that still waits
      },
    )
    return { headers: headers as Record<string, string>, body }
  }
}
