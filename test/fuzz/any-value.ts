import { FIELD_NAMES, OUTCOMES, type FieldName } from '../../shared/case.ts'
import { EMPTY_FIELDS } from '../../shared/empty-case.ts'
import { NOON } from '../server/sync/support/gated-board.ts'
import { commentNumber, taskNumber } from '../shared/support/board.ts'
import fc from '../support/fast-check.ts'
import { PEOPLE } from './people.ts'

const users = PEOPLE.map(({ id }) => id)
const time = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: NOON - 3_600_000, max: NOON + 3_600_000 }) },
  { weight: 4, arbitrary: fc.constantFrom(0, NOON + 1e9) },
  fc.constantFrom(-1, Number.NaN, 2 ** 60),
)
/** What the parts of values are made of, right ones and wrong ones. */
const part = fc.oneof(
  time,
  fc.constantFrom<unknown>(null, true, false, ...users, ['karin'], [], {}, undefined, [12n], -0),
  fc.constantFrom('acute', 'today', 'handback', 'done', 'closed', 'voided', 'finished', 'a0', 'a1'),
  fc.constantFrom<unknown>('given', 'home-visit', ...OUTCOMES, '120/80', '', 'x'.repeat(5_000)),
  fc.constantFrom({ by: 'sara', at: NOON }, { by: 'karin', at: NOON + 1e9 }, new Uint8Array([1])),
)

const rarely = fc.nat({ max: 19 }).map((one) => one === 7)

/** A value with some of its parts changed, left out or added, now and then out of sight. */
function like(value: object): fc.Arbitrary<unknown> {
  const keys = [...Object.keys(value), 'extra']
  const change = fc.tuple(fc.constantFrom(...keys), part)
  const changes = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(change, { minLength: 1, maxLength: 2 }),
  )
  return fc.record({ changes, at: time, isHidden: rarely }).map((one) => {
    const changed = { ...value, at: one.at, ...Object.fromEntries(one.changes) }
    return one.isHidden ? JSON.parse(`{"__proto__":${JSON.stringify(value)}}`) : changed
  })
}

const junk = fc.oneof(
  part,
  fc.json({ maxDepth: 2 }).map((json): unknown => JSON.parse(json)),
)

/** Likely values come often, so that much is admitted and the board grows rich. */
const plausible: Record<FieldName, object> = {
  ...EMPTY_FIELDS,
  place: { lane: 'today', rank: 'a1', at: NOON },
  seen: { by: 'sara', at: NOON },
  documentedRegion: { by: 'sara', at: NOON },
  documentedMunicipality: { by: 'karin', at: NOON },
  outcome: { value: OUTCOMES[0], by: 'karin', at: NOON },
  handback: {
    ...EMPTY_FIELDS.handback,
    ...{ sentAt: NOON, sentBy: 'karin', receivedAt: NOON, receivedBy: 'amina' },
  },
  closed: { how: 'closed', reason: '', by: 'karin', at: NOON },
}

export const fieldWrites = fc.constantFrom(...FIELD_NAMES).chain((key) =>
  fc.record({
    key: fc.constant<string>(key),
    value: fc.oneof({ weight: 9, arbitrary: like(plausible[key]) }, junk),
  }),
)

const ids = [1, 2, 3]
export const taskWrites = fc.constantFrom(...ids.map(taskNumber)).chain((key) => {
  const task = { id: key, text: 'Dropp', done: null, removed: false, addedAt: NOON, at: NOON }
  return fc.record({
    key: fc.constant<string>(key),
    value: fc.oneof({ weight: 9, arbitrary: like(task) }, junk),
  })
})

export const comments = fc
  .tuple(fc.constantFrom(...ids.map(commentNumber)), fc.constantFrom(...users))
  .chain(([id, by]) =>
    fc.oneof({ weight: 9, arbitrary: like({ id, by, at: NOON, text: 'Ring' }) }, junk),
  )

export const settingWrites = fc.oneof(
  fc.constantFrom('name', 'team', 'phone').map((key) => ({ key, value: 'Halmstad' as unknown })),
  fc.record({ key: fc.constantFrom('labels', 'softLimits'), value: like({ acute: 3 }) }),
  fc.record({ key: fc.constantFrom('labels', 'name', 'colour'), value: junk }),
)

export { junk }
