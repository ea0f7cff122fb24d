import { cpus } from 'node:os'
import { commitTimes } from './disk.ts'
import { drive, type Load } from './load.ts'
import { CONTENDERS } from './servers.ts'
import { quantile } from './statistics.ts'

const LOAD: Load = { people: 30, perSecond: 50, seconds: 15 }
const ROUNDS = Number(process.env.ROUNDS ?? 5)
/** Ratios are to this one. */
const REFERENCE = 'Hocuspocus 4, SQLite'

type Figures = { readonly median: number; readonly p99: number }

const samples = new Map(CONTENDERS.map(({ name }) => [name, [] as number[]]))
const say = (...columns: string[]) =>
  process.stdout.write(`${columns.map((text, i) => text.padEnd(i === 0 ? 26 : 16)).join('')}\n`)
const ms = (value: number) => `${value.toFixed(2)} ms`

say(
  `${LOAD.people} people on one board, ${LOAD.perSecond} moves/s, ${ROUNDS} rounds of ${LOAD.seconds} s`,
)
say(`${cpus()[0]?.model}, ${cpus().length} cores, ${process.platform}, Node ${process.version}\n`)

for (let round = 1; round <= ROUNDS; round++) {
  const disk = figures(await commitTimes())
  say(`${round} one durable commit`, ms(disk.median), ms(disk.p99))
  for (const { name, start } of CONTENDERS) {
    const server = await start()
    const latencies = await drive(server, LOAD, round)
    await server.stop()
    samples.set(name, (samples.get(name) ?? []).concat(latencies))
    const { median, p99 } = figures(latencies)
    say(`${round} ${name}`, ms(median), ms(p99))
  }
}

const reference = figures(samples.get(REFERENCE) ?? [])
say('\nall rounds', 'median', 'p99', 'median, ratio', 'p99, ratio', 'deliveries')
for (const [name, sample] of samples) {
  const { median, p99 } = figures(sample)
  const ratios = [median / reference.median, p99 / reference.p99].map((one) => one.toFixed(2))
  say(name, ms(median), ms(p99), ...ratios, String(sample.length))
}

function figures(sample: readonly number[]): Figures {
  const sorted = sample.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}
