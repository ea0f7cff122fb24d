import { describe, expect, test } from 'vitest'
import { historyText } from '../../../client/surfaces/case/history-text.ts'
import { NO_SETTINGS } from '../../../shared/board.ts'
import { FIELD_NAMES } from '../../../shared/case.ts'
import { EMPTY_FIELDS } from '../../../shared/empty-case.ts'
import type { HistoryLine } from '../../../shared/history.ts'
import { taskNumber } from '../../shared/support/board.ts'
import { aLine } from './history-lines.ts'
import { NOW, people } from './stage.ts'

const around = {
  people: new Map(Object.values(people).map((one) => [one.id, one])),
  settings: { ...NO_SETTINGS, labels: { followup: 'Bevakas' } },
  now: NOW,
  quote: (text: string) => `”${text}”`,
}
const told = (line: Partial<HistoryLine>) => historyText(aLine(line), around)

const changed = (object: string, from: object | null, to: object | null) => {
  const whole = (part: object | null) =>
    part && { ...(EMPTY_FIELDS[object as keyof typeof EMPTY_FIELDS] ?? {}), at: 7, ...part }
  return told({ object, from: whole(from) as never, to: whole(to) as never }).text
}

test.each([
  ['place', { lane: 'incoming' }, { lane: 'acute' }, 'Flyttade från Inkommet till Akut'],
  ['place', { lane: 'acute' }, { lane: 'followup' }, 'Flyttade från Akut till Bevakas'],
  ['place', { rank: 'a0' }, { rank: 'a1' }, 'Ändrade ordningen i Inkommet'],
  ['priority', { level: 'today' }, { level: 'acute' }, 'Ändrade prioritet från Idag till Akut'],
  [
    'priority',
    { level: 'planned' },
    { level: 'acute' },
    'Ändrade prioritet från Planerad till Akut',
  ],
  ['reason', { text: '' }, { text: 'Feber' }, 'Ändrade kontaktorsak till ”Feber”'],
  ['reason', { text: 'A' }, { text: 'B' }, 'Ändrade kontaktorsak från ”A” till ”B”'],
  ['reason', { text: 'A' }, { text: '' }, 'Ändrade kontaktorsak från ”A” till tomt'],
  ['nurse', { id: 'karin' }, { id: 'amina' }, 'Ändrade PAS från Karin Lindqvist till Amina Hassan'],
  ['doctor', { id: null }, { id: 'sara' }, 'Ändrade läkare till Sara Lindgren'],
  [
    'doctor',
    { id: 'sara' },
    { id: 'jonas' },
    'Lämnade över besöket från Sara Lindgren till Jonas Ekberg',
  ],
  ['visit', { start: null }, { start: NOW }, 'Ändrade besöksplan till 09:43'],
  ['visitStatus', { status: 'none' }, { status: 'underway' }, 'Besöket: På väg'],
  ['consent', null, { state: 'given' }, 'Angav: Samtycke finns'],
  ['seen', {}, { by: 'sara' }, 'Markerade Sedd'],
  ['seen', { by: 'sara' }, {}, 'Tog tillbaka Sedd'],
  ['documentedRegion', {}, { by: 'sara' }, 'Dokumenterade i läkarens journal'],
  ['documentedRegion', { by: 'sara' }, {}, 'Tog tillbaka bocken för läkarens journal'],
  ['documentedMunicipality', {}, { by: 'karin' }, 'Dokumenterade i HSL-journal'],
  ['documentedMunicipality', { by: 'karin' }, {}, 'Tog tillbaka bocken för HSL-journal'],
  ['vitals', { rr: 18 }, { rr: 18, temperature: 37.4 }, 'Skrev in mätvärden: Temp 37,4'],
  ['handback', {}, { sentAt: 5, summary: 'Klar' }, 'Skickade återlämning'],
  ['handback', { sentAt: 5 }, { sentAt: 5, receivedAt: 6 }, 'Noterade vårdcentralens kvittens'],
  ['outcome', {}, { value: 'sent-in' }, 'Satte utfall: Inskickad'],
  ['outcome', { value: 'sent-in' }, {}, 'Tog bort utfallet'],
  ['closed', {}, { how: 'closed' }, 'Avslutade ärendet'],
  ['closed', {}, { how: 'voided', reason: 'Dubblett' }, 'Makulerade: Dubblett'],
  ['closed', { how: 'closed' }, {}, 'Återöppnade ärendet'],
] as const)(
  '[J10] %s from %j to %j is told in the words of the board',
  (object, from, to, text) => {
    expect(changed(object, from, to)).toBe(text)
  },
)

describe('what is no field', () => {
  const task = { id: taskNumber(1), text: 'EKG', done: null, removed: false, addedAt: 1, at: 1 }
  const done = { by: 'karin', at: 2 }

  test.each([
    [null, task, 'Lade till ”EKG”'],
    [task, { ...task, done }, 'Bockade av ”EKG”'],
    [{ ...task, done }, task, 'Tog tillbaka bocken för ”EKG”'],
    [task, { ...task, removed: true }, 'Tog bort ”EKG”'],
    [{ ...task, removed: true }, task, 'Lade till ”EKG”'],
    [task, { ...task, text: 'EKG i dag' }, 'Ändrade ”EKG i dag”'],
  ])('[J10] of a task its text and what became of it', (from, to, text) => {
    expect(told({ object: `tasks.${task.id}`, from, to }).text).toBe(text)
  })

  test.each([
    [{ object: 'sbar.situation', from: null, to: null }, 'Ändrade situation'],
    [{ object: 'comments', from: null, to: [{ text: 'hemligt' }] }, 'Skrev en kommentar'],
    [{ object: 'constructor', from: null, to: null }, 'Ändrade ärendet'],
    [{ action: 'case-created', object: null, to: {} }, 'Skapade vårdbegäran'],
  ] as [Partial<HistoryLine>, string][])('[J10] %j tells no more than it has to', (line, text) => {
    expect(told(line)).toEqual({ text, mark: null })
  })
})

test.each([
  ['newer', 'place', 'Ville flytta till Akut', 'Används inte: en nyare ändring gäller'],
  ['closed', 'place', 'Ville flytta till Akut', 'Används inte: ärendet var avslutat'],
  ['outcome-missing', 'closed', 'Ville ändra avslut till avslutat', 'Används inte'],
] as const)('[J10] what was superseded as %s is told apart', (reason, object, text, mark) => {
  const to = object === 'closed' ? { ...EMPTY_FIELDS.closed, how: 'closed' as const } : aLine().to
  expect(told({ action: 'change-superseded', reason, object, to })).toEqual({ text, mark })
})

test.each([
  ['seen', 'Ville ändra Sedd'],
  [null, 'Ville ändra ärendet'],
])('[J10] what was refused is told apart, and never what it was', (object, text) => {
  const line = { action: 'change-refused', object, to: 'hemligt' } as const
  expect(told(line)).toEqual({ text, mark: 'Stoppades' })
})

test('[J10] no line is without words, whatever the log holds', () => {
  for (const object of [...FIELD_NAMES, 'tasks.x', 'sbar.', 'settings.name', ''])
    for (const value of [null, 7, 'x', [], {}])
      expect(told({ object, from: value, to: value }).text, object).not.toBe('')
})
