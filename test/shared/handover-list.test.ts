import { expect, test } from 'vitest'
import { editField } from '../../shared/commands/edit-field.ts'
import { prepareHandover } from '../../shared/commands/prepare-handover.ts'
import { handoverList, handoverListOf } from '../../shared/handover-list.ts'
import { anna, asKarin, berit, boardWith, cameAt, cleo } from './support/board.ts'
import { EVENING, handOverAll } from './support/nights.ts'

function anEvening() {
  const doc = boardWith(anna, berit, cleo)
  for (const id of [anna, berit, cleo]) cameAt(doc, id, EVENING)
  prepareHandover(doc, { case: anna, to: 'car', words: ' Andning ' }, asKarin(EVENING))
  prepareHandover(doc, { case: berit, to: 'evening', words: 'Vikt' }, asKarin(EVENING))
  handOverAll(doc, [cleo])
  return doc
}

test('[F3] each receiver has its own list, of what is to be told and what was told tonight', () => {
  const doc = anEvening()
  const rows = (to: 'evening' | 'car') =>
    handoverListOf(doc, to, EVENING).rows.map((row) => [row.name, row.words])
  expect(rows('car')).toEqual([['Anna', 'Andning']])
  expect(rows('evening')).toEqual([
    ['Berit', 'Vikt'],
    ['Cleo', 'Temp kl. 22'],
  ])
  const list = handoverListOf(doc, 'evening', EVENING)
  expect(handoverList.parse(list)).toEqual(list)
})

test('[F3] a protected identity goes by its code alone, without the words', () => {
  const doc = anEvening()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin(EVENING))
  expect(handoverListOf(doc, 'car', EVENING).rows).toMatchObject([
    { code: 'H-07', protected: true, name: '', birthYear: null, area: '', reason: '', words: '' },
  ])
})
