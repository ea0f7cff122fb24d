import { vi } from 'vitest'
import { Machine } from './machine.ts'
import type { NearEnd } from './wire.ts'
import type { Timer, World } from './world.ts'

/** A browser's socket, on whichever machine opens it. */
class BrowserSocket implements NearEnd {
  static readonly OPEN = 1
  readyState = 0
  onopen: NearEnd['onopen'] = null
  onmessage: NearEnd['onmessage'] = null
  onclose: NearEnd['onclose'] = null
  readonly #line = Machine.current.dial(this)

  send(message: Uint8Array): void {
    this.#line.say(message.slice().buffer)
  }

  close(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#line.hangUp()
  }
}

const FRAME_MS = 16

/** What the client's code finds around it: the running machine's timers, sockets and events. */
export function stageBrowser(world: World): void {
  const listen = (name: string, listener: () => void) => Machine.current.listen(name, listener)
  const unlisten = (_name: string, listener: () => void) => Machine.current.unlisten(listener)
  const every = (task: () => void, ms: number) => {
    const again = (): Timer =>
      Machine.current.later(() => {
        if (interval.cancelled) return
        again()
        task()
      }, ms)
    const interval: Timer = { cancelled: false }
    again()
    return interval
  }
  const cancel = (timer?: Timer) => {
    if (timer) timer.cancelled = true
  }
  const globals = {
    setTimeout: (task: () => void, ms: number) => Machine.current.later(task, ms),
    setInterval: every,
    clearTimeout: cancel,
    requestAnimationFrame: (draw: () => void) => Machine.current.later(draw, FRAME_MS),
    clearInterval: cancel,
    addEventListener: listen,
    removeEventListener: unlisten,
    document: {
      visibilityState: 'visible',
      addEventListener: listen,
      removeEventListener: unlisten,
    },
    location: { href: 'http://tavla.example/board/kungsbacka' },
    WebSocket: BrowserSocket,
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  vi.spyOn(Date, 'now').mockImplementation(() => world.now)
  vi.spyOn(Math, 'random').mockImplementation(world.random)
}
