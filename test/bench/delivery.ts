import { commitTimes } from './disk.ts'
import { drive, type Load } from './load.ts'
import { ms, say } from './report.ts'
import { CONTENDERS, HOCUSPOCUS } from './servers.ts'
import { quantile } from './statistics.ts'

const LOAD: Load = { people: 30, perSecond: 50, seconds: 15 }

type Figures = { readonly median: number; readonly p99: number }

/** How soon a move is on the others' sockets, at the pace of a very busy day. */
export async function delivery(rounds: number): Promise<void> {
  const { people, perSecond, seconds } = LOAD
  say(`${people} people on one board, ${perSecond} moves/s, ${rounds} rounds of ${seconds} s`)
  const samples = new Map(CONTENDERS.map(({ name }) => [name, [] as number[]]))
  for (let round = 1; round <= rounds; round++) {
    const disk = figures(await commitTimes())
    say(`${round} one durable commit`, ms(disk.median), ms(disk.p99))
    for (const { name, start } of CONTENDERS) {
      const server = await start(1)
      const latencies = await drive(server, LOAD, round)
      await server.stop()
      samples.get(name)?.push(...latencies)
      const { median, p99 } = figures(latencies)
      say(`${round} ${name}`, ms(median), ms(p99))
    }
  }

  const reference = figures(samples.get(HOCUSPOCUS) ?? [])
  say('\nall rounds', 'median', 'p99', 'median, ratio', 'p99, ratio', 'deliveries')
  for (const [name, sample] of samples) {
    const { median, p99 } = figures(sample)
    const ratios = [median / reference.median, p99 / reference.p99].map((one) => one.toFixed(2))
    say(name, ms(median), ms(p99), ...ratios, String(sample.length))
  }
}

function figures(sample: readonly number[]): Figures {
  const sorted = sample.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}
