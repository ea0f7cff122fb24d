import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import type { World } from './world.ts'

export type Way = 'up' | 'down'

/** A proxy in between takes a line on which nothing went for so long for dead. */
const IDLE_MS = 45_000

/** The server's end of a line, as `ws` has it. */
class ServerEnd extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  binaryType = ''
  bufferedAmount = 0
  readonly #wire: Wire

  constructor(wire: Wire) {
    super()
    this.#wire = wire
  }

  send(message: Uint8Array): void {
    const data = message.slice().buffer
    this.#wire.carry('down', () => this.#wire.near.onmessage?.({ data }))
  }

  /** The browser answers by itself. */
  ping(): void {
    const pong = () => this.emit('pong')
    this.#wire.carry('down', () => this.#wire.carry('up', pong))
  }

  close(code = 1005): void {
    if (this.readyState !== this.OPEN) return
    this.ends(code)
    this.#wire.carry('down', () => this.#wire.nearEnds(code))
  }

  terminate(): void {
    this.close(1006)
  }

  ends(code: number): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 3
    this.emit('close', code)
  }
}

/** What the client sees of it: the part of a browser's WebSocket that it uses. */
export type NearEnd = {
  readyState: number
  onopen: (() => void) | null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null
  onclose: ((event: { code: number }) => void) | null
}

/** One connection: what is said takes its time, and on bad lines it is lost without a word. */
export class Wire {
  readonly far = new ServerEnd(this)
  readonly near: NearEnd
  readonly #world: World
  /** Runs what happens at the client's end on its machine. */
  readonly #onMachine: (task: () => void) => void
  readonly #lost = new Set<Way>()
  readonly #arrived: Record<Way, number> = { up: 0, down: 0 }
  #usedAt: number

  constructor(world: World, near: NearEnd, onMachine: (task: () => void) => void) {
    this.#world = world
    this.near = near
    this.#onMachine = onMachine
    this.#usedAt = world.now
    this.#watch()
  }

  get asWebSocket(): WebSocket {
    return this.far as unknown as WebSocket
  }

  /** Takes something there, in the order in which it was said. */
  carry(way: Way, task: () => void): void {
    const { now } = this.#world
    this.#usedAt = now
    if (this.#lost.has(way)) return
    const at = Math.max(this.#arrived[way], now + this.#world.between(5, 80))
    this.#arrived[way] = at
    this.#world.after(at - now, () => {
      if (this.#lost.has(way)) return
      if (way === 'up') task()
      else this.#onMachine(task)
    })
  }

  /** From now on nothing arrives that way, and nobody is told. */
  lose(...ways: Way[]): void {
    for (const way of ways) this.#lost.add(way)
  }

  /** Both ends learn that it is gone, where they can be reached. */
  cut(): void {
    this.carry('up', () => this.far.ends(1006))
    this.carry('down', () => this.nearEnds(1006))
  }

  nearEnds(code: number): void {
    if (this.near.readyState === 3) return
    this.near.readyState = 3
    this.near.onclose?.({ code })
  }

  #watch(): void {
    this.#world.after(IDLE_MS, () => {
      if (this.far.readyState === 3 && this.near.readyState === 3) return
      if (this.#world.now - this.#usedAt >= IDLE_MS) this.cut()
      this.#watch()
    })
  }
}
