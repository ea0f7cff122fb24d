import * as Y from 'yjs'
import { commentsOf, tasksOf } from '../../../../../shared/board-document.ts'
import { EMPTY_FIELDS } from '../../../../../shared/empty-case.ts'
import { SBAR_MAX } from '../../../../../shared/limits.ts'
import {
  anna,
  commentNumber,
  copyOf,
  entryIn,
  taskNumber,
} from '../../../../shared/support/board.ts'
import { at, karins, nested, set, settingsOf, task, textOf, type Attempt } from './attempt.ts'
import { put, type Content } from '../put.ts'

const putReason = (doc: Y.Doc, content: Content) => {
  const entry = entryIn(doc, anna)
  put(entry, 'reason', content, { left: entry._map.get('reason') ?? null })
}

/** Yjs sends this key like any other; who reads it gets an object that inherits its parts. */
const inherits = (parts: object): object => JSON.parse(`{"__proto__":${JSON.stringify(parts)}}`)

/** With values that a board cannot hold. */
export const VALUES: readonly Attempt[] = [
  [
    'nest something deep',
    'nurse',
    (doc) => entryIn(doc, anna).set('reason', new Y.Map([['a', new Y.Map([['b', new Y.Map()]])]])),
    'invalid-value',
    'reason',
  ],
  ['write the wrong type', 'nurse', set('priority', 'acute'), 'invalid-value', 'priority'],
  ['write bytes', 'nurse', set('priority', new Uint8Array(3)), 'invalid-value', 'priority'],
  [
    'write a value with a part too many',
    'nurse',
    set('priority', { level: 'acute', by: null, at, score: 7 }),
    'invalid-value',
    'priority',
  ],
  [
    'write two values in one place',
    'nurse',
    (doc) => putReason(doc, new Y.ContentAny([{ text: 'Fall', at }, 7])),
    'invalid-value',
    'reason',
  ],
  [
    'write a value as Yjs did long ago',
    'nurse',
    (doc) => putReason(doc, new Y.ContentJSON([{ text: 'Fall', at }])),
    'invalid-value',
    'reason',
  ],
  [
    'write a letter in a value’s place',
    'nurse',
    (doc) => putReason(doc, new Y.ContentString('x')),
    'invalid-value',
    'reason',
  ],
  [
    'nest something in a task’s place',
    'nurse',
    (doc) => tasksOf(entryIn(doc, anna))?.set(taskNumber(2), new Y.Map()),
    'invalid-value',
    `tasks.${taskNumber(2)}`,
  ],
  [
    'nest something in a setting’s place',
    'manager',
    (doc) => settingsOf(doc).set('labels', new Y.Map([['acute', 'Nu']])),
    'invalid-value',
    'settings.labels',
  ],
  [
    'hide a wrong setting behind a right one',
    'manager',
    (doc) => {
      const [high, low] = [copyOf(doc), copyOf(doc)] // of two tabs the higher client id wins
      doc.gc = false
      high.clientID = 2 ** 32 - 1
      low.clientID = 1
      settingsOf(high).set('name', '')
      settingsOf(low).set('name', 'Halmstad')
      for (const tab of [high, low]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(tab))
    },
    'invalid-value',
    'settings.name',
  ],
  [
    'write a comment without a word',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.push([{ ...karins, id: commentNumber(2), text: '' }]),
    'invalid-value',
    'comments',
  ],
  [
    'write a value whose parts are only inherited',
    'nurse',
    set('reason', inherits({ text: 'Feber', at })),
    'invalid-value',
    'reason',
  ],
  [
    'write a value with an inherited part',
    'nurse',
    set('handback', { ...EMPTY_FIELDS.handback, at, ...inherits({ sentBy: 'karin' }) }),
    'invalid-value',
    'handback',
  ],
  [
    'write a comment whose parts are only inherited',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.push([inherits({ ...karins, id: commentNumber(2) })]),
    'invalid-value',
    'comments',
  ],
  [
    'write lists within lists without end',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.push([nested(2_000)]),
    'invalid-value',
    'comments',
  ],
  [
    'write a reason past its limit',
    'nurse',
    set('reason', { text: 'x'.repeat(201), at }),
    'invalid-value',
    'reason',
  ],
  [
    'hand a case over to nobody there is',
    'nurse',
    set('handover', { to: 'night', words: '', at }),
    'invalid-value',
    'handover',
  ],
  [
    'write a text past its limit',
    'nurse',
    (doc) => textOf(doc).insert(0, 'x'.repeat(2 * SBAR_MAX + 1)),
    'invalid-value',
    'sbar.situation',
  ],
  [
    'format a text',
    'nurse',
    (doc) => textOf(doc).insert(0, 'fet', { bold: true }),
    'invalid-value',
    'sbar.situation',
  ],
  [
    'embed something in a text',
    'nurse',
    (doc) => textOf(doc).insertEmbed(0, { image: 'x' }),
    'invalid-value',
    'sbar.situation',
  ],
  [
    'label a lane with a number',
    'manager',
    (doc) => settingsOf(doc).set('labels', { acute: 1 }),
    'invalid-value',
    'settings.labels',
  ],
  [
    'make a task that names another',
    'nurse',
    (doc) => tasksOf(entryIn(doc, anna))?.set(taskNumber(2), { ...task, id: taskNumber(3) }),
    'invalid-value',
    `tasks.${taskNumber(2)}`,
  ],
  [
    'push in before the others’ comments',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.unshift([{ ...karins, id: commentNumber(2) }]),
    'invalid-value',
    'comments',
  ],
]
