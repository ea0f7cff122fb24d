import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** Towards the server, or from it. */
export type Way = 'up' | 'down'

/** A TCP proxy before a server whose lines fail as a test orders; where it stands is `url`. */
export class FaultyProxy implements AsyncDisposable {
  /** Every connection that was made, in order. */
  readonly lines: Line[] = []
  readonly #server: Server
  readonly #target: URL
  #waiting: Line[] | null = null
  #isUnplugged = false

  private constructor(target: string) {
    this.#target = new URL(target)
    this.#server = createServer({ pauseOnConnect: true }, (near) => {
      const line = new Line(near)
      this.lines.push(line)
      if (this.#isUnplugged) line.cut()
      else if (this.#waiting === null) void line.open(this.#target)
      else this.#waiting.push(line)
    })
  }

  static async before(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  /** An address of the server's, as it is through the proxy. */
  through(address: string): string {
    const { port } = this.#server.address() as AddressInfo
    return address.replace(this.#target.host, `127.0.0.1:${port}`)
  }

  /** From now on who connects waits. */
  queue(): void {
    this.#waiting = []
  }

  /** Lets those who wait on to the server, who came last first. */
  async letOnReversed(): Promise<void> {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const line of waiting.reverse()) await line.open(this.#target)
  }

  /** There is no network: every line is cut, and so is each new one. */
  unplug(): void {
    this.#isUnplugged = true
    for (const line of this.lines) line.cut()
  }

  plugIn(): void {
    this.#isUnplugged = false
  }

  get last(): Line {
    const line = this.lines.at(-1)
    if (line === undefined) throw new Error('Nobody has connected')
    return line
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.lines) line.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

/** One connection through the proxy. */
export class Line {
  /** Resolves when the server has given it up. */
  readonly abandoned: Promise<void>
  readonly #near: Socket
  readonly #abandon: () => void
  #far: Socket | null = null
  readonly #held: Record<Way, Buffer[] | null> = { up: null, down: null }
  readonly #lost = new Set<Way>()

  constructor(near: Socket) {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.abandoned = promise
    this.#abandon = resolve
    this.#near = near.on('error', ignore)
  }

  /** Connects it to the server; resolves when it is. */
  async open({ hostname, port }: URL): Promise<void> {
    const near = this.#near
    const far = connect({ host: hostname, port: Number(port) }).on('error', ignore)
    this.#far = far
    near.on('data', (data) => this.#pass('up', data))
    far.on('data', (data) => this.#pass('down', data))
    near.on('close', () => this.#lost.has('up') || far.destroy())
    far.on('close', () => {
      this.#abandon()
      if (!this.#lost.has('down')) near.destroy()
    })
    near.resume()
    await once(far, 'connect')
  }

  /** Delays what goes these ways until it is released. */
  hold(...ways: Way[]): void {
    for (const way of ways) this.#held[way] = []
  }

  /** Sends on what was delayed, byte by byte, and then all that follows. */
  release(): void {
    for (const way of ['up', 'down'] as const) {
      const held = this.#held[way] ?? []
      this.#held[way] = null
      for (const data of held) for (const byte of data) this.#pass(way, Buffer.of(byte))
    }
  }

  /** How many bytes are delayed. */
  delayed(way: Way): number {
    return (this.#held[way] ?? []).reduce((sum, { length }) => sum + length, 0)
  }

  /** From now on what goes these ways is lost, also that the other end has gone. */
  lose(...ways: Way[]): void {
    for (const way of ways) this.#lost.add(way)
  }

  /** Both ends are told at once that it is gone. */
  cut(): void {
    this.#near.destroy()
    this.#far?.destroy()
  }

  #pass(way: Way, data: Buffer): void {
    if (this.#lost.has(way)) return
    const held = this.#held[way]
    if (held !== null) held.push(data)
    else (way === 'up' ? this.#far : this.#near)?.write(data)
  }
}

const ignore = () => {}
