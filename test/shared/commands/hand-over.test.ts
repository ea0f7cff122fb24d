import { describe, expect, test } from 'vitest'
import { bringBack } from '../../../shared/commands/bring-back.ts'
import { handOver } from '../../../shared/commands/hand-over.ts'
import { prepareHandover } from '../../../shared/commands/prepare-handover.ts'
import { phaseOf } from '../../../shared/handover.ts'
import { done, refused } from '../../../shared/outcome.ts'
import { anna, asKarin, asSara, boardWith, caseIn, copyOf, exchange } from '../support/board.ts'
import { handOverAll, MORNING } from '../support/nights.ts'

const HOUR = 3_600_000

const byPhone = { case: anna, how: 'phoned', told: 'Lena, kvällspatrullen' } as const

describe('handOver', () => {
  test('[F2] it keeps who told whom, how and when', () => {
    const doc = boardWith(anna)
    prepareHandover(doc, { case: anna, to: 'evening', words: 'Temp' }, asKarin(3_000))
    expect(handOver(doc, byPhone, asSara(4_000))).toEqual(done)
    expect(caseIn(doc, anna).handedOver).toMatchObject({
      ...{ to: 'evening', how: 'phoned', told: 'Lena, kvällspatrullen' },
      ...{ sentAt: 4_000, sentBy: 'sara', backAt: null, lookedAt: null },
    })
    expect(phaseOf(caseIn(doc, anna))).toBe('handed-over')
  })

  test('[F2] [F4] the next evening it is handed over afresh, and comes back again', () => {
    const doc = boardWith(anna)
    handOverAll(doc, [anna])
    bringBack(doc, MORNING)
    handOverAll(doc, [anna], MORNING + 16 * HOUR)
    expect(phaseOf(caseIn(doc, anna))).toBe('handed-over')
    expect(bringBack(doc, MORNING + 24 * HOUR)).toEqual(done)
    expect(phaseOf(caseIn(doc, anna))).toBe('back')
  })

  test('[F2] what is on no list, or was handed over as it is, is left alone', () => {
    const doc = boardWith(anna)
    expect(handOver(doc, byPhone, asKarin(3_000))).toEqual(refused('nothing-changed'))
    prepareHandover(doc, { case: anna, to: 'car' }, asKarin(4_000))
    handOver(doc, byPhone, asKarin(5_000))
    expect(handOver(doc, byPhone, asSara(6_000))).toEqual(refused('nothing-changed'))
    expect(caseIn(doc, anna).handedOver.sentBy).toBe('karin')
  })

  test('[F2] words that somebody wrote apart, and nobody was told, are still to be told', () => {
    const doc = boardWith(anna)
    prepareHandover(doc, { case: anna, to: 'evening', words: 'Temp' }, asKarin(3_000))
    const tablet = copyOf(doc)
    prepareHandover(tablet, { case: anna, words: 'Temp och vikt' }, asSara(3_500))
    handOver(doc, byPhone, asKarin(4_000))
    exchange(doc, tablet)
    expect(phaseOf(caseIn(doc, anna))).toBe('prepared')
    expect(caseIn(doc, anna).handover.words).toBe('Temp och vikt')
  })
})
