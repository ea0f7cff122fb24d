import { expect, test } from 'vitest'
import { boardOf } from '../../../../shared/board-document.ts'
import { addComment } from '../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../shared/commands/create-case.ts'
import { editSbar } from '../../../../shared/commands/edit-sbar.ts'
import { markSeen } from '../../../../shared/commands/mark-seen.ts'
import {
  anna,
  commentNumber,
  entryIn,
  requestFor,
  taskNumber,
} from '../../../shared/support/board.ts'
import { textOf } from '../support/attempts/attempt.ts'
import { admitted, GatedBoard } from '../support/gated-board.ts'

test('[J2] a new case is one change, whatever came with it', () => {
  const { changes } = admitted(
    new GatedBoard().doctor('sara').does((doc, stamp) => {
      createCase(doc, requestFor(anna), stamp)
      markSeen(doc, { case: anna }, stamp)
      editSbar(doc, { case: anna, part: 'situation', text: 'Feber' }, stamp)
      addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
      addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp)
    }),
  )
  expect(changes).toMatchObject([{ kind: 'created', case: anna, as: { seen: { by: 'sara' } } }])
})

test('[J2] a value that is written again as it was is no change', () => {
  const karin = new GatedBoard().nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  const { changes } = admitted(
    karin.does((doc) => entryIn(doc, anna).set('reason', entryIn(doc, anna).get('reason'))),
  )
  expect(changes).toEqual([])
})

test('[J2] a setting is told from what to what', () => {
  const maria = new GatedBoard().manager('maria')
  maria.does((doc) => boardOf(doc).set('name', 'Halmstad'))
  const { settings } = admitted(maria.does((doc) => boardOf(doc).set('name', 'Kungsbacka')))
  expect(settings).toEqual([{ key: 'name', from: 'Halmstad', to: 'Kungsbacka' }])
})

test('[J2] whoever only takes letters away has written in that text', () => {
  const karin = new GatedBoard().nurse('karin')
  karin.does((doc, stamp) => createCase(doc, requestFor(anna), stamp))
  karin.does((doc) => textOf(doc).insert(0, 'Feber'))
  const { changes } = admitted(karin.does((doc) => textOf(doc).delete(0, 2)))
  expect(changes).toEqual([{ kind: 'text', case: anna, part: 'situation' }])
})
