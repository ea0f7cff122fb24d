import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Author } from '../../../../server/sync/admission/author.ts'
import { judge } from '../../../../server/sync/admission/judge.ts'
import type { Touch } from '../../../../server/sync/admission/touch.ts'
import { casesOf } from '../../../../shared/board-document.ts'
import { newCaseId } from '../../../../shared/ids.ts'
import { CASES_PER_BOARD } from '../../../../shared/limits.ts'
import type { Role } from '../../../../shared/person.ts'
import { anna, boardWith, karin, taskNumber } from '../../../shared/support/board.ts'
import { at, task } from '../support/attempts/attempt.ts'

const as = (role: Role): Author => ({ by: karin, name: 'Karin', role, client: 'web', at })

const writing = (key: string, sent: unknown) => {
  const map = new Y.Doc().getMap()
  map.set(key, sent)
  return { write: { map, key, before: undefined, sent, knew: true } }
}
const own = { ...task, id: taskNumber(1) }
const TOUCHES: readonly Touch[] = [
  {
    kind: 'field',
    spot: { in: 'case', case: anna, key: 'reason' },
    ...writing('reason', { text: 'Fall', at }),
  },
  { kind: 'task', spot: { in: 'tasks', case: anna, key: own.id }, ...writing(own.id, own) },
  { kind: 'text', spot: { in: 'text', case: anna, key: 'situation' }, grows: true },
  { kind: 'comments', spot: { in: 'comments', case: anna }, added: [] },
  { kind: 'setting', spot: { in: 'settings', key: 'name' }, ...writing('name', 'Halmstad') },
]

test.each(TOUCHES)('[P1] an observer writes no $kind, whatever let them come so far', (touch) => {
  const doc = boardWith(anna)
  expect(judge(doc, [touch], as('manager'), false)).toBeNull()
  expect(judge(doc, [touch], as('observer'), false)?.reason).toBe('not-allowed')
})

test('[A11] a board has so many cases and no more', () => {
  const doc = boardWith(anna)
  const add = () => casesOf(doc).set(newCaseId(), new Y.Map())
  doc.transact(() => {
    while (casesOf(doc).size < 2 * CASES_PER_BOARD) add()
  })
  const created: Touch = { kind: 'created', spot: { in: 'cases', case: anna } }
  expect(judge(doc, [created], as('nurse'), false)).toBeNull()
  add()
  expect(judge(doc, [created], as('nurse'), false)?.reason).toBe('board-full')
})
