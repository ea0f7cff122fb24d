import * as Y from 'yjs'
import { tasksOf } from '../../../../../shared/board-document.ts'
import { anna, entryIn } from '../../../../shared/support/board.ts'
import { put } from '../put.ts'
import { at, sbarOf, set, settingsOf, type Attempt } from './attempt.ts'

/** Into places that no board has, or that are not the author's. */
export const REACHES: readonly Attempt[] = [
  ['mark seen', 'nurse', set('seen', { by: 'karin', at }), 'not-allowed', 'seen'],
  [
    'tick the region’s record',
    'nurse',
    set('documentedRegion', { by: 'karin', at }),
    'not-allowed',
    'documentedRegion',
  ],
  [
    'tick the municipality’s record',
    'doctor',
    set('documentedMunicipality', { by: 'sara', at }),
    'not-allowed',
    'documentedMunicipality',
  ],
  [
    'rename a lane',
    'nurse',
    (doc) => settingsOf(doc).set('labels', { acute: 'Nu' }),
    'not-allowed',
    'settings.labels',
  ],
  [
    'rename a lane',
    'doctor',
    (doc) => settingsOf(doc).set('labels', { acute: 'Nu' }),
    'not-allowed',
    'settings.labels',
  ],

  [
    'write to a root that no board has',
    'manager',
    (doc) => doc.getMap('notes').set('a', 1),
    'unknown-part',
    null,
  ],
  [
    'write a list into a root of keys',
    'manager',
    (doc) => doc.getArray('cases').push([1]),
    'unknown-part',
    null,
  ],
  [
    'write a list among the settings',
    'manager',
    (doc) => put(settingsOf(doc), null, new Y.ContentAny([1])),
    'unknown-part',
    null,
  ],
  [
    'put in a case under a made-up id',
    'manager',
    (doc) => doc.getMap('cases').set('a', new Y.Map()),
    'unknown-part',
    null,
  ],
  [
    'write a field that no case has',
    'nurse',
    set('score', { value: 7, at }),
    'unknown-part',
    'score',
  ],
  [
    'write a setting that no board has',
    'manager',
    (doc) => settingsOf(doc).set('colour', 'red'),
    'unknown-part',
    'settings.colour',
  ],
  [
    'write a text beside SBAR’s four',
    'nurse',
    (doc) => sbarOf(doc).set('plan', new Y.Text()),
    'unknown-part',
    'sbar.plan',
  ],
  [
    'make a task under a made-up id',
    'nurse',
    (doc) => tasksOf(entryIn(doc, anna))?.set('x', { text: 'Dropp' }),
    'unknown-part',
    'tasks.x',
  ],

  [
    'write what the server writes of a case',
    'manager',
    (doc) => doc.getMap('meta').set(anna, { code: 'H-99' }),
    'server-owned',
    null,
  ],
  [
    'take away what the server wrote',
    'manager',
    (doc) => doc.getMap('meta').delete(anna),
    'server-owned',
    null,
  ],
  [
    'put oneself on the roster',
    'manager',
    (doc) => doc.getMap('duty').set('shifts', []),
    'server-owned',
    null,
  ],
  [
    'declare a day off',
    'nurse',
    (doc) => doc.getMap('duty').set('daysOff', ['2026-01-07']),
    'server-owned',
    null,
  ],
  [
    'join the team',
    'manager',
    (doc) => doc.getMap('people').set('eve', { id: 'eve' }),
    'server-owned',
    null,
  ],
]
