import { expect, test } from 'vitest'
import { Setbacks, type Refusal, type Unsaved } from '../../../client/state/setbacks.svelte.ts'
import type { Superseded } from '../../../shared/ruling.ts'
import { anna, berit } from '../../shared/support/board.ts'

const superseded = (about: Partial<Superseded>): Superseded => ({
  kind: 'superseded',
  because: 'newer',
  case: anna,
  part: 'place',
  kept: { value: null, at: 2_000, by: null },
  yours: { value: null, at: 1_000 },
  ...about,
})
const unsaved = (key: string): Unsaved => ({
  key,
  title: 'Anna',
  part: 'comments',
  from: null,
  value: key,
})
const refusal = (...rows: Unsaved[]): Refusal => ({
  reason: 'not-allowed',
  title: 'Anna',
  part: 'seen',
  unsaved: rows,
})

test('[U18] each superseded part waits until it is dismissed; its latest word is the one', () => {
  const setbacks = new Setbacks()
  const [first, other] = [superseded({}), superseded({ case: berit })]
  const later = superseded({ yours: { value: null, at: 1_500 } })
  setbacks.supersede(first)
  setbacks.supersede(other)
  setbacks.supersede(later)
  expect(setbacks.superseded).toEqual([other, later])
  setbacks.dismiss(other)
  expect(setbacks.superseded).toEqual([later])
  setbacks.supersede(superseded({ part: 'priority' }))
  setbacks.dismissSuperseded()
  expect(setbacks.superseded).toEqual([])
})

test('[U19] words that are not dismissed stay through a second refusal', () => {
  const setbacks = new Setbacks()
  const [one, two] = [unsaved('one'), unsaved('two')]
  setbacks.refuse(refusal(one))
  setbacks.refuse({ ...refusal(two), reason: 'case-full' })
  expect(setbacks.refusal).toMatchObject({ reason: 'case-full', unsaved: [one, two] })
  setbacks.drop(one)
  expect(setbacks.refusal?.unsaved).toEqual([two])
  setbacks.drop(two)
  expect(setbacks.refusal).toBeNull()
})

test('[U19] a refusal without words waits to be dismissed as well', () => {
  const setbacks = new Setbacks()
  setbacks.refuse(refusal())
  expect(setbacks.refusal).not.toBeNull()
  setbacks.dismissRefusal()
  expect(setbacks.refusal).toBeNull()
})
