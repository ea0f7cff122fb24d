import { expect, test } from 'vitest'
import fc from '../support/fast-check.ts'
import { anyAct } from './any-act.ts'
import { HeapWatch } from './heap.ts'
import { Play, type Tally } from './play.ts'

/** How many updates are tried at least; `npm run test:fuzz` tries many more. */
const TRANSACTIONS = Number(process.env.FUZZ_TRANSACTIONS ?? 500)
/** A script has half as many acts on average, and a third of them come to nothing. */
const ACTS = 60
const UPDATES_PER_SCRIPT = 6

test('[A4] whatever anybody sends, no role exceeds its table, and the log has it all', () => {
  const total: Tally = { sent: 0, admitted: 0, refused: 0, unreadable: 0 }
  const heap = new HeapWatch()
  const script = fc.array(anyAct, { maxLength: ACTS, size: 'max' })
  const law = fc.property(script, (acts) => {
    const play = new Play()
    for (const act of acts) play.act(act)
    play.end()
    for (const key of ['sent', 'admitted', 'refused', 'unreadable'] as const)
      total[key] += play.tally[key]
    heap.look()
  })
  fc.assert(law, { numRuns: Math.ceil(TRANSACTIONS / UPDATES_PER_SCRIPT) })
  expect(total.sent).toBeGreaterThanOrEqual(TRANSACTIONS)
  expect(total.admitted).toBeGreaterThan(total.sent / 4)
  expect(heap.growth).toBeLessThan(32)
  if (process.env.FUZZ_TRANSACTIONS) process.stdout.write(`${JSON.stringify(total)}; ${heap}\n`)
})
