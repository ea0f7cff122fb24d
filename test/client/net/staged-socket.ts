import * as decoding from 'lib0/decoding.js'

/** What a client sent: which sync message, and what it carries. */
export type SyncMessage = { type: number; payload: Uint8Array }

/** A WebSocket whose other end is the test. */
export class StagedSocket {
  static readonly OPEN = 1
  static opened: StagedSocket[] = []
  readonly url: string
  readonly sent: SyncMessage[] = []
  readyState = 0
  binaryType = 'blob'
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(url: string) {
    this.url = url
    StagedSocket.opened.push(this)
  }

  static get latest(): StagedSocket {
    const latest = StagedSocket.opened.at(-1)
    if (!latest) throw new Error('no socket has been opened')
    return latest
  }

  send(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    decoding.readVarUint(decoder)
    const type = decoding.readVarUint(decoder)
    this.sent.push({ type, payload: decoding.readVarUint8Array(decoder) })
  }

  close(): void {
    this.readyState = 3
  }

  accept(): void {
    this.readyState = StagedSocket.OPEN
    this.onopen?.()
  }

  say(message: Uint8Array): void {
    this.onmessage?.({ data: new Uint8Array(message).buffer })
  }

  end(code: number): void {
    this.readyState = 3
    this.onclose?.({ code })
  }
}
