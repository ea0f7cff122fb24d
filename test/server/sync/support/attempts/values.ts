import * as Y from 'yjs'
import { casesOf, commentsOf, tasksOf } from '../../../../../shared/board-document.ts'
import { SBAR_PARTS } from '../../../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../../../shared/empty-case.ts'
import { SBAR_MAX } from '../../../../../shared/limits.ts'
import {
  anna,
  berit,
  commentNumber,
  entryIn,
  taskNumber,
} from '../../../../shared/support/board.ts'
import { at, karins, set, settingsOf, textOf, type Attempt } from './attempt.ts'

const bare = (parts: Record<string, unknown>) => (doc: Y.Doc) =>
  casesOf(doc).set(berit, new Y.Map(Object.entries(parts)))
const patient = { ref: null, label: 'B', birthYear: null, area: '', protected: false, at }
const sbar = () => new Y.Map(SBAR_PARTS.map((part) => [part, new Y.Text()]))
const task = { text: 'Dropp', done: null, removed: false, addedAt: at, at }

const nested = (depth: number): unknown[] =>
  Array.from({ length: depth }).reduce<unknown[]>((inner) => [inner], [])

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
  ['put in a case without its nested parts', 'nurse', bare({ patient }), 'invalid-value', null],
  [
    'put in a case that stands nowhere',
    'nurse',
    bare({ patient, sbar: sbar(), tasks: new Y.Map(), comments: new Y.Array() }),
    'invalid-value',
    null,
  ],
  [
    'put in a case whose comments are keys',
    'nurse',
    bare({ comments: new Y.Map() }),
    'invalid-value',
    'comments',
  ],

  [
    'push in before the others’ comments',
    'nurse',
    (doc) => commentsOf(entryIn(doc, anna))?.unshift([{ ...karins, id: commentNumber(2) }]),
    'invalid-value',
    'comments',
  ],
]
