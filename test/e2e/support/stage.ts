import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { chromiumLaunch } from '../../support/parts.ts'
import { ServerProcess } from '../../support/server-process.ts'

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>
type Device = Pick<ContextOptions, 'viewport' | 'hasTouch' | 'deviceScaleFactor'>

/** What the surfaces are made for. */
export const DEVICES = {
  pc: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 1024, height: 1366 }, hasTouch: true },
  wall: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, Device>

/** One server and one Chromium for a file's tests; every page has a profile of its own. */
export class Stage {
  #server: ServerProcess | null = null
  #browser: Browser | null = null

  /** As `ServerProcess.start`. */
  constructor(settings: Record<string, string> = {}, preloads: readonly string[] = []) {
    beforeAll(async () => {
      this.#server = await ServerProcess.start(settings, preloads)
      this.#browser = await chromium.launch(chromiumLaunch())
    })
    afterAll(async () => {
      await this.#browser?.close()
      await this.#server?.[Symbol.asyncDispose]()
    })
  }

  get server(): ServerProcess {
    if (this.#server === null) throw new Error('the stage is not set yet')
    return this.#server
  }

  /** Somebody who has not signed in. */
  async visitor(device: Device, options: ContextOptions = {}): Promise<Page> {
    if (this.#browser === null) throw new Error('the stage is not set yet')
    const context = await this.#browser.newContext({
      baseURL: this.server.url,
      locale: 'sv-SE',
      serviceWorkers: 'block',
      ...device,
      ...options,
    })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    watch(page, context)
    return page
  }

  /** A member of the demo team on their device, signed in, at an address. */
  async person(
    username: string,
    path: string,
    device: Device,
    options: ContextOptions = {},
  ): Promise<Page> {
    const page = await this.visitor(device, options)
    await post(page, '/api/session', { username, password: 'demo' })
    await page.goto(path)
    return page
  }

  /** A screen on the wall: a browser that somebody made a display of a board. */
  async wall(board: string, options: ContextOptions = {}): Promise<Page> {
    const page = await this.visitor(DEVICES.wall, options)
    await becomeDisplay(page, board)
    await page.goto(`/wall/${board}`)
    return page
  }
}

export async function becomeDisplay(page: Page, board: string): Promise<void> {
  await post(page, '/api/session', { username: 'karin', password: 'demo' })
  await post(page, `/api/boards/${board}/display`)
}

async function post(page: Page, path: string, data?: object): Promise<void> {
  const response = await page.request.post(path, data === undefined ? {} : { data })
  expect(response.status(), path).toBe(204)
}

/** What a page throws fails its test; a failed test leaves a picture of each of its pages. */
function watch(page: Page, context: BrowserContext): void {
  const thrown: string[] = []
  // What was not thrown as an error has no stack, and then it is empty.
  page.on('pageerror', ({ message, stack = '' }) => thrown.push(`${message}\n${stack}`))
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await page.screenshot({ path: pictureOf(task.name, page) })
    await context.close()
    expect(thrown).toEqual([])
  })
}

function pictureOf(test: string, page: Page): string {
  const name = `${test} ${new URL(page.url()).pathname}`.replaceAll(/[^\p{L}\d]+/gu, '-')
  return `test/output/${name}.png`
}
