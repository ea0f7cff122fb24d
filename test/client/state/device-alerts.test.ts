import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Answer } from '../../../client/net/requests.ts'
import { Alerts } from '../../../client/state/alerts.svelte.ts'
import { DeviceAlerts } from '../../../client/state/device-alerts.svelte.ts'
import type { AlertNews } from '../../../shared/alerts.ts'
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
    pushKey: vi.fn(async (): Promise<Answer<PushKey>> => said({ key: 'the-key', on: false })),
    wakeHere: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
    letSleep: vi.fn(async (): Promise<Answer<undefined>> => said(undefined)),
  }
  return { api, subscribe, unsubscribe, requestPermission, alerts: new DeviceAlerts(api, sara) }
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  localStorage.clear()
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

test('[Q4] [Z9] the wish to be woken and what was shown of alerts are kept apart', async () => {
  const alerts = vi.fn(async (_after: number) => said<AlertNews>({ cursor: 7, alerts: [] }))
  const ask = () => new Alerts({ api: { alerts }, me: sara, onNews: () => undefined }).ask()
  await ask()
  await browser().alerts.turnOn()
  await ask()
  expect(alerts.mock.calls).toEqual([[0], [7]])
  const next = browser()
  await next.alerts.look()
  expect(next.alerts.state).toBe('on')
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

test('[Z9] a device that the server wakes in this session is not asked for again', async () => {
  await browser().alerts.turnOn()
  const { alerts, api } = browser()
  api.pushKey.mockResolvedValueOnce(said({ key: 'the-key', on: true }))
  await alerts.look()
  expect(alerts.state).toBe('on')
  expect(api.wakeHere).not.toHaveBeenCalled()
})

test('[Z9] what the server does not let sleep stays on, in the next session too, and says so', async () => {
  const { alerts, api } = browser()
  await alerts.turnOn()
  api.letSleep.mockResolvedValueOnce({ ok: false, failure: 'unreachable' })
  await alerts.turnOff()
  expect([alerts.state, alerts.failure]).toEqual(['on', 'unreachable'])
  const next = browser()
  await next.alerts.look()
  expect(next.alerts.state).toBe('on')
})

test('[Z9] a browser that refuses, or cannot, says so', async () => {
  const refusing = browser({ leave: 'denied' })
  await refusing.alerts.turnOn()
  expect(refusing.alerts.state).toBe('blocked')
  const refused = browser({ leave: 'denied' })
  await refused.alerts.look()
  expect(refused.alerts.state).toBe('blocked')
  const unable = browser({ worker: false })
  await unable.alerts.look()
  expect(unable.alerts.state).toBe('unsupported')
})

test('[Z9] a browser with a worker and no push cannot either', async () => {
  const push = Object.getOwnPropertyDescriptor(globalThis, 'PushManager') ?? {}
  Reflect.deleteProperty(globalThis, 'PushManager')
  onTestFinished(() => void Object.defineProperty(globalThis, 'PushManager', push))
  const { alerts } = browser()
  await alerts.look()
  expect(alerts.state).toBe('unsupported')
})

test('[Z9] whose browser has forgotten its leave is not asked for it by a look', async () => {
  await browser().alerts.turnOn()
  const { alerts, subscribe, requestPermission } = browser({ leave: 'default' })
  await alerts.look()
  expect(alerts.state).toBe('off')
  expect([subscribe, requestPermission].map(({ mock }) => mock.calls)).toEqual([[], []])
})

test('[Z9] what fails stays off, and says so', async () => {
  const { alerts, subscribe, api } = browser()
  subscribe.mockRejectedValueOnce(new Error('no push service'))
  await alerts.turnOn()
  expect([alerts.state, alerts.failure]).toEqual(['off', 'unreachable'])
  api.wakeHere.mockResolvedValueOnce({ ok: false, failure: 'invalid-body' })
  await alerts.turnOn()
  expect([alerts.state, alerts.failure]).toEqual(['off', 'invalid-body'])
  api.pushKey.mockResolvedValueOnce({ ok: false, failure: 'internal' })
  await alerts.look()
  expect(alerts.failure).toBe('internal')
  await alerts.turnOn()
  expect([alerts.state, alerts.failure]).toEqual(['on', null])
})
