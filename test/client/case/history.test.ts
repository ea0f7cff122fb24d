import { describe, expect, test } from 'vitest'
import { historyOf } from '../../../client/surfaces/case/history.ts'
import { metaOf } from '../../../shared/board-document.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { documentCase } from '../../../shared/commands/document-case.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { moveCase } from '../../../shared/commands/move-case.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { setVisitStatus } from '../../../shared/commands/set-visit-status.ts'
import { takeCase } from '../../../shared/commands/take-case.ts'
import { anna, asKarin, asSara, boardWith, cameAt, caseIn } from '../../shared/support/board.ts'

const lines = (doc: ReturnType<typeof boardWith>) =>
  historyOf(caseIn(doc, anna), NO_SETTINGS).map(({ by, text }) => `${by ?? '–'}: ${text}`)

describe('historyOf', () => {
  test('[B19] says what the document knows, latest first', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 1_500)
    const move = { case: anna, to: 'acute', before: null } as const
    moveCase(doc, move, asKarin(2_000))
    metaOf(doc).set(anna, { ...caseIn(doc, anna).meta, movedAt: 2_000 })
    takeCase(doc, { case: anna }, asSara(3_000))
    setVisitStatus(doc, { case: anna, status: 'underway' }, asSara(4_000))
    setVisitStatus(doc, { case: anna, status: 'finished' }, asSara(5_000))
    documentCase(doc, { case: anna, record: 'region', documented: true }, asSara(6_000))
    finishCase(doc, { case: anna, outcome: 'sent-in' }, asSara(7_000))
    expect(lines(doc)).toEqual([
      'sara: Avslutade: Inskickad',
      'sara: Dokumenterade i läkarens journal',
      'sara: Klar',
      '–: På väg',
      'sara: Sedd och tar besöket',
      'karin: Flyttade till Akut',
      'karin: Skapade vårdbegäran',
    ])
    reopenCase(doc, { case: anna, to: 'today' }, asKarin(8_000))
    expect(lines(doc)[0]).toBe('karin: Återöppnade')
  })

  test('[B19] closing is not told as a move too, though the server counts it as one', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 1_500)
    moveCase(doc, { case: anna, to: 'today', before: null }, asKarin(2_000))
    finishCase(doc, { case: anna, outcome: 'neither' }, asSara(7_000))
    metaOf(doc).set(anna, { ...caseIn(doc, anna).meta, movedAt: 7_010, movedBy: 'sara' })
    expect(lines(doc)).toEqual([
      'sara: Avslutade: Ingetdera',
      '–: Flyttade till Dagens besök',
      'karin: Skapade vårdbegäran',
    ])
    reopenCase(doc, { case: anna, to: 'today' }, asKarin(8_000))
    metaOf(doc).set(anna, { ...caseIn(doc, anna).meta, movedAt: 8_010, movedBy: 'karin' })
    expect(lines(doc)).toEqual([
      'karin: Återöppnade',
      '–: Flyttade till Dagens besök',
      'karin: Skapade vårdbegäran',
    ])
  })

  test('[B19] what was set together with the case is part of its creation', () => {
    const doc = boardWith(anna)
    cameAt(doc, anna, 1_500)
    expect(lines(doc)).toEqual(['karin: Skapade vårdbegäran'])
  })

  test('[B19] a case that the server does not have yet has no history', () => {
    expect(lines(boardWith(anna))).toEqual([])
  })
})
