import * as Y from 'yjs'
import type { Stamp } from '../../../../../shared/access.ts'
import { addComment } from '../../../../../shared/commands/add-comment.ts'
import { addTask } from '../../../../../shared/commands/add-task.ts'
import { createCase } from '../../../../../shared/commands/create-case.ts'
import { editSbar } from '../../../../../shared/commands/edit-sbar.ts'
import { anna, commentNumber, requestFor, taskNumber } from '../../../../shared/support/board.ts'

/** A case in which Karin has written something everywhere: what the attempts are made at. */
export function writeAnna(doc: Y.Doc, stamp: Stamp): void {
  createCase(doc, requestFor(anna), stamp)
  addComment(doc, { case: anna, comment: commentNumber(1), text: 'Ring' }, stamp)
  addTask(doc, { case: anna, task: taskNumber(1), text: 'Dropp' }, stamp)
  editSbar(doc, { case: anna, part: 'situation', text: 'Feber' }, stamp)
}

/** Everything that a board says, and who has written how much in it. */
export const contentOf = (doc: Y.Doc) => ({
  roots: [...doc.share.keys()].sort(),
  json: ['cases', 'meta', 'board', 'people'].map((name) => doc.getMap(name).toJSON()),
  states: Y.decodeStateVector(Y.encodeStateVector(doc)),
})
