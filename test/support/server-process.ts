import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

const MAIN = `${import.meta.dirname}/../../server/main.ts`

/** The server as a process of its own, on a folder of its own: it can be killed and started again. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string
  /** Where its database is. */
  readonly folder: string
  readonly #settings: Record<string, string>
  readonly #preloads: readonly string[]
  #child: ChildProcess
  #said: readonly string[]

  private constructor(
    { child, url, said }: Started,
    folder: string,
    settings: Record<string, string>,
    preloads: readonly string[],
  ) {
    this.url = url
    this.folder = folder
    this.#child = child
    this.#said = said
    this.#settings = { ...settings, PORT: new URL(url).port }
    this.#preloads = preloads
  }

  /** @param preloads modules that the process runs before the server */
  static async start(
    settings: Record<string, string> = {},
    preloads: readonly string[] = [],
  ): Promise<ServerProcess> {
    const folder = await mkdtemp(`${tmpdir()}/samtavlan-`)
    const all = { PORT: '0', LOG_LEVEL: 'error', DATA_DIR: folder, ...settings }
    try {
      return new ServerProcess(await launch(all, preloads), folder, all, preloads)
    } catch (error) {
      await rm(folder, { recursive: true })
      throw error
    }
  }

  /** Ends it as a power cut would. */
  kill = (): Promise<void> => this.#end('SIGKILL')
  /** Ends it in order. */
  stop = (): Promise<void> => this.#end('SIGTERM')

  /** Stops its event loop, with all its sockets open, until it goes on. */
  block = (): boolean => this.#child.kill('SIGSTOP')
  goOn = (): boolean => this.#child.kill('SIGCONT')

  /** All that it has said on standard output since it was last started. */
  get said(): string {
    return this.#said.join('')
  }

  /** Resolves when it has ended, whoever ended it. */
  async ended(): Promise<void> {
    if (!hasEnded(this.#child)) await once(this.#child, 'exit')
  }

  /** Tells a preload something, and waits until it has heard. */
  async tell(message: object): Promise<void> {
    const heard = once(this.#child, 'message')
    this.#child.send(message)
    await heard
  }

  /** Starts it again at the same address, on what it left behind. */
  async startAgain(): Promise<void> {
    const { child, said } = await launch(this.#settings, this.#preloads)
    this.#child = child
    this.#said = said
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
    await rm(this.folder, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ended = this.ended()
    this.#child.kill(signal)
    await ended
  }
}

type Started = {
  readonly child: ChildProcess
  readonly url: string
  readonly said: readonly string[]
}

async function launch(
  settings: Record<string, string>,
  preloads: readonly string[],
): Promise<Started> {
  const env = { PATH: process.env.PATH, ...settings }
  const args = [...preloads.flatMap((path) => ['--import', path]), MAIN]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('The server has no output')
  const said: string[] = []
  stdout.on('data', (text: Buffer) => said.push(text.toString()))
  let complaint = ''
  stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  for await (const line of createInterface(stdout)) {
    const url = /Samtavlan is at (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    stdout.resume() // what it says later is not waited for
    return { child, url, said }
  }
  throw new Error(`The server did not start: ${complaint}`)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
