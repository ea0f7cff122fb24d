import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Stamp } from '../../../shared/access.ts'
import { createCase } from '../../../shared/commands/create-case.ts'
import { finishCase } from '../../../shared/commands/finish-case.ts'
import { prioritise } from '../../../shared/commands/prioritise.ts'
import { reopenCase } from '../../../shared/commands/reopen-case.ts'
import { setOutcome } from '../../../shared/commands/set-outcome.ts'
import { voidCase } from '../../../shared/commands/void-case.ts'
import { recheckNews } from '../../../server/sync/recheck-news.ts'
import { anna, requestFor } from '../../shared/support/board.ts'
import { admitted, GatedBoard, NOON } from './support/gated-board.ts'

const create = (doc: Y.Doc, stamp: Stamp) => createCase(doc, requestFor(anna), stamp)
const finish =
  (outcome: 'hospital-avoided' | 'neither') =>
  (doc: Y.Doc, stamp: Stamp): unknown =>
    finishCase(doc, { case: anna, outcome }, stamp)

/** Anna's case on a board, and what each thing that is done to it means. */
function boardWithAnna() {
  const board = new GatedBoard()
  const sara = board.doctor('sara')
  const does = (task: (doc: Y.Doc, stamp: Stamp) => unknown) =>
    recheckNews(board.doc, admitted(sara.does(task)).changes)
  return { board, does, created: does(create) }
}

describe('what a change means for re-checks', () => {
  test('[K5] a case closed as avoided care is asked about, from when the server closed it', () => {
    const { board, does } = boardWithAnna()
    board.now = NOON + 1
    expect(does(finish('hospital-avoided'))).toEqual([
      {
        case: anna,
        closing: {
          ...{ at: NOON + 1, outcome: 'hospital-avoided', judgedBy: 'sara', code: 'H-01' },
          ...{ label: 'Anna', protected: false, patient: null, nurse: null, doctor: null },
        },
      },
    ])
  })

  test('[K5] other ends, and reopening, leave nothing to ask', () => {
    const nothing = [{ case: anna, closing: null }]
    expect(boardWithAnna().does(finish('neither'))).toEqual(nothing)
    const { does } = boardWithAnna()
    does(finish('hospital-avoided'))
    expect(does((doc, stamp) => reopenCase(doc, { case: anna, to: 'today' }, stamp))).toEqual(
      nothing,
    )
    expect(does((doc, stamp) => voidCase(doc, { case: anna, reason: 'Dubblett' }, stamp))).toEqual(
      nothing,
    )
  })

  test('[K5] what does not end a case says nothing', () => {
    const { does, created } = boardWithAnna()
    expect(created).toEqual([])
    expect(
      does((doc, stamp) => setOutcome(doc, { case: anna, value: 'hospital-avoided' }, stamp)),
    ).toEqual([])
    expect(does((doc, stamp) => prioritise(doc, { case: anna, level: 'acute' }, stamp))).toEqual([])
  })

  test('[K5] a case that was made and closed without contact is asked about when it comes', () => {
    const board = new GatedBoard()
    const admission = board.doctor('sara').does((doc, stamp) => {
      create(doc, stamp)
      finish('hospital-avoided')(doc, stamp)
    })
    expect(recheckNews(board.doc, admitted(admission).changes)).toMatchObject([
      { case: anna, closing: { at: NOON } },
    ])
  })
})
