import * as Y from 'yjs'
import type { ConnectionEvents } from '../../../client/net/board-connection.ts'

/** A socket's far end, as the test plays it. */
export class FakeLink {
  readonly doc: Y.Doc
  readonly epoch: number
  readonly events: ConnectionEvents
  open = true

  constructor(doc: Y.Doc, epoch: number, events: ConnectionEvents) {
    this.doc = doc
    this.epoch = epoch
    this.events = events
  }

  destroy(): void {
    this.open = false
  }

  hello(build = 'one'): void {
    const serverTime = Date.now()
    this.events.frame({
      type: 'hello',
      protocol: 1,
      schema: 1,
      build,
      access: 'display',
      serverTime,
    })
  }

  pulse(): void {
    this.events.frame({ type: 'pulse', time: Date.now(), seq: 1 })
  }

  /** Sends what the server's document holds. */
  send(server: Y.Doc): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(this.doc)), this)
  }

  load(server: Y.Doc, build?: string): void {
    this.hello(build)
    this.send(server)
    this.events.synced()
  }
}
