import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { anna, taskNumber } from '../../../shared/support/board.ts'
import { contentOf, writeAnna } from '../support/attempts/annas-board.ts'
import type { Attempt } from '../support/attempts/attempt.ts'
import { CASES } from '../support/attempts/cases.ts'
import { REACHES } from '../support/attempts/reach.ts'
import { REMOVALS } from '../support/attempts/removals.ts'
import { VALUES } from '../support/attempts/values.ts'
import { GatedBoard, type Hand } from '../support/gated-board.ts'

function boardWithAnna() {
  const board = new GatedBoard()
  board.doc.getMap('board').set('name', 'Kungsbacka')
  board.log.push(Y.encodeStateAsUpdate(board.doc))
  const nurse = board.nurse('karin')
  nurse.does(writeAnna)
  const hands: Record<Attempt[1], Hand> = {
    nurse,
    doctor: board.doctor('sara'),
    manager: board.manager('maria'),
  }
  return { board, hands }
}

test.each([...REACHES, ...VALUES, ...CASES, ...REMOVALS])(
  '[A4] %s as a %s: refused, with no trace',
  (_what, who, task, reason, part) => {
    const { board, hands } = boardWithAnna()
    const before = contentOf(board.doc)
    const logged = board.log.length
    const admission = hands[who].send(hands[who].apart(task))
    expect(admission).toMatchObject({ kind: 'refused', objection: { reason, part } })
    expect(contentOf(board.doc)).toEqual(before)
    expect(board.log).toHaveLength(logged)

    const next = board
      .nurse('amina')
      .does((doc, stamp) =>
        addTask(doc, { case: anna, task: taskNumber(9), text: 'Sänglägesprov' }, stamp),
      )
    expect(next.kind).toBe('admitted')
  },
)
