import { cpus } from 'node:os'
import { admission } from './admission.ts'
import { archive } from './archive.ts'
import { delivery } from './delivery.ts'
import { memory } from './memory.ts'
import { presence } from './presence.ts'
import { say } from './report.ts'
import { throughput } from './throughput.ts'

const ROUNDS = process.env.ROUNDS === undefined ? null : Number(process.env.ROUNDS)

/** `npm run bench` answers all of them, `npm run bench -- throughput` one. */
const QUESTIONS = {
  delivery: () => delivery(ROUNDS ?? 5),
  throughput: () => throughput(ROUNDS ?? 3),
  admission: () => admission(ROUNDS ?? 5),
  memory,
  presence: () => presence(ROUNDS ?? 5),
  archive: () => archive(ROUNDS ?? 9),
}

const names = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]
const chosen = names.filter((name) => process.argv.slice(2).includes(name))
say(`${cpus()[0]?.model}, ${cpus().length} cores, ${process.platform}, Node ${process.version}`)
for (const name of chosen.length > 0 ? chosen : names) {
  say(`\n${name}`)
  await QUESTIONS[name]()
}
