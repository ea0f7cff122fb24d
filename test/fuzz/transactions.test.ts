import { expect, test } from 'vitest'
import { caseNumber } from '../shared/support/board.ts'
import fc from '../support/fast-check.ts'
import { anyAct, type Act } from './any-act.ts'
import type { Forged } from './forged.ts'
import { HeapWatch } from './heap.ts'
import { Play, type Tally } from './play.ts'

/** How many updates are tried at least; `npm run test:fuzz` tries many more. */
const TRANSACTIONS = Number(process.env.FUZZ_TRANSACTIONS ?? 500)
/** A script has half as many acts on average, and a third of them come to nothing. */
const ACTS = 60
const UPDATES_PER_SCRIPT = 6

/** What fuzzing has found, shrunk. */
const FOUND: readonly (readonly [what: string, act: Act])[] = [
  [
    'a text that would stand in itself',
    forged({
      ...{ as: 0, from: -2, gone: [] },
      structs: [
        {
          ...{ origin: null, rightOrigin: null, parent: 'cases', key: null },
          content: { ref: 0, length: 1 },
        },
        {
          ...{ origin: null, rightOrigin: null, parent: { client: 0, back: 0 } },
          ...{ key: caseNumber(1), content: { ref: 4, text: '  ' } },
        },
      ],
    }),
  ],
]

test.each(FOUND)('[A1] %s costs its sender the socket and nobody anything', (_what, act) => {
  const play = new Play()
  play.act(act)
  play.end()
  expect(play.tally).toMatchObject({ sent: 1, admitted: 0 })
})

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

function forged(forged: Forged): Act {
  return { who: 0, does: { forged }, late: 0, keeps: false, steals: null }
}
