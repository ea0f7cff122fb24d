import type { UserId } from '../../shared/ids.ts'
import { pushSubscription } from '../../shared/push.ts'
import type { NoticeSettingsApi } from '../net/notice-settings-api.ts'
import type { Failure } from '../net/requests.ts'
import { alertsWish } from './alerts-wish.ts'

type Asked = Pick<NoticeSettingsApi, 'pushKey' | 'wakeHere' | 'letSleep'>
export type Alerting = 'unknown' | 'unsupported' | 'blocked' | 'off' | 'on'

/** Whether this device is woken for its user's notices: by their leave, and the browser's. */
export class DeviceAlerts {
  readonly #api: Asked
  readonly #wish: ReturnType<typeof alertsWish>
  #state = $state<Alerting>('unknown')
  #failure = $state<Failure | null>(null)

  constructor(api: Asked, person: UserId) {
    this.#api = api
    this.#wish = alertsWish(person)
  }

  get state(): Alerting {
    return this.#state
  }

  get failure(): Failure | null {
    return this.#failure
  }

  /** How things are, and on again for who wants it. */
  async look(): Promise<void> {
    const registration = await registered()
    if (registration === null) this.#state = 'unsupported'
    else if (Notification.permission === 'denied') this.#state = 'blocked'
    else await this.#askServer(registration)
  }

  /** Asks the browser for leave first: only a person's own tap may do that. */
  async turnOn(): Promise<void> {
    const registration = await registered()
    if (registration === null) this.#state = 'unsupported'
    else if ((await Notification.requestPermission()) !== 'granted') this.#state = 'blocked'
    else {
      this.#wish.write('on')
      await this.#askServer(registration)
    }
  }

  async turnOff(): Promise<void> {
    const answer = await this.#api.letSleep()
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok) return
    this.#wish.forget()
    this.#state = 'off'
    const registration = await registered()
    await (await registration?.pushManager.getSubscription())?.unsubscribe()
  }

  async #askServer({ pushManager }: ServiceWorkerRegistration): Promise<void> {
    const answer = await this.#api.pushKey()
    this.#failure = answer.ok ? null : answer.failure
    if (!answer.ok) return
    const wanted = this.#wish.read() !== null && Notification.permission === 'granted'
    const isOn =
      answer.value.on || (wanted && (await this.#subscribe(pushManager, answer.value.key)))
    this.#state = isOn ? 'on' : 'off'
  }

  /** Anew for each session: an older subscription may be of another server, or of another person. */
  async #subscribe(pushManager: PushManager, applicationServerKey: string): Promise<boolean> {
    try {
      await (await pushManager.getSubscription())?.unsubscribe()
      const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
      const { endpoint, keys } = made.toJSON()
      const answer = await this.#api.wakeHere(pushSubscription.parse({ endpoint, keys }))
      if (!answer.ok) this.#failure = answer.failure
      return answer.ok
    } catch {
      this.#failure = 'unreachable' // the browser's push service
      return false
    }
  }
}

/** The worker that shows what arrives; null where the browser has none, or no push. */
async function registered(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis)) return null
  if ((await navigator.serviceWorker.getRegistration()) === undefined) return null
  return await navigator.serviceWorker.ready
}
