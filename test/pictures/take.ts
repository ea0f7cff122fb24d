import { chromium } from 'playwright'
import { chromiumLaunch } from '../support/parts.ts'

/**
 * `npm run pictures http://127.0.0.1:3000` takes the README's pictures of a running demo. A server
 * that was started with a fake clock on a weekday morning gives the most believable ones.
 */
const PICTURES = [
  { name: 'board', user: 'karin', path: '/board/kungsbacka', width: 1440, height: 900 },
  { name: 'wall', user: 'karin', path: '/wall/kungsbacka', width: 1920, height: 1080 },
  { name: 'day', user: 'sara', path: '/day', width: 1024, height: 1366 },
] as const

const [baseURL = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const browser = await chromium.launch(chromiumLaunch())

for (const { name, user, path, width, height } of PICTURES) {
  const page = await browser.newPage({ baseURL, locale: 'sv-SE', viewport: { width, height } })
  await page.request.post('/api/session', { data: { username: user, password: 'demo' } })
  if (name === 'wall') await page.request.post('/api/boards/kungsbacka/display')
  await page.goto(path)
  await page.getByText(name === 'wall' ? 'Bekräftad' : 'Allt sparat').waitFor()
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: `${import.meta.dirname}/${name}.png` })
  await page.close()
}
await browser.close()
