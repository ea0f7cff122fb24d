import { describe, expect, test } from 'vitest'
import { editField } from '../../../shared/commands/edit-field.ts'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { takeCase } from '../../../shared/commands/take-case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asJonas,
  asKarin,
  asSara,
  boardWith,
  fieldIn,
  jonas,
  sara,
} from '../support/board.ts'

describe('takeCase', () => {
  test('[B13] the doctor is responsible and has seen the case', () => {
    const doc = boardWith(anna)
    expect(takeCase(doc, { case: anna }, asSara(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'doctor')).toEqual({ id: sara, at: 3_000 })
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: sara, at: 3_000 })
  })

  test('[B13] a doctor can take over a case, and the first one has still seen it', () => {
    const doc = boardWith(anna)
    takeCase(doc, { case: anna }, asSara(3_000))
    expect(takeCase(doc, { case: anna }, asJonas(4_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'doctor').id).toBe(jonas)
    expect(fieldIn(doc, anna, 'seen').by).toBe(sara)
  })

  test('[B13] a doctor who has seen a case can still take it, once', () => {
    const doc = boardWith(anna)
    markSeen(doc, { case: anna }, asSara(3_000))
    expect(takeCase(doc, { case: anna }, asSara(4_000))).toEqual(done)
    expect(takeCase(doc, { case: anna }, asSara(5_000))).toEqual(refused('nothing-changed'))
  })

  test('[B13] a doctor whom somebody named still confirms it by taking the case', () => {
    const doc = boardWith(anna)
    editField(doc, { case: anna, field: 'doctor', value: { id: sara } }, asKarin())
    expect(takeCase(doc, { case: anna }, asSara(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: sara, at: 3_000 })
  })

  test('[P2] only a doctor takes a case', () => {
    const doc = boardWith(anna)
    expect(takeCase(doc, { case: anna }, asKarin())).toEqual(refused('not-allowed'))
    expect(fieldIn(doc, anna, 'doctor').id).toBeNull()
  })
})
