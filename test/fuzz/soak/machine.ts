import * as Y from 'yjs'
import type { Person } from '../../../shared/person.ts'
import { Close, type Frame } from '../../../shared/wire.ts'
import { first, kungsbacka } from '../../server/sync/support/fake-gate.ts'
import { act } from './act.ts'
import type { ServerProcess } from './process.ts'
import { Wire, type NearEnd } from './wire.ts'
import type { Timer, World } from './world.ts'

type Events = Readonly<Record<string, (...details: never[]) => void>>
type Connect = (doc: Y.Doc, events: Events, wakeWithinMs: number) => { destroy(): void }

/**
 * The client's own code. Not an import: it is typed with a browser's globals, tests on Node are
 * not.
 */
const path = '../../../client/net/board-connection.ts'
const { BoardConnection } = (await import(path)) as {
  BoardConnection: new (...parts: unknown[]) => { destroy(): void }
}
const connect: Connect = (doc, ...rest) => new BoardConnection(doc, kungsbacka, first, ...rest)

const MINUTE = 60_000
let sessions = 1_000

/** A computer with the board open: it sleeps, loses its network, and is used. */
export class Machine {
  /** Whose code runs just now; the globals that it finds are this machine's. */
  static current: Machine
  readonly who: Person | 'wall'
  /** When it tried to connect. */
  readonly attempts: number[] = []
  /** How much of what each Yjs client wrote here the server has said to be on disk. */
  readonly acknowledged = new Map<number, number>()
  /** Acknowledgements of what was not on disk when they came. */
  readonly tooEarly: number[] = []
  /** Final codes that nobody should meet. */
  readonly turnedAway: number[] = []
  online = true
  doc = new Y.Doc()
  readonly #world: World
  readonly #server: ServerProcess
  readonly #listeners = new Map<() => void, string>()
  #late: (() => void)[] = []
  #awake = true
  #wire: Wire | null = null
  #connection: { destroy(): void } | null = null
  #session = 0
  /** Update messages that this socket has carried, and up to where. */
  #carried: { count: number; clock: number }[] = []

  constructor(world: World, server: ServerProcess, who: Person | 'wall') {
    this.#world = world
    this.#server = server
    this.who = who
    this.open()
  }

  /** Opens the board afresh, as somebody who has just signed in. */
  open(): void {
    this.#connection?.destroy()
    this.#session = ++sessions
    this.doc = new Y.Doc()
    this.doc.clientID = sessions
    const wakeWithinMs = this.who === 'wall' ? 10_000 : 0
    this.run(() => {
      this.#connection = connect(this.doc, this.#events(), wakeWithinMs)
    })
  }

  run = (task: () => void): void => {
    if (!this.#awake) return void this.#late.push(task)
    const before = Machine.current
    Machine.current = this
    task()
    Machine.current = before
  }

  later(task: () => void, ms = 0): Timer {
    const timer = this.#world.after(ms, () => this.run(() => timer.cancelled || task()))
    return timer
  }

  listen(name: string, listener: () => void): void {
    this.#listeners.set(listener, name)
  }

  unlisten(listener: () => void): void {
    this.#listeners.delete(listener)
  }

  /** Connects a socket of its; gives how to speak, and how to hang up. */
  dial(near: NearEnd) {
    this.attempts.push(this.#world.now)
    const server = this.#server
    const wire = new Wire(this.#world, near, this.run)
    this.#wire = wire
    if (!this.online || server.state === 'down') wire.cut()
    else wire.carry('up', () => server.reach(() => this.#admitted(wire)))
    return {
      say: (message: ArrayBuffer) =>
        wire.carry('up', () => server.reach(() => server.hear(wire, message))),
      hangUp: () => wire.carry('up', () => wire.far.ends(1005)),
    }
  }

  /** Closes the lid; what was open is half-open from then on. */
  sleep(): void {
    if (!this.#awake) return
    this.#awake = false
    this.#wire?.lose('up', 'down')
  }

  wake(): void {
    if (this.#awake) return
    this.#awake = true
    for (const task of this.#late.splice(0)) this.run(task)
    this.#hear('visibilitychange')
  }

  goOffline(): void {
    this.online = false
    this.#wire?.lose('up', 'down')
  }

  goOnline(): void {
    if (this.online) return
    this.online = true
    this.#hear('online')
  }

  cut(): void {
    this.#wire?.cut()
  }

  lose(...ways: ('up' | 'down')[]): void {
    this.#wire?.lose(...ways)
  }

  expire(): void {
    this.#server.endSession(this.#session)
  }

  /** Its person does something, online or not. */
  work(): void {
    const { who } = this
    if (who === 'wall' || !this.#awake || this.#connection === null) return
    this.run(() => this.doc.transact(() => act(this.doc, who, this.#world), 'here'))
  }

  #admitted(wire: Wire): void {
    const { near } = wire
    wire.carry('down', () => {
      if (near.readyState !== 0) return
      near.readyState = 1
      near.onopen?.()
    })
    this.#server.welcome(wire, { who: this.who, session: this.#session })
  }

  #hear(name: string): void {
    for (const [listener, one] of [...this.#listeners]) if (one === name) this.run(listener)
  }

  #events(): Events {
    const { doc } = this
    return {
      changed: () => {},
      sent: (_carried: string, count: number) =>
        this.#carried.push({ count, clock: Y.getState(doc.store, doc.clientID) }),
      frame: (frame: Frame) => {
        if (frame.type === 'saved') this.#saved(frame.received)
      },
      begun: () => {},
      synced: () => {},
      dropped: () => (this.#carried = []),
      ended: (code: number) => this.#ended(code),
    }
  }

  #saved(received: number): void {
    const { clientID } = this.doc
    const clocks = this.#carried.filter(({ count }) => count <= received).map(({ clock }) => clock)
    const upTo = Math.max(this.acknowledged.get(clientID) ?? 0, ...clocks)
    this.acknowledged.set(clientID, upTo)
    if (upTo > this.#server.stores(clientID)) this.tooEarly.push(upTo)
  }

  #ended(code: number): void {
    const isExpected = code === Close.sessionEnded.code || code === Close.reloadNeeded.code
    if (!isExpected) this.turnedAway.push(code)
    this.#connection = null
    this.#world.after(this.#world.between(0.1, 20) * MINUTE, () => this.open())
  }
}
