import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DayFailure } from './day/day-failure.ts'
import { playDay, type DayEvent } from './day/play.ts'

const HELP = `Spelar en arbetsdag på en tavla, som karin, amina, sara och jonas.

  npm run demo:day -- --speed 60 --board kungsbacka --url http://127.0.0.1:3000

  --speed  minuter av dagen per minut på klockan (60)
  --board  tavlans namn (kungsbacka)
  --url    serverns adress (http://127.0.0.1:3000)
  --seed   ett tal; samma tal ger samma patienter (slumpas)
`

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      speed: { type: 'string', default: '60' },
      board: { type: 'string', default: 'kungsbacka' },
      url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 3000}` },
      seed: { type: 'string', default: String(Date.now()) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void say(HELP)
  const { board } = values
  const speed = numberIn('speed', values.speed, 0.1, 100_000)
  const seed = numberIn('seed', values.seed, 0, Number.MAX_SAFE_INTEGER)
  if (!URL.canParse(values.url)) throw new DayFailure(`--url ${values.url} är ingen adress.`)

  const goHome = new AbortController()
  process.once('SIGINT', () => goHome.abort())
  const pause = (ms: number) => wait(ms, undefined, { signal: goHome.signal })
  let events = 0
  let refusals = 0
  const onEvent = (event: DayEvent) => {
    events++
    if (event.refusal !== null) refusals++
    say(lineOf(event))
  }
  const minuteMs = 60_000 / speed
  await playDay({ url: new URL(values.url), board, seed, minuteMs, pause, onEvent })
  say(`Dagen är slut: ${events} händelser, ${refusals} nekade.`)
}

const lineOf = ({ clock, who, what, refusal }: DayEvent): string =>
  `${clock} ${who}: ${what}${refusal === null ? '' : `, nekades (${refusal})`}`

function numberIn(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (value >= min && value <= max) return value
  throw new DayFailure(`--${name} ${text} går inte: ett tal från ${min} till ${max}.`)
}

const isExpected = (error: unknown): error is Error =>
  error instanceof DayFailure ||
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (isExpected(error)) process.stderr.write(`${error.message}\n`)
  else if (!isAbort(error)) throw error
}
