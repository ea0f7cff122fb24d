import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { CLIENT_DIR } from '../../../server/http/client-build.ts'

const PAGE = `${CLIENT_DIR}/index.html`
const WORKER = `${CLIENT_DIR}/sw.js`

/** Makes the built client another one until the test is over: its page says that it is new. */
export async function makeSecondBuild(): Promise<void> {
  const [page, worker] = await Promise.all([PAGE, WORKER].map((path) => readFile(path, 'utf8')))
  if (page === undefined || worker === undefined) throw new Error('the client is not built')
  onTestFinished(async () => {
    await Promise.all([writeFile(PAGE, page), writeFile(WORKER, worker)])
  })
  await writeFile(
    PAGE,
    page.replace('</head>', `<meta name="second-build" content="${Date.now()}" /></head>`),
  )
  await writeFile(WORKER, worker.replace(/(const BUILD = ')/, `$1${Date.now()} `))
}

export const isSecondBuild = (page: Page) => page.locator('meta[name=second-build]')

/** Resolves when the browser has kept the app. */
export const appIsKept = (page: Page): Promise<unknown> =>
  page.evaluate(`navigator.serviceWorker.ready.then(
    ({ active }) => active.state === 'activated' ||
      new Promise((resolve) => (active.onstatechange = () => resolve(true))))`)

/** Resolves when a newer one lies ready beside it. */
export const newerIsReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(`navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null)`)
