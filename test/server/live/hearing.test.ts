import { expect, test } from 'vitest'
import { Hearing } from '../../../server/live/hearing.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import type { CaseId, UserId } from '../../../shared/ids.ts'
import type { Present } from '../../../shared/live.ts'
import type { Person } from '../../../shared/person.ts'
import {
  anna,
  asKarin,
  berit,
  boardWith,
  caseIn,
  cleo,
  jonas,
  sara,
} from '../../shared/support/board.ts'

const person = (id: UserId): Person => ({ id, name: id, initials: 'XX', role: 'doctor' })
const looksAt = (id: UserId, open: CaseId): Present => ({
  ...person(id),
  ...{ since: 1, views: [{ surface: 'board', case: open }], holds: open },
})

/** Anna is protected and Sara's, Berit protected and Jonas's; Cleo is everybody's. */
function known() {
  const doc = boardWith(anna, berit, cleo)
  for (const [id, doctor] of [
    [anna, sara],
    [berit, jonas],
  ] as const) {
    editField(doc, { case: id, field: 'doctor', value: { id: doctor } }, asKarin())
    editField(doc, { case: id, field: 'patient', value: { protected: true } }, asKarin())
  }
  return new Map([anna, berit, cleo].map((id) => [id, caseIn(doc, id)]))
}

test('[L5] of two protected identities each doctor hears of their own, and everybody else of none', () => {
  const people = [looksAt(sara, anna), looksAt(jonas, berit), looksAt(jonas, cleo)]
  const opened = (hearing: Hearing) =>
    hearing.present(people).flatMap(({ views }) => views.map((view) => view.case))
  expect(opened(new Hearing(known(), person(sara)))).toEqual([anna, null, cleo])
  expect(opened(new Hearing(known(), person(jonas)))).toEqual([null, berit, cleo])
  expect(opened(new Hearing(known(), null))).toEqual([null, null, cleo])
})

test('[L2] that a card is held is for everybody, where the board has the card', () => {
  const people = [looksAt(sara, anna), looksAt(jonas, berit)]
  const here = new Map([...known()].filter(([id]) => id === anna))
  expect(new Hearing(here, null).present(people).map(({ holds }) => holds)).toEqual([anna, null])
})
