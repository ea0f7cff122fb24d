import type { Page } from 'playwright'

/** Everything that a page's sockets are sent, byte for byte and as text. */
export class SocketRecording {
  readonly #messages: Buffer[] = []

  /** To be called before the page goes anywhere. */
  static async of(page: Page): Promise<SocketRecording> {
    const recording = new SocketRecording()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    devtools.on('Network.webSocketFrameReceived', ({ response: { opcode, payloadData } }) =>
      recording.#messages.push(Buffer.from(payloadData, opcode === 2 ? 'base64' : 'utf8')),
    )
    return recording
  }

  get text(): string {
    return Buffer.concat(this.#messages).toString('utf8')
  }

  has(word: string): boolean {
    return this.#messages.some((message) => message.includes(word))
  }
}
