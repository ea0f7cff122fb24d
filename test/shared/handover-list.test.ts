import { expect, test } from 'vitest'
import { bringBack } from '../../shared/commands/bring-back.ts'
import { editField } from '../../shared/commands/edit-field.ts'
import { finishCase } from '../../shared/commands/finish-case.ts'
import { moveCase } from '../../shared/commands/move-case.ts'
import { prepareHandover } from '../../shared/commands/prepare-handover.ts'
import { handoverList, handoverListOf } from '../../shared/handover-list.ts'
import { anna, asKarin, berit, boardWith, cameAt, cleo } from './support/board.ts'
import { EVENING, handOverAll, MORNING } from './support/nights.ts'

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

test('[F3] in the order of the board; what is closed, or back from the night, is on none', () => {
  const doc = anEvening()
  moveCase(doc, { case: cleo, to: 'incoming', before: berit }, asKarin(EVENING))
  const names = () => handoverListOf(doc, 'evening', EVENING).rows.map(({ name }) => name)
  expect(names()).toEqual(['Cleo', 'Berit'])
  finishCase(doc, { case: berit, outcome: 'neither' }, asKarin(EVENING))
  expect(names()).toEqual(['Cleo'])
  bringBack(doc, MORNING)
  expect(names()).toEqual([])
})

test('[F3] a protected identity goes by its code alone, without the words', () => {
  const doc = anEvening()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin(EVENING))
  expect(handoverListOf(doc, 'car', EVENING).rows).toMatchObject([
    { code: 'H-07', protected: true, name: '', birthYear: null, area: '', reason: '', words: '' },
  ])
})
