import type { Page, WebSocketRoute } from 'playwright'
import { encodeFrame, MessageType, syncFrame, SyncType, type Frame } from '../../../shared/wire.ts'

/**
 * A page's sockets, which a test can hold: what is under way then waits on both sides. On its
 * board's socket the test can also speak as the server, and as a page that has gone wrong.
 */
export class HeldNetwork {
  #held: (() => void)[] | null = null
  #board: WebSocketRoute | null = null
  #forgery: Uint8Array | null = null
  /** How often the page has connected to its board. */
  boards = 0

  /** To be called before the page goes anywhere. */
  static async on(page: Page): Promise<HeldNetwork> {
    const network = new HeldNetwork()
    await page.routeWebSocket(/./, (socket) => {
      if (socket.url().includes('/sync/')) network.#opened(socket)
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        const sent = network.#forged(message)
        network.#pass(() => server.send(sent))
      })
      server.onMessage((message) => network.#pass(() => socket.send(message)))
    })
    return network
  }

  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const pass of held) pass()
  }

  tell(frame: Frame): void {
    this.#board?.send(Buffer.from(encodeFrame(frame)))
  }

  /** The next change that the page sends arrives as this one. */
  forge(update: Uint8Array): void {
    this.#forgery = syncFrame(SyncType.update, update)
  }

  #opened(board: WebSocketRoute): void {
    this.#board = board
    this.boards++
  }

  #forged(message: string | Buffer): string | Buffer {
    const [type, kind] = typeof message === 'string' ? [] : message
    const isChange = type === MessageType.sync && kind === SyncType.update
    if (!isChange || this.#forgery === null) return message
    const forgery = Buffer.from(this.#forgery)
    this.#forgery = null
    return forgery
  }

  #pass(message: () => void): void {
    if (this.#held) this.#held.push(message)
    else message()
  }
}
