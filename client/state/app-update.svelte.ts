import { createContext } from 'svelte'

const WORKER = '/sw.js'
const LOOK_EVERY_MS = 3_600_000

/**
 * The app as this browser keeps it, for starting without a network, and a newer build that lies
 * ready beside it. A newer one is offered and never forced: until it is taken, every page here
 * goes on with the files of the build that it was made from.
 */
export class AppUpdate {
  #build: string | null = null
  #waits = $state(false)
  /** Another page of this browser has taken the newer build; this one still is of the old. */
  #isBehind = $state(false)

  get isReady(): boolean {
    return this.#waits || this.#isBehind
  }

  /** Has the browser keep the app, and look for newer builds now and then. */
  async keep(): Promise<void> {
    if (!('serviceWorker' in navigator)) return
    const workers = navigator.serviceWorker
    let kept = workers.controller !== null
    workers.addEventListener('controllerchange', () => {
      this.#isBehind = kept // the first one keeps the very build that this page is of
      kept = true
    })
    await workers.register(WORKER).catch(() => undefined) // a browser that keeps nothing still works
    const registration = await workers.getRegistration()
    if (registration === undefined) return
    const note = () => (this.#waits = registration.active !== null && registration.waiting !== null)
    const follow = () => registration.installing?.addEventListener('statechange', note)
    registration.addEventListener('updatefound', follow)
    follow()
    note()
    setInterval(() => void this.#look(), LOOK_EVERY_MS)
  }

  /** The build that the server runs: another one than before means that there may be a newer app. */
  noteBuild(build: string): void {
    if (this.#build !== null && this.#build !== build) void this.#look()
    this.#build = build
  }

  /** Starts the page anew, with the newest build that can be had. */
  async take(): Promise<void> {
    const registration = await this.#look()
    const newest = registration?.waiting ?? registration?.installing
    if (newest) await activated(newest)
    location.reload()
  }

  /** Asks the server for a newer build; without contact what lies ready is all there is. */
  async #look(): Promise<ServiceWorkerRegistration | undefined> {
    const registration = await navigator.serviceWorker?.getRegistration()
    await registration?.update().catch(() => undefined)
    return registration
  }
}

/** Has a worker take over once it is installed; resolves when it has, or never will. */
function activated(worker: ServiceWorker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const step = () => {
    if (worker.state === 'installed') worker.postMessage({ type: 'SKIP_WAITING' })
    if (worker.state === 'activated' || worker.state === 'redundant') resolve()
  }
  worker.addEventListener('statechange', step)
  step()
  return promise
}

export const [getAppUpdate, setAppUpdate] = createContext<AppUpdate>()
