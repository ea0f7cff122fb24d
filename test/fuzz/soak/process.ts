import * as Y from 'yjs'
import type { SessionId } from '../../../server/identity/principal.ts'
import { Budget } from '../../../server/sync/budget.ts'
import { Connection } from '../../../server/sync/connection.ts'
import { accessOf } from '../../../shared/access.ts'
import type { Person } from '../../../shared/person.ts'
import { Close, encodeFrame, PULSE_EVERY_MS, type Frame } from '../../../shared/wire.ts'
import { kungsbacka } from '../../server/sync/support/fake-gate.ts'
import { StagedRoom } from '../staged-room.ts'
import type { Wire } from './wire.ts'
import type { World } from './world.ts'

/** Who knocks: a session that the server may have ended. */
export type Guest = { readonly who: Person | 'wall'; readonly session: number }

/** How long a change waits for the disk at most. */
const COMMIT_MS = 400

/** The server as a process that is killed, drained, blocked and started again on its log. */
export class ServerProcess {
  state: 'up' | 'blocked' | 'down' = 'up'
  readonly #world: World
  readonly #stage = new StagedRoom()
  readonly #wires = new Map<Wire, Guest>()
  readonly #ended = new Set<number>()
  /** What arrived while it was blocked. */
  #missed: (() => void)[] = []
  #commits = false
  readonly #onDisk = new Map<number, number>()

  constructor(world: World) {
    this.#world = world
    this.#pulse()
  }

  get board(): Y.Doc {
    return this.#stage.room.team.doc
  }

  get wall(): Y.Doc {
    return this.#stage.room.wall.doc
  }

  /** What the disk has. */
  stored(): Y.Doc {
    return this.#stage.replayed()
  }

  /** How much the disk has of what a Yjs client wrote. */
  stores(client: number): number {
    return this.#onDisk.get(client) ?? 0
  }

  /** Does something as soon as it comes to it; never once it is gone. */
  reach(task: () => void): void {
    this.#stage.now = this.#world.now
    if (this.state === 'blocked') this.#missed.push(task)
    else if (this.state === 'up') task()
  }

  welcome(wire: Wire, guest: Guest): void {
    const { who, session } = guest
    const end = wire.far
    if (end.readyState !== end.OPEN) return // gone before its turn came
    if (this.#ended.has(session)) return end.close(Close.sessionEnded.code)
    const id = session.toString() as SessionId
    const access = who === 'wall' ? 'display' : accessOf(who.role)
    const now = () => this.#world.now
    const versions = { protocol: 1, schema: 1, build: 'soak' }
    const hello: Frame = { type: 'hello', ...versions, access, serverTime: now() }
    this.#wires.set(wire, guest)
    end.on('close', () => this.#wires.delete(wire))
    new Connection({
      socket: wire.asWebSocket,
      room: this.#stage.room,
      principal:
        who === 'wall'
          ? { kind: 'display', session: id, board: kungsbacka }
          : { kind: 'person', session: id, person: who },
      ...{ access, frames: true, greeting: [hello], budget: new Budget(now), now },
      touch: () => {},
      onFault: (error) => {
        throw error
      },
    })
  }

  hear(wire: Wire, message: ArrayBuffer): void {
    wire.far.emit('message', message, true)
    if (this.#commits) return
    this.#commits = true
    this.#world.after(this.#world.random() * COMMIT_MS, () => this.reach(() => this.#commit()))
  }

  endSession(session: number): void {
    this.#ended.add(session)
    for (const [{ far }, guest] of this.#wires)
      if (guest.session === session) far.close(Close.sessionEnded.code)
  }

  /** As a power cut would: what is not on disk is gone. */
  kill(): void {
    if (this.state === 'down') return
    this.state = 'down'
    this.#missed = []
    for (const wire of [...this.#wires.keys()]) {
      wire.far.ends(1006)
      wire.cut()
    }
  }

  /** In order: saves, says goodbye, and is gone. */
  drain(): void {
    if (this.state !== 'up') return
    this.#stage.now = this.#world.now
    this.#commit()
    this.#stage.compact()
    for (const wire of [...this.#wires.keys()]) wire.far.close(Close.shuttingDown.code)
    this.kill()
  }

  start(): void {
    if (this.state !== 'down') return
    this.#commits = false
    this.#stage.now = this.#world.now
    this.#stage.reopen()
    this.state = 'up'
  }

  block(): void {
    if (this.state === 'up') this.state = 'blocked'
  }

  unblock(): void {
    if (this.state !== 'blocked') return
    this.state = 'up'
    for (const task of this.#missed.splice(0)) this.reach(task)
  }

  #commit(): void {
    this.#commits = false
    const before = this.#stage.updates.length
    this.#stage.commit()
    this.#stage.lines = []
    for (const update of this.#stage.updates.slice(before))
      for (const [client, clock] of Y.parseUpdateMeta(update).to) this.#onDisk.set(client, clock)
  }

  #pulse(): void {
    this.#world.after(PULSE_EVERY_MS, () => {
      if (this.state === 'up') this.#beat()
      this.#pulse()
    })
  }

  #beat(): void {
    this.#stage.now = this.#world.now
    const { room } = this.#stage
    room.refreshWall()
    const pulse = encodeFrame({ type: 'pulse', time: this.#world.now, seq: room.seq })
    for (const member of [...room.members()]) member.beat(pulse)
  }
}
