import type { Page } from 'playwright'

/** A page's sockets, which a test can hold: what is under way then waits on both sides. */
export class HeldNetwork {
  #held: (() => void)[] | null = null

  /** To be called before the page goes anywhere. */
  static async on(page: Page): Promise<HeldNetwork> {
    const network = new HeldNetwork()
    await page.routeWebSocket(/./, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => network.#pass(() => server.send(message)))
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

  #pass(message: () => void): void {
    if (this.#held) this.#held.push(message)
    else message()
  }
}
