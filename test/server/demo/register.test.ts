import { expect, test } from 'vitest'
import { readCases } from '../../../shared/read-case.ts'
import { parseIdentityNumber } from '../../../shared/identity-number.ts'
import { labelOf } from '../../../shared/patient.ts'
import { DEMO_PATIENTS } from '../../../server/demo/register/register.ts'
import { DEMO_BOARDS, demoBoard } from '../../support/demo-board.ts'

const NOW = Date.parse('2026-03-10T09:42:00+01:00')

test('[T3] no demo patient can be anybody: numbers of the test range, phones that nobody has', () => {
  for (const { number, details } of DEMO_PATIENTS) {
    const read = parseIdentityNumber(number, '2026-03-10')
    if (read?.kind !== 'reserve') expect(read?.number).toMatch(/^\d{8}23[89]\d$/)
    const phones = [details.phone, ...details.relatives.map(({ phone }) => phone)]
    for (const phone of phones) expect(phone).toMatch(/^070-174 06 \d\d$/)
  }
})

test('[T2] the register has a protected identity, a reserve and a coordination number', () => {
  const kinds = DEMO_PATIENTS.map(({ number }) => parseIdentityNumber(number, '2026-03-10')?.kind)
  expect(kinds.filter((kind) => kind === 'reserve')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'coordination')).toHaveLength(1)
  expect(DEMO_PATIENTS.filter(({ details }) => details.protected)).toHaveLength(1)
})

test.each(DEMO_BOARDS)('[T2] cases of %s belong to patients of its register', (name) => {
  const linked = readCases(demoBoard(name, NOW)).filter(({ patient }) => patient.ref !== null)
  expect(linked.length).toBeGreaterThan(2)
  for (const { patient } of linked) {
    const who = DEMO_PATIENTS.find(({ id }) => id === patient.ref)
    expect(who?.board).toBe(name)
    expect(patient.protected).toBe(who?.details.protected)
    if (who && !patient.protected) expect(patient.label).toBe(labelOf(who.details))
  }
})
