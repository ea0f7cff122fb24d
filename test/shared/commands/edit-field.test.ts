import { describe, expect, test } from 'vitest'
import { editField } from '../../../shared/commands/edit-field.ts'
import { userId } from '../../../shared/ids.ts'
import { REASON_MAX } from '../../../shared/limits.ts'
import { done, refused } from '../../../shared/outcome.ts'
import {
  anna,
  asKarin,
  asSara,
  boardWith,
  copyOf,
  exchange,
  fieldIn,
  karin,
  sara,
} from '../support/board.ts'

describe('editField', () => {
  test('[B6] what the value leaves out stays as it was', () => {
    const doc = boardWith(anna)
    const value = { healthCentre: 'Fjärås vårdcentral' }
    expect(editField(doc, { case: anna, field: 'request', value }, asSara(3_000))).toEqual(done)
    expect(fieldIn(doc, anna, 'request')).toEqual({
      since: 'i går',
      wanted: 'i dag',
      meets: 'sonen',
      healthCentre: 'Fjärås vårdcentral',
      by: sara,
      at: 3_000,
    })
  })

  test('[B6] a field without an author gets none', () => {
    const doc = boardWith(anna)
    editField(doc, { case: anna, field: 'nurse', value: { id: karin } }, asKarin(3_000))
    expect(fieldIn(doc, anna, 'nurse')).toEqual({ id: karin, at: 3_000 })
  })

  test('[B12] measured values are kept as typed, with who took them and when', () => {
    const doc = boardWith(anna)
    const value = { spo2: 88, temperature: 38.9, bloodPressure: '105/60', takenAt: 2_500 }
    editField(doc, { case: anna, field: 'vitals', value }, asKarin(3_000))
    expect(fieldIn(doc, anna, 'vitals')).toMatchObject({ ...value, news2: null, by: karin })
  })

  test('[B6] two people who edit different fields while apart both keep theirs', () => {
    const here = boardWith(anna)
    const there = copyOf(here)
    editField(here, { case: anna, field: 'nurse', value: { id: karin } }, asKarin())
    editField(there, { case: anna, field: 'doctor', value: { id: sara } }, asSara())
    exchange(here, there)
    for (const doc of [here, there]) {
      expect(fieldIn(doc, anna, 'nurse').id).toBe(karin)
      expect(fieldIn(doc, anna, 'doctor').id).toBe(sara)
    }
  })

  test('[B11] the same value again changes nothing, whoever writes it', () => {
    const doc = boardWith(anna)
    const request = { case: anna, field: 'request', value: { meets: 'sonen' } } as const
    expect(editField(doc, request, asSara())).toEqual(refused('nothing-changed'))
    const label = { case: anna, field: 'patient', value: { label: ' Anna ' } } as const
    expect(editField(doc, label, asSara())).toEqual(refused('nothing-changed'))
  })

  test.each([
    { field: 'reason', value: { text: 'x'.repeat(REASON_MAX + 1) } },
    { field: 'patient', value: { label: '' } },
    { field: 'doctor', value: { id: userId.parse('sara').concat(' ') as typeof sara } },
    { field: 'vitals', value: { spo2: 101 } },
    { field: 'vitals', value: { bloodPressure: 'hög' } },
  ] as const)('[B11] $field refuses $value', (edit) => {
    const doc = boardWith(anna)
    const before = fieldIn(doc, anna, edit.field)
    expect(editField(doc, { case: anna, ...edit }, asKarin())).toEqual(refused('invalid-value'))
    expect(fieldIn(doc, anna, edit.field)).toEqual(before)
  })
})
