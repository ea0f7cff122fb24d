import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'

const MAIN = `${import.meta.dirname}/../../server/main.ts`

/** The server as a process of its own, on a folder of its own: it can be killed and started again. */
export class ServerProcess implements AsyncDisposable {
  readonly url: string
  readonly #folder: string
  readonly #settings: Record<string, string>
  #child: ChildProcess

  private constructor(started: Started, folder: string, settings: Record<string, string>) {
    this.url = started.url
    this.#child = started.child
    this.#folder = folder
    this.#settings = { ...settings, PORT: new URL(started.url).port }
  }

  static async start(settings: Record<string, string> = {}): Promise<ServerProcess> {
    const folder = await mkdtemp(`${tmpdir()}/samtavlan-`)
    const all = { PORT: '0', LOG_LEVEL: 'error', DATA_DIR: folder, ...settings }
    try {
      return new ServerProcess(await launch(all), folder, all)
    } catch (error) {
      await rm(folder, { recursive: true })
      throw error
    }
  }

  /** Ends it as a power cut would. */
  kill = (): Promise<void> => this.#end('SIGKILL')
  /** Ends it in order. */
  stop = (): Promise<void> => this.#end('SIGTERM')

  /** Starts it again at the same address, on what it left behind. */
  async startAgain(): Promise<void> {
    this.#child = (await launch(this.#settings)).child
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (hasEnded(this.#child)) return
    const exit = once(this.#child, 'exit')
    this.#child.kill(signal)
    await exit
  }
}

type Started = { readonly child: ChildProcess; readonly url: string }

async function launch(settings: Record<string, string>): Promise<Started> {
  const env = { PATH: process.env.PATH, ...settings }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  for await (const line of createInterface(child.stdout)) {
    const url = /Samtavlan is at (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume() // what it says later is not waited for
    return { child, url }
  }
  throw new Error(`The server did not start: ${complaint}`)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null
