import { describe, expect, test } from 'vitest'
import { overwriteGetLocale } from '../../../client/i18n/paraglide/runtime.js'
import { valueText, type Surroundings } from '../../../client/i18n/value-text.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { FIELD_NAMES, type FieldName } from '../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import { userId } from '../../../shared/ids.ts'
import { taskNumber } from '../../shared/support/board.ts'

const NOW = Date.parse('2026-03-10T09:42:00+01:00')
const HOUR = 3_600_000
const sara = userId.parse('sara')

const around: Surroundings = {
  people: new Map([[sara, { id: sara, name: 'Sara Lindgren', initials: 'SL', role: 'doctor' }]]),
  settings: { ...NO_SETTINGS, labels: { followup: 'Bevakas' } },
  now: NOW,
  quote: (text) => `"${text}"`,
}
const set = (field: FieldName, value: object) => ({ ...EMPTY_FIELDS[field], ...value })
const text = (field: FieldName, value: object, other: object = {}) =>
  valueText(field, set(field, value), set(field, other), around)

test.each([
  ['place', { lane: 'acute' }, 'Akut'],
  ['place', { lane: 'followup' }, 'Bevakas'],
  ['priority', { level: 'today' }, 'Idag'],
  ['patient', { label: 'Anna B.', birthYear: 1935, area: 'Åsa' }, '"Anna B.", 1935, "Åsa"'],
  ['patient', { protected: true }, 'Skyddad identitet'],
  ['reason', { text: ' Feber ' }, '"Feber"'],
  ['mission', { id: 'on-call-car' }, 'Jourläkarbil'],
  ['request', { since: 'i går', wanted: 'i dag' }, '"i går", "i dag"'],
  ['nurse', { id: 'nils' }, 'Okänd person'],
  ['doctor', { id: sara }, 'Sara Lindgren'],
  ['visit', { start: NOW + HOUR, joint: true, crew: [sara] }, '10:42, Gemensamt, SL'],
  ['visit', { start: NOW + 24 * HOUR }, '11 mars 09:42'],
  ['visitStatus', { status: 'arrived' }, 'Framme'],
  ['followUp', { due: NOW + HOUR, check: 'CRP' }, '10:42, "CRP"'],
  ['seen', { by: sara }, 'Sedd'],
  ['consent', { state: 'missing' }, 'Samtycke saknas'],
  ['documentedRegion', { by: sara }, 'Dokumenterat'],
  ['documentedMunicipality', { by: sara }, 'Dokumenterat'],
  ['outcome', { value: 'neither' }, 'Ingetdera'],
  ['handback', { summary: 'Klar', receivedAt: NOW }, '"Klar", Kvitterad'],
  ['closed', { how: 'voided', reason: 'Dubblett' }, 'Makulerad, "Dubblett"'],
  ['vitals', { rr: 18, temperature: 37.4 }, 'AF 18, Temp 37,4'],
] as const)('[U18] %s set to %j is said as %s', (field, value, expected) => {
  expect(text(field, value)).toBe(expected)
})

test.each([
  ['reason', { text: '' }, { text: 'Feber' }, 'tomt'],
  ['doctor', {}, { id: sara }, 'Ingen läkare ännu'],
  ['visit', {}, { start: NOW }, 'Ingen tid planerad'],
  ['seen', {}, { by: sara }, 'Ej sedd'],
  ['closed', {}, { how: 'closed' }, 'öppet'],
] as const)('[U18] %s emptied is said too', (field, value, other, expected) => {
  expect(text(field, value, other)).toBe(expected)
})

test('[U18] of a value only what differs is said, and all of it where nothing does', () => {
  const plan = { start: NOW, joint: true }
  expect(text('visit', plan, { ...plan, start: NOW + HOUR })).toBe('09:42')
  expect(text('visit', plan, plan)).toBe('09:42, Gemensamt')
})

test('[U7] no field is without words, in both languages', () => {
  for (const locale of ['en', 'sv'] as const) {
    overwriteGetLocale(() => locale)
    for (const field of FIELD_NAMES)
      expect(valueText(field, EMPTY_FIELDS[field], null, around), field).toBeTypeOf('string')
  }
})

describe('a part that is no field', () => {
  const id = taskNumber(1)
  const task = { id, text: 'EKG', done: null, removed: false, addedAt: 1, at: 1 }

  test.each([
    [task, '"EKG", ej gjord'],
    [{ ...task, done: { by: sara, at: 1 } }, '"EKG", gjord'],
    [{ ...task, removed: true }, '"EKG", borttagen'],
    [{ ...task, text: 7 }, ''],
  ])('[U18] as a task says its text and state', (value, expected) => {
    expect(valueText(`tasks.${id}`, value, null, around)).toBe(expected)
  })

  test('[U18] as a text says the text, and what nobody knows says nothing', () => {
    expect(valueText('sbar.background', 'KOL', null, around)).toBe('"KOL"')
    expect(valueText('reason', { text: 7 }, null, around)).toBe('')
    expect(valueText('toString', {}, null, around)).toBe('')
  })
})
