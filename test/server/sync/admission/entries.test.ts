import { expect, test } from 'vitest'
import type { Author } from '../../../../server/sync/admission/author.ts'
import { entriesOf } from '../../../../server/sync/admission/entries.ts'
import { boardOf } from '../../../../shared/board-document.ts'
import { userId } from '../../../../shared/ids.ts'
import { GatedBoard, NOON } from '../support/gated-board.ts'

const maria: Author = {
  ...{ by: userId.parse('maria'), name: 'Maria', role: 'manager', client: 'web', at: NOON },
}
const doer = { time: NOON, user: 'maria', name: 'Maria', role: 'manager', client: 'web' }

test('[J2] a setting that was changed is a line, with what it was and is', () => {
  const board = new GatedBoard()
  const admission = board.manager('maria').does((doc) => boardOf(doc).set('name', 'Halmstad'))
  expect(entriesOf(admission, maria, board.doc)).toMatchObject([
    { ...doer, action: 'settings-changed', object: 'settings.name', to: 'Halmstad' },
  ])
})

test('[J2] what nobody can read is a line', () => {
  const { doc } = new GatedBoard()
  expect(entriesOf({ kind: 'unreadable' }, maria, doc)).toMatchObject([
    { ...doer, action: 'change-refused', case: null, reason: 'unreadable' },
  ])
})
