import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment } from '../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { editSbar } from '../../../../shared/commands/edit-sbar.ts'
import { anna, commentNumber, requestFor, taskNumber } from '../../../shared/support/board.ts'
import type { Attempt } from '../support/attempts/attempt.ts'
import { REACHES } from '../support/attempts/reach.ts'
import { REMOVALS } from '../support/attempts/removals.ts'
import { VALUES } from '../support/attempts/values.ts'
import { GatedBoard, type Hand } from '../support/gated-board.ts'

/** A board with one case in which Karin has written something everywhere. */
function boardWithAnna() {
  const board = new GatedBoard()
  board.doc.getMap('board').set('name', 'Kungsbacka')
  board.log.push(Y.encodeStateAsUpdate(board.doc))
  const nurse = board.nurse('karin')
  nurse.does((doc, stamp) => {
    createCase(doc, requestFor(anna), stamp)
    addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp)
    addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
    editSbar(doc, { case: anna, part: 'situation', text: 'Feber' }, stamp)
  })
  const hands: Record<Attempt[1], Hand> = {
    nurse,
    doctor: board.doctor('sara'),
    manager: board.manager('maria'),
  }
  return { board, hands }
}

const contentOf = (doc: Y.Doc) => ({
  roots: [...doc.share.keys()].sort(),
  json: ['cases', 'meta', 'board', 'people'].map((name) => doc.getMap(name).toJSON()),
  states: Y.decodeStateVector(Y.encodeStateVector(doc)),
})

test.each([...REACHES, ...VALUES, ...REMOVALS])(
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
