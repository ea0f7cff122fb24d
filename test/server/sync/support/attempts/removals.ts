import * as Y from 'yjs'
import { casesOf, commentsOf, tasksOf } from '../../../../../shared/board-document.ts'
import { anna, commentNumber, entryIn, taskNumber } from '../../../../shared/support/board.ts'
import { at, karins, sbarOf, set, settingsOf, type Attempt } from './attempt.ts'

/** At what others did, or by a way that is closed. */
export const REMOVALS: readonly Attempt[] = [
  ['take away a case', 'manager', (doc) => casesOf(doc).delete(anna), 'removed', null],
  ['take away a field', 'nurse', (doc) => entryIn(doc, anna).delete('reason'), 'removed', 'reason'],
  [
    'take away a text',
    'nurse',
    (doc) => sbarOf(doc).delete('situation'),
    'removed',
    'sbar.situation',
  ],
  [
    'put in a new text for one that is there',
    'nurse',
    (doc) => sbarOf(doc).set('situation', new Y.Text('x')),
    'removed',
    'sbar.situation',
  ],
  [
    'put in new comments for those that are there',
    'nurse',
    set('comments', new Y.Array()),
    'removed',
    'comments',
  ],
  [
    'take away a task',
    'nurse',
    (doc) => tasksOf(entryIn(doc, anna))?.delete(taskNumber(1)),
    'removed',
    `tasks.${taskNumber(1)}`,
  ],
  [
    'take away a setting',
    'manager',
    (doc) => settingsOf(doc).delete('name'),
    'removed',
    'settings.name',
  ],
  [
    'take away somebody else’s comment',
    'doctor',
    (doc) => commentsOf(entryIn(doc, anna))?.delete(0),
    'removed',
    'comments',
  ],
  [
    'take away one’s own comment',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.delete(0),
    'removed',
    'comments',
  ],

  [
    'comment in somebody else’s name',
    'doctor',
    (doc) => commentsOf(entryIn(doc, anna))?.push([{ ...karins, id: commentNumber(2) }]),
    'not-yours',
    'comments',
  ],
  [
    'hide a comment behind another of its id',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.push([karins]),
    'not-yours',
    'comments',
  ],
  [
    'drop a case into Klart',
    'nurse',
    set('place', { lane: 'done', rank: 'a0', at }),
    'close-needs-outcome',
    'place',
  ],
]
