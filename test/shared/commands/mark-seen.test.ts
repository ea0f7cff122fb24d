import { describe, expect, test } from 'vitest'
import { markSeen } from '../../../shared/commands/mark-seen.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asJonas, asKarin, asSara, boardWith, fieldIn, sara } from '../support/board.ts'

describe('markSeen', () => {
  test('[B13] the case shows which doctor has seen it, and when', () => {
    const doc = boardWith(anna)
    expect(markSeen(doc, { case: anna }, asSara(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: sara, at: 3_000 })
  })

  test('[B13] the first doctor stays the one who has seen it', () => {
    const doc = boardWith(anna)
    markSeen(doc, { case: anna }, asSara(3_000))
    expect(markSeen(doc, { case: anna }, asJonas(4_000))).toEqual(refused('nothing-changed'))
    expect(fieldIn(doc, anna, 'seen')).toEqual({ by: sara, at: 3_000 })
  })

  test('[P2] only a doctor marks a case as seen', () => {
    const doc = boardWith(anna)
    expect(markSeen(doc, { case: anna }, asKarin())).toEqual(refused('not-allowed'))
    expect(markSeen(doc, { case: anna }, { ...asKarin(), role: 'manager' }).ok).toBe(false)
    expect(fieldIn(doc, anna, 'seen').by).toBeNull()
  })
})
