import * as Y from 'yjs'
import { casesOf } from '../../../../../shared/board-document.ts'
import { SBAR_PARTS } from '../../../../../shared/case.ts'
import { anna, berit, entryIn } from '../../../../shared/support/board.ts'
import { put } from '../put.ts'
import { at, type Attempt } from './attempt.ts'

const patient = { ref: null, label: 'B', birthYear: null, area: '', protected: false, at }
const place = { lane: 'incoming', rank: 'a0', at }
const sbar = (parts: readonly string[] = SBAR_PARTS, text = Y.Text) =>
  new Y.Map(parts.map((part) => [part, new text()]))

/** Makes Berit's case of just these parts. */
const make =
  (parts: Record<string, unknown>, entry = new Y.Map()) =>
  (doc: Y.Doc) => {
    for (const [key, part] of Object.entries(parts)) entry.set(key, part)
    casesOf(doc).set(berit, entry)
  }
const whole = (but: Record<string, unknown> = {}) => ({
  ...{ patient, place, sbar: sbar(), tasks: new Y.Map(), comments: new Y.Array() },
  ...but,
})
const without = (gone: string) =>
  make(Object.fromEntries(Object.entries(whole()).filter(([part]) => part !== gone)))

/** With new cases that are none, or none that is new. */
export const CASES: readonly Attempt[] = [
  ['put in a case that stands nowhere', 'nurse', without('place'), 'invalid-value', null],
  ['put in a case that is nobody’s', 'nurse', without('patient'), 'invalid-value', null],
  ['put in a case without SBAR', 'nurse', without('sbar'), 'invalid-value', null],
  ['put in a case without tasks', 'nurse', without('tasks'), 'invalid-value', null],
  ['put in a case without comments', 'nurse', without('comments'), 'invalid-value', null],
  [
    'put in a case without one of its texts',
    'nurse',
    make(whole({ sbar: sbar(SBAR_PARTS.slice(1)) })),
    'invalid-value',
    null,
  ],
  [
    'put in a case whose comments are keys',
    'nurse',
    make(whole({ comments: new Y.Map() })),
    'invalid-value',
    'comments',
  ],
  [
    'put in a case whose texts are of XML',
    'nurse',
    make(whole({ sbar: sbar(SBAR_PARTS, Y.XmlText) })),
    'invalid-value',
    'sbar.situation',
  ],
  [
    'put in a case that is of XML',
    'nurse',
    make(whole(), new Y.XmlHook('case') as Y.Map<unknown>),
    'invalid-value',
    null,
  ],
  [
    'put in a case whose tasks are made twice',
    'nurse',
    (doc) => {
      doc.gc = false // else the first would go as something that is gone
      make(whole())(doc)
      entryIn(doc, berit).set('tasks', new Y.Map())
    },
    'removed',
    'tasks',
  ],
  [
    'put another case in one’s place',
    'nurse',
    (doc) => casesOf(doc).set(anna, new Y.Map()),
    'removed',
    null,
  ],
  [
    'put a case behind one that is there',
    'nurse',
    (doc) => {
      doc.clientID = 1 // of two who do not know of each other the higher one wins
      put(doc.getMap('cases'), anna, new Y.ContentType(new Y.Map()))
    },
    'removed',
    null,
  ],
]
