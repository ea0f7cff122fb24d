import type { Contender } from './contender.ts'
import { disperse, gather, type Crowd, type CrowdSize } from './crowd.ts'
import { say } from './report.ts'
import { CONTENDERS } from './servers.ts'
import { quantile } from './statistics.ts'
import { step } from './step.ts'

const P99_MAX_MS = 100
const WARM_UP_RATE = 250
const HIGHEST_RATE = 16_000
/** Each halves the gap between what was carried and what was too much, as a ratio: to 9 %. */
const REFINEMENTS = 3

const CROWDS: readonly (CrowdSize & { readonly name: string })[] = [
  { name: 'one board', boards: 1, peoplePerBoard: 30 },
  { name: '200 boards', boards: 200, peoplePerBoard: 3 },
]

/** `busy` is the crowd's own share of that time: near 1 it was the limit itself. */
type Carried = { readonly rate: number; readonly busy: number }

/** How many moves a second each server carries before one in a hundred takes more than 100 ms. */
export async function throughput(rounds: number): Promise<void> {
  for (const { name, ...size } of CROWDS) {
    say(`${name}, ${size.peoplePerBoard} people at each`, 'moves/s', 'bench busy')
    for (const contender of CONTENDERS) {
      const carried: Carried[] = []
      for (let round = 1; round <= rounds; round++) {
        carried.push(await highestRate(contender, size, round))
      }
      say(contender.name, ...medianOf(carried))
    }
  }
}

async function highestRate(contender: Contender, size: CrowdSize, seed: number): Promise<Carried> {
  let scene = await open(contender, size)
  let best: Carried = { rate: 1, busy: 0 }
  const carries = async (rate: number): Promise<boolean> => {
    const { p99, busy } = await step(scene.crowd, rate, seed)
    if (p99 > P99_MAX_MS) {
      await scene.close() // its backlog would count against the next rate
      scene = await open(contender, size)
      return false
    }
    best = { rate, busy }
    return true
  }

  let tooMuch = WARM_UP_RATE
  while (tooMuch <= HIGHEST_RATE && (await carries(tooMuch))) tooMuch *= 2
  for (let i = 0; i < REFINEMENTS; i++) {
    const middle = Math.round(Math.sqrt(best.rate * tooMuch))
    if (!(await carries(middle))) tooMuch = middle
  }
  await scene.close()
  return best
}

type Scene = { readonly crowd: Crowd; readonly close: () => Promise<void> }

/** A new server that has already worked a little, and people at it. */
async function open(contender: Contender, size: CrowdSize): Promise<Scene> {
  const server = await contender.start(size.boards)
  const crowd = await gather(server, size)
  await step(crowd, WARM_UP_RATE, 0)
  const close = async () => {
    disperse(crowd)
    await server.stop()
  }
  return { crowd, close }
}

function medianOf(carried: readonly Carried[]): string[] {
  const middle = (values: number[]) =>
    quantile(
      values.sort((a, b) => a - b),
      0.5,
    )
  const rate = middle(carried.map((one) => one.rate))
  const busy = middle(carried.map((one) => one.busy))
  return [String(Math.round(rate)), `${Math.round(busy * 100)} %`]
}
