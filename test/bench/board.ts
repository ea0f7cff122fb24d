import { cpus } from 'node:os'
import { chromium } from 'playwright'
import { chromiumLaunch } from '../support/parts.ts'
import { START_KINDS, visitBoard, type Visit } from './board-visit.ts'
import { serveFullBoard, type FullBoard } from './full-board.ts'
import { quantile } from './statistics.ts'

/**
 * `npm run bench:board` measures how soon a full board answers, beside one of a usual day, as it is
 * built and shipped: with nothing cached, and without a network from what the browser kept. Visits
 * take turns between the two, so that a busy machine is as busy for both.
 */
const BOARDS = [
  { live: 60, archived: 0 },
  { live: Number(process.env.LIVE_CASES ?? 500), archived: Number(process.env.ARCHIVED ?? 20_000) },
]
const SLOWDOWNS = [1, 4]
const MILESTONES = ['firstPaint', 'firstCards', 'keyAnswered', 'caseOpen', 'allCards'] as const
const ROUNDS = Number(process.env.ROUNDS ?? 9)

const say = (...columns: string[]) =>
  process.stdout.write(`${columns.map((text) => text.padEnd(16)).join('')}\n`)

await using stack = new AsyncDisposableStack()
const servers: FullBoard[] = []
for (const { live, archived } of BOARDS)
  servers.push(stack.use(await serveFullBoard(live, archived)))
const browser = await chromium.launch(chromiumLaunch())

say(`medians of ${ROUNDS} visits each, since navigation`)
say(`${cpus()[0]?.model}, ${cpus().length} cores, Chromium ${browser.version()}\n`)
say('start, slowdown', 'live, archived', ...MILESTONES)
for (const start of START_KINDS)
  for (const slowdown of SLOWDOWNS) {
    const visits = servers.map((): Visit[] => [])
    for (let i = 0; i < ROUNDS; i++)
      for (const [which, server] of servers.entries())
        visits[which]?.push(await visitBoard(browser, server, { slowdown, start }))
    for (const [which, { size }] of servers.entries()) {
      const medians = MILESTONES.map((one) => `${medianOf(visits[which] ?? [], one).toFixed(0)} ms`)
      say(`${start}, ${slowdown} ×`, `${size.live}, ${BOARDS[which]?.archived}`, ...medians)
    }
  }
await browser.close()

function medianOf(visits: readonly Visit[], milestone: keyof Visit): number {
  const times = visits.map((visit) => visit[milestone])
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  )
}
