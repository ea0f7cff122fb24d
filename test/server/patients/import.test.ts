import { expect, test } from 'vitest'
import { IMPORT_ROWS_MAX } from '../../../shared/limits.ts'
import { readCsv } from '../../../server/import/read-csv.ts'
import { PATIENT_FILE } from '../../../server/patients/patient-import.ts'
import { readPatient } from '../../../server/patients/read-patient.ts'

const TODAY = '2026-03-10'
const readFile = (text: string) => readCsv(text, PATIENT_FILE)
const read = (text: string) => readFile(text).rows.map((row) => readPatient(row, TODAY))

test.each([',', ';', '\t'])('[R12] columns may be parted by %j, with a byte order mark', (mark) => {
  const lines = ['personnummer|förnamn|efternamn|område', '19350312-2388|Astrid|Dahlkvist|Särö']
  const [one] = read(`\uFEFF${lines.join('\r\n').replaceAll('|', mark)}`)
  expect(one).toMatchObject({
    row: 2,
    isDoubtful: false,
    patient: { number: '193503122388', birth_date: '1935-03-12', given_name: 'Astrid' },
    enrolment: { from: TODAY, until: null },
  })
})

test('[R12] every fault of a row is named with its column', () => {
  const head = 'förnamn,efternamn,födelsedatum,område,vårdgivare,skyddad,från,till'
  const [one] = read(`${head}\n,Ek,12/3,${'x'.repeat(25)},landsting,kanske,2026-03-10,2026-03-09`)
  expect(one).toEqual({
    faults: [
      { row: 2, column: 'vårdgivare', fault: 'not-a-choice' },
      { row: 2, column: 'skyddad', fault: 'not-a-choice' },
      { row: 2, column: 'förnamn', fault: 'missing' },
      { row: 2, column: 'födelsedatum', fault: 'not-a-date' },
      { row: 2, column: 'område', fault: 'too-long' },
      { row: 2, column: 'till', fault: 'ends-before-it-begins' },
    ],
  })
})

test('[R12] a number that looks mistyped is taken with a doubt', () => {
  const [one] = read('personnummer,förnamn,efternamn\n19350312-2389,Astrid,Ek')
  expect(one).toMatchObject({ isDoubtful: true, patient: { number_kind: 'reserve' } })
})

test.each([
  ['förnamn\nAstrid', 'column-missing'],
  ['förnamn,efternamn\n"Astrid,Ek', 'unreadable'],
  ['', 'column-missing'],
  [`förnamn,efternamn\n${'a,b\n'.repeat(IMPORT_ROWS_MAX + 1)}`, 'too-many-rows'],
])('[R12] of a file that is no list of patients nothing is taken', (text, fault) => {
  const file = readFile(text)
  expect(file.rows).toEqual([])
  expect(file.faults.map((one) => one.fault)).toContain(fault)
})

test('[R12] a column that nobody knows is named, and the rest is read', () => {
  const file = readFile('förnamn,efternamn,diagnos\nAstrid,Ek,KOL')
  expect(file.faults).toEqual([{ row: 1, column: 'diagnos', fault: 'column-unknown' }])
  expect(file.rows).toHaveLength(1)
})
