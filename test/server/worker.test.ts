import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { pushPayload, type PushPayload } from '../../shared/push.ts'

const messages = (language: string) =>
  JSON.parse(readFileSync(`client/i18n/messages/${language}.json`, 'utf8')) as unknown
const SOURCE = readFileSync('client/worker.js', 'utf8').replace(
  `'__MESSAGES__'`,
  JSON.stringify({ sv: messages('sv'), en: messages('en') }),
)

type Handler = (event: object) => void

/** The worker in a browser with these windows of the app, in the language that they spoke last. */
function worker({ language, windows = [] }: { language?: string; windows?: object[] } = {}) {
  const handlers = new Map<string, Handler>()
  const showNotification = vi.fn(async (_title: string, _options: object) => undefined)
  const openWindow = vi.fn(async (_path: string) => undefined)
  const kept = language === undefined ? undefined : new Response(language)
  const self = {
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    clients: { matchAll: async () => windows, openWindow },
    registration: { showNotification },
  }
  runInNewContext(SOURCE, { self, caches: { match: async () => kept } })
  const happens = async (name: string, event: object) => {
    let done: Promise<unknown> = Promise.resolve()
    handlers.get(name)?.({ ...event, waitUntil: (task: Promise<unknown>) => (done = task) })
    await done
  }
  const arrives = (payload: PushPayload) =>
    happens('push', { data: { json: () => pushPayload.parse(payload) } })
  return { arrives, happens, showNotification, openWindow }
}

test.each([
  ['sv', { kind: 'acute', count: 1 }, '1 ny akut vårdbegäran'],
  ['sv', { kind: 'acute', count: 2 }, '2 nya akuta vårdbegäranden'],
  ['sv', { kind: 'notices', count: 1 }, 'Du har 1 ny notis'],
  ['sv', { kind: 'notices', count: 2 }, 'Du har 2 nya notiser'],
  ['en', { kind: 'acute', count: 1 }, '1 new acute care request'],
  ['en', { kind: 'acute', count: 2 }, '2 new acute care requests'],
  ['en', { kind: 'notices', count: 1 }, 'You have 1 new notice'],
  ['en', { kind: 'notices', count: 2 }, 'You have 2 new notices'],
] as const)('[Z8] in %s %j reads "%s"', async (language, payload, text) => {
  const { arrives, showNotification } = worker({ language })
  await arrives(payload)
  expect(showNotification).toHaveBeenCalledExactlyOnceWith(
    'Samtavlan',
    expect.objectContaining({ body: text, lang: language, tag: payload.kind, renotify: true }),
  )
})

test('[Z8] where no page has said in which language, it is Swedish', async () => {
  const { arrives, showNotification } = worker()
  await arrives({ kind: 'notices', count: 1 })
  expect(showNotification.mock.calls[0]?.[1]).toMatchObject({ body: 'Du har 1 ny notis' })
})

test('[Z8] notices are not said over a page that is in sight; what is acute always is', async () => {
  const visible = { visibilityState: 'visible' }
  const { arrives, showNotification } = worker({ windows: [visible] })
  await arrives({ kind: 'notices', count: 1 })
  expect(showNotification).not.toHaveBeenCalled()
  await arrives({ kind: 'acute', count: 1 })
  expect(showNotification).toHaveBeenCalledOnce()

  const behind = worker({ windows: [{ visibilityState: 'hidden' }] })
  await behind.arrives({ kind: 'notices', count: 1 })
  expect(behind.showNotification).toHaveBeenCalledOnce()
})

test('[Z8] pressing it brings the app forward, or opens it', async () => {
  const notification = { close: vi.fn() }
  const focus = vi.fn(async () => undefined)
  const open = worker({ windows: [{ focus }] })
  await open.happens('notificationclick', { notification })
  expect([focus.mock.calls.length, open.openWindow.mock.calls.length]).toEqual([1, 0])
  expect(notification.close).toHaveBeenCalledOnce()
  const closed = worker()
  await closed.happens('notificationclick', { notification })
  expect(closed.openWindow).toHaveBeenCalledWith('/')
})
