import { describe, expect, test } from 'vitest'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import type { Priority } from '../../../shared/case.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, fieldIn, sara } from '../support/board.ts'

describe('prioritise', () => {
  test('[B12] the priority is what a person said, and whose it is stays with it', () => {
    const doc = boardWith(anna)
    expect(prioritise(doc, { case: anna, level: 'acute' }, asSara(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'priority')).toEqual({ level: 'acute', by: sara, at: 3_000 })
  })

  test('[B10] the case stays where it stands', () => {
    const doc = boardWith(anna)
    const before = fieldIn(doc, anna, 'place')
    prioritise(doc, { case: anna, level: 'acute' }, asSara())
    expect(fieldIn(doc, anna, 'place')).toEqual(before)
  })

  test('[B11] the same level again changes nothing, whoever says it', () => {
    const doc = boardWith(anna)
    const outcome = prioritise(doc, { case: anna, level: 'today' }, asSara())
    expect(outcome).toEqual(refused('nothing-changed'))
  })

  test('[B11] a level that does not exist is refused', () => {
    const doc = boardWith(anna)
    const level = 'red' as Priority
    expect(prioritise(doc, { case: anna, level }, asKarin())).toEqual(refused('invalid-value'))
  })
})
