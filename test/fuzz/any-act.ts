import { anyCommand, type AnyCommand } from '../shared/support/any-command.ts'
import fc from '../support/fast-check.ts'
import { anyForged, type Forged } from './forged.ts'
import { anyWrite, type AnyWrite } from './any-write.ts'
import { VISITORS } from './people.ts'

/** How an update is spoiled on its way. */
const spoiling = fc.oneof(
  fc.record({
    bytes: fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat(255)), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ keep: fc.nat({ max: 200 }) }),
  fc.record({ extra: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
  fc.record({ mergedWith: fc.nat({ max: 60 }) }),
  fc.record({ without: fc.nat({ max: 60 }) }),
  fc.constant({ again: true }),
)
export type Spoiling = typeof spoiling extends fc.Arbitrary<infer S> ? S : never

/** What somebody does: mostly sent at once, sometimes kept as by a tablet without a network. */
type Doing =
  | { readonly command: AnyCommand }
  | { readonly write: AnyWrite }
  | { readonly forged: Forged }
  | { readonly sent: number; readonly spoiling: Spoiling }

export type Act =
  | {
      readonly who: number
      readonly does: Doing
      /** How long ago it says that it was. */
      readonly late: number
      readonly keeps: boolean
      /** Under whose Yjs client id, by number; null for its own. */
      readonly steals: number | null
    }
  | {
      readonly who: number
      readonly turns: 'sends' | 'merges' | 'learns' | 'reconnects' | 'reloads'
    }
  | { readonly server: 'commits' | 'compacts' | 'restarts' | 'waits' }

const who = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 3 }) },
  fc.nat({ max: VISITORS.length - 1 }),
)
const does = fc.oneof(
  { weight: 8, arbitrary: fc.record({ command: anyCommand }) },
  { weight: 5, arbitrary: fc.record({ write: anyWrite }) },
  { weight: 1, arbitrary: fc.record({ forged: anyForged }) },
  { weight: 1, arbitrary: fc.record({ sent: fc.nat({ max: 60 }), spoiling }) },
)
const late = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  fc.integer({ min: -10_000, max: 60_000 }),
)
const steals = fc.oneof(
  { weight: 30, arbitrary: fc.constant(null) }, // most are honest about that
  fc.nat({ max: 8 }),
)
const keeps = fc.nat({ max: 5 }).map((one) => one === 0)

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ who, does, late, keeps, steals }) },
  {
    weight: 6,
    arbitrary: fc.record({
      who,
      turns: fc.oneof(
        { weight: 3, arbitrary: fc.constant('learns' as const) },
        fc.constantFrom('sends', 'merges', 'reconnects', 'reloads'),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      server: fc.oneof(
        { weight: 4, arbitrary: fc.constant('commits' as const) },
        fc.constantFrom('compacts', 'restarts', 'waits'),
      ),
    }),
  },
)
