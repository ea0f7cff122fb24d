import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { alertsWish } from '../../../client/state/alerts-wish.ts'
import { DeviceAlerts } from '../../../client/state/device-alerts.svelte.ts'
import { userId } from '../../../shared/ids.ts'
import type { PushKey } from '../../../shared/push.ts'

const sara = userId.parse('sara')
const made = {
  endpoint: 'https://push.example/abc',
  keys: { p256dh: 'A'.repeat(87), auth: 'B'.repeat(22) },
}
const said = <T>(value: T): Answer<T> => ({ ok: true, value })

/** A browser that gives this leave, with an older subscription, and a server that it asks. */
function browser({ leave = 'granted', worker = true } = {}) {
  const unsubscribe = vi.fn(async () => true)
  const subscribe = vi.fn(async (_options: object) => ({ toJSON: () => made }))
  const pushManager = { getSubscription: async () => ({ unsubscribe }), subscribe }
  const registration = worker ? { pushManager } : undefined
  vi.spyOn(navigator.serviceWorker, 'getRegistration').mockImplementation(
    async () => registration as never,
  )
  vi.spyOn(navigator.serviceWorker, 'ready', 'get').mockReturnValue(
    Promise.resolve(registration) as never,
  )
  const requestPermission = vi.fn(async () => leave)
  vi.stubGlobal('Notification', { permission: leave, requestPermission })
  const api = {
    pushKey: vi.fn(async () => said<PushKey>({ key: 'the-key', on: false })),
    wakeHere: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
    letSleep: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
  }
  return { api, subscribe, unsubscribe, requestPermission, alerts: new DeviceAlerts(api, sara) }
}

const forget = () => alertsWish(sara).forget()
beforeEach(forget)
afterEach(() => {
  forget()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('[Z9] nothing is asked of the browser until somebody wants it', async () => {
  const { alerts, api, subscribe, requestPermission } = browser()
  await alerts.look()
  expect(alerts.state).toBe('off')
  expect([subscribe, requestPermission, api.wakeHere].map(({ mock }) => mock.calls)).toEqual([
    [],
    [],
    [],
  ])
})

test('[Z9] turned on, the device gives the server its address, bound to the server’s key', async () => {
  const { alerts, api, subscribe, unsubscribe } = browser()
  await alerts.turnOn()
  expect(alerts.state).toBe('on')
  expect(unsubscribe).toHaveBeenCalledOnce() // it may have been another person's
  expect(subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: 'the-key',
  })
  expect(api.wakeHere).toHaveBeenCalledWith(made)
})

test('[Z9] who has asked for it on a device is woken there again in the next session', async () => {
  await browser().alerts.turnOn()
  const next = browser()
  await next.alerts.look()
  expect(next.alerts.state).toBe('on')
  expect(next.api.wakeHere).toHaveBeenCalledOnce()
  const other = browser()
  await new DeviceAlerts(other.api, userId.parse('karin')).look()
  expect(other.api.wakeHere).not.toHaveBeenCalled()
})

test('[Z9] turned off, it sleeps, in the next session too', async () => {
  const { alerts, api, unsubscribe } = browser()
  await alerts.turnOn()
  await alerts.turnOff()
  expect([alerts.state, api.letSleep.mock.calls.length]).toEqual(['off', 1])
  expect(unsubscribe).toHaveBeenCalledTimes(2)
  const next = browser()
  await next.alerts.look()
  expect(next.alerts.state).toBe('off')
})

test('[Z9] a browser that refuses, or cannot, says so', async () => {
  const refusing = browser({ leave: 'denied' })
  await refusing.alerts.turnOn()
  expect(refusing.alerts.state).toBe('blocked')
  const unable = browser({ worker: false })
  await unable.alerts.look()
  expect(unable.alerts.state).toBe('unsupported')
})

test('[Z9] what fails stays off, and says so', async () => {
  const { alerts, subscribe, api } = browser()
  subscribe.mockRejectedValueOnce(new Error('no push service'))
  await alerts.turnOn()
  expect([alerts.state, alerts.failure]).toEqual(['off', 'unreachable'])
  api.wakeHere.mockResolvedValueOnce({ ok: false, failure: 'invalid-body' })
  await alerts.turnOn()
  expect([alerts.state, alerts.failure]).toEqual(['off', 'invalid-body'])
})
