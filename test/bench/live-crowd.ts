import { parentPort, workerData } from 'node:worker_threads'
import { LivePage } from './live-page.ts'
import type { LiveCrowd, Pace } from './pace.ts'

/** On a usual day: how often in a second somebody opens another case, or begins to drag one. */
const OPENS = 1 / 20
const DRAGS = 1 / 60
const DRAG_SECONDS = 3
/** One in so many writes. */
const WRITERS = 10

const { url, board, cookies, cases } = workerData as LiveCrowd
let leave = () => {}

/** In a thread of its own: what it is told delays nobody whose moves are measured. */
parentPort?.on('message', (pace: Pace) => {
  leave()
  leave = pace === 'nobody' ? () => {} : bring(pace)
})

/** Everybody comes; gives how they go. */
function bring(pace: Exclude<Pace, 'nobody'>): () => void {
  const pages = cookies.map((cookie) => new LivePage(url, cookie, board))
  const stops = pages.map((page, i) => live(page, i, pace))
  return () => {
    for (const stop of stops) stop()
    for (const page of pages) page.leave()
  }
}

/** One person's seconds, which begin where nobody else's do. */
function live(page: LivePage, number: number, pace: Exclude<Pace, 'nobody'>): () => void {
  let second = 0
  const isBusy = pace === 'everybody each second'
  const act = () => {
    second++
    const one = cases[(number * 7 + second) % cases.length]
    if (isBusy || chance(OPENS)) page.say('view', { surface: 'board', case: one })
    if (isBusy || number % WRITERS === 0)
      page.say('write', { case: one, part: 'situation', caret: null })
    if (isBusy || chance(DRAGS)) page.say('hold', second % 2 ? one : null)
    else if (second % DRAG_SECONDS === 0) page.say('hold', null)
  }
  let timer: NodeJS.Timeout
  const begin = () => (timer = setInterval(act, 1_000))
  timer = setTimeout(begin, 1_000 + (number * 1_000) / cookies.length)
  return () => clearInterval(timer)
}

const chance = (share: number) => Math.random() < share
