/**
 * Keeps the whole built app in the browser, so that it starts without a network, and says what
 * wakes this device. The build fills in the constants. What the server itself answers passes by;
 * nothing of it is kept.
 */
const BUILD = '__BUILD__'
const FILES = ['__FILES__']
/** By language, and in it by key. */
const MESSAGES = '__MESSAGES__'

const OURS = 'samtavlan '
const CACHE = OURS + BUILD
const SERVERS_OWN = /^\/(api|sync|live|assets|healthz|readyz|metrics)(\/|$)/

self.addEventListener('install', (event) => event.waitUntil(keep()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  const path = keptPathOf(event.request)
  if (path !== null) event.respondWith(answer(path, event.request))
})

self.addEventListener('push', (event) => event.waitUntil(say(event.data.json())))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(comeForward())
})

/** All files or none. A hashed one that the build before had too does not travel again. */
async function keep() {
  const cache = await caches.open(CACHE)
  const keepOne = async (path) => {
    const isHashed = path.startsWith('/assets/')
    const known = isHashed ? await caches.match(path, { ignoreVary: true }) : undefined
    const response = known ?? (await fetch(path, { cache: isHashed ? 'default' : 'no-cache' }))
    if (!response.ok) throw new Error(`${path} cannot be kept: ${response.status}`)
    await cache.put(path, response)
  }
  await Promise.all(FILES.map(keepOne))
}

/** The builds before go; pages that are open are served from now on, the very first one too. */
async function takeOver() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(OURS) && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** Every surface is the one page. */
function keptPathOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return null
  if (FILES.includes(pathname)) return pathname
  return mode === 'navigate' && !SERVERS_OWN.test(pathname) ? '/index.html' : null
}

async function answer(path, request) {
  const cache = await caches.open(CACHE)
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request)
}

/** A kind and a count are all that is known here. Of notices a page that is in sight says it itself. */
async function say({ kind, count }) {
  const windows = await self.clients.matchAll({ type: 'window' })
  if (kind === 'notices' && windows.some((one) => one.visibilityState === 'visible')) return
  const lang = await language()
  const body = textOf(MESSAGES[lang], kind, count).replace('{count}', String(count))
  const look = { icon: '/icon-192.png', lang, tag: kind, renotify: true }
  await self.registration.showNotification('Samtavlan', { ...look, body })
}

function textOf(m, kind, count) {
  if (kind === 'acute') return count === 1 ? m.push_acute_one : m.push_acute_many
  return count === 1 ? m.push_notices_one : m.push_notices_many
}

/** That of the page that was here last. */
async function language() {
  const kept = await caches.match('/language', { cacheName: 'samtavlan-language' })
  const lang = await kept?.text()
  return lang in MESSAGES ? lang : 'sv'
}

/** To the app where it is open, else a new window of it. */
async function comeForward() {
  const [open] = await self.clients.matchAll({ type: 'window' })
  await (open === undefined ? self.clients.openWindow('/') : open.focus())
}
