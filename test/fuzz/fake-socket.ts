import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'

/** A server's end of a socket whose other end is the test. */
export class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  binaryType = 'nodebuffer'
  bufferedAmount = 0
  /** Why it was closed; null while it is open. */
  code: number | null = null
  readonly heard: Uint8Array[] = []

  /** As the server takes it: it uses no more of a socket than there is here. */
  get asWebSocket(): WebSocket {
    return this as unknown as WebSocket
  }

  send(message: Uint8Array): void {
    this.heard.push(message)
  }

  close(code = 1005): void {
    if (this.readyState !== this.OPEN) return
    this.readyState = 3
    this.code = code
    this.emit('close', code)
  }

  /** What the other end says; each message owns its bytes, as with `arraybuffer`. */
  says(message: Uint8Array): void {
    this.emit('message', message.slice().buffer, true)
  }
}
