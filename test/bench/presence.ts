import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { disperse, gather, type Crowd } from './crowd.ts'
import { boardOf, startOurs } from './ours.ts'
import { PACES, type LiveCrowd, type Pace } from './pace.ts'
import { ms, say } from './report.ts'
import { quantile } from './statistics.ts'
import { step } from './step.ts'

const PRESENT = 100
const MOVERS = 30
const MOVES = { perSecond: 50, seconds: 10 }
const WARM_UP = { perSecond: 250, rounds: 2 }
/** Until all have come and the first of them have done something. */
const SETTLE_MS = 4_000

/** `cpu` is the server's share of one core, `p95` that of a move's way to a colleague in ms. */
type Figures = { readonly cpu: number; readonly p95: number }

/** What a hundred people's presence costs the server, and the moves of those who work meanwhile. */
export async function presence(rounds: number): Promise<void> {
  const { perSecond, seconds } = MOVES
  say(`${PRESENT} present, ${MOVERS} people move ${perSecond}/s, ${rounds} rounds of ${seconds} s`)
  const server = await startOurs(1, PRESENT)
  const crowd = await gather(server, { boards: 1, peoplePerBoard: MOVERS })
  for (let i = 0; i < WARM_UP.rounds; i++) await step(crowd, WARM_UP.perSecond, i)
  const { url, team: cookies } = server
  const workerData: LiveCrowd = { url, board: boardOf(0), cookies, cases: crowd.cases }
  const people = new Worker(new URL('./live-crowd.ts', import.meta.url), { workerData })

  const samples = new Map<Pace, Figures[]>(PACES.map((pace) => [pace, []]))
  for (let round = 0; round < rounds; round++)
    for (const pace of turned(PACES, round)) {
      people.postMessage(pace)
      await wait(SETTLE_MS)
      await expectPresent(url, pace === 'nobody' ? 0 : PRESENT)
      const figures = await measure(url, crowd, round)
      samples.get(pace)?.push(figures)
      say(`${round + 1} ${pace}`, percent(figures.cpu), ms(figures.p95))
    }
  await people.terminate()
  disperse(crowd)
  await server.stop()
  report(samples)
}

async function measure(url: string, crowd: Crowd, seed: number): Promise<Figures> {
  const [cpu, start] = [await cpuSeconds(url), performance.now()]
  const { p95 } = await step(crowd, MOVES.perSecond, seed, MOVES.seconds)
  const used = (await cpuSeconds(url)) - cpu
  return { cpu: used / ((performance.now() - start) / 1_000), p95 }
}

/** Each kind comes first as often as the others, so that what passes meanwhile hits all alike. */
const turned = <T>(all: readonly T[], by: number): T[] => {
  const at = by % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

async function expectPresent(url: string, count: number): Promise<void> {
  const there = await figure(url, 'samtavlan_live_sockets')
  if (there !== count) throw new Error(`${there} are present, not ${count}`)
}

const cpuSeconds = (url: string) => figure(url, 'process_cpu_seconds_total')

/** As the server tells it itself. */
async function figure(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.slice(name.length))
}

function report(samples: ReadonlyMap<Pace, readonly Figures[]>): void {
  const median = (pace: Pace, figure: keyof Figures) =>
    quantile(
      (samples.get(pace) ?? []).map((one) => one[figure]).sort((a, b) => a - b),
      0.5,
    )
  say('\nmedians', 'cpu', 'of presence', 'p95 of a move', 'ratio')
  const alone = { cpu: median('nobody', 'cpu'), p95: median('nobody', 'p95') }
  for (const pace of PACES) {
    const [cpu, p95] = [median(pace, 'cpu'), median(pace, 'p95')]
    say(pace, percent(cpu), percent(cpu - alone.cpu), ms(p95), (p95 / alone.p95).toFixed(2))
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
