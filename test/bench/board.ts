import { cpus } from 'node:os'
import { chromium } from 'playwright'
import { chromiumLaunch } from '../support/parts.ts'
import { START_KINDS, visitBoard, type Visit } from './board-visit.ts'
import { serveFullBoard } from './full-board.ts'
import { quantile } from './statistics.ts'

/**
 * `npm run bench:board` measures how soon a full board answers, as it is built and shipped: with
 * nothing cached, and without a network from what the browser kept.
 */
const LIVE_CASES = Number(process.env.LIVE_CASES ?? 500)
const ARCHIVED = Number(process.env.ARCHIVED ?? 20_000)
const SLOWDOWNS = [1, 4]
const MILESTONES = ['firstPaint', 'firstCards', 'keyAnswered', 'caseOpen', 'allCards'] as const
const ROUNDS = Number(process.env.ROUNDS ?? 9)

const say = (...columns: string[]) =>
  process.stdout.write(`${columns.map((text) => text.padEnd(16)).join('')}\n`)

await using server = await serveFullBoard(LIVE_CASES, ARCHIVED)
const browser = await chromium.launch(chromiumLaunch())

say(
  `${server.size.live} live cases, ${ARCHIVED} archived, medians of ${ROUNDS} visits, since navigation`,
)
say(`${cpus()[0]?.model}, ${cpus().length} cores, Chromium ${browser.version()}\n`)
say('start, slowdown', 'first paint', 'first cards', 'key answered', 'case open', 'all cards')
for (const start of START_KINDS)
  for (const slowdown of SLOWDOWNS) {
    const visits: Visit[] = []
    for (let i = 0; i < ROUNDS; i++)
      visits.push(await visitBoard(browser, server, { slowdown, start }))
    const medians = MILESTONES.map((one) => `${medianOf(visits, one).toFixed(0)} ms`)
    say(`${start}, ${slowdown} ×`, ...medians)
  }
await browser.close()

function medianOf(visits: readonly Visit[], milestone: keyof Visit): number {
  const times = visits.map((visit) => visit[milestone])
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  )
}
