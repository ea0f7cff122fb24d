import { vi } from 'vitest'
import * as Y from 'yjs'
import { encodeFrame, syncFrame, SyncType, type Frame } from '../../../shared/wire.ts'
import { hello } from '../hello.ts'
import { StagedSocket, type SyncMessage } from '../net/staged-socket.ts'

/** A server in the page: it gives its board to whoever comes, and then does what a test wants. */
export class StagedServer {
  readonly sockets: StagedSocket[] = []
  readonly #doc: Y.Doc
  readonly #sent: Uint8Array[] = []
  /** What becomes of a change that arrives; unless a test says otherwise nobody hears of it. */
  onchange: (socket: StagedSocket) => void = () => undefined

  constructor(doc: Y.Doc) {
    this.#doc = doc
    const opened = (socket: StagedSocket) => this.#opened(socket)
    const hears = (socket: StagedSocket) => this.#hears(socket)
    vi.stubGlobal(
      'WebSocket',
      class extends StagedSocket {
        constructor(url: string) {
          super(url)
          opened(this)
        }

        override send(message: Uint8Array): void {
          super.send(message)
          hears(this)
        }
      },
    )
  }

  get socket(): StagedSocket {
    return this.sockets.at(-1) ?? StagedSocket.latest
  }

  /** The board as it would be if it took what it was sent. */
  get proposed(): Y.Doc {
    const copy = new Y.Doc()
    for (const update of [Y.encodeStateAsUpdate(this.#doc), ...this.#sent])
      Y.applyUpdate(copy, update)
    return copy
  }

  give(frame: Frame): void {
    this.socket.say(encodeFrame(frame))
  }

  #opened(socket: StagedSocket): void {
    if (!socket.url.includes('/sync/')) return // presence has nobody to talk to
    this.sockets.push(socket)
    queueMicrotask(() => {
      socket.accept()
      this.give(hello(Date.now()))
      socket.say(syncFrame(SyncType.step1, Y.encodeStateVector(this.#doc)))
    })
  }

  #hears(socket: StagedSocket): void {
    const { type, payload } = socket.sent.at(-1) as SyncMessage
    if (type === SyncType.step1) {
      socket.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(this.#doc, payload)))
    } else if (!isEmpty(payload)) {
      this.#sent.push(payload)
      this.onchange(socket)
    }
  }
}

/** What a client without changes answers: no structs and nothing deleted. */
function isEmpty(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  return structs.length === 0 && ds.clients.size === 0
}
