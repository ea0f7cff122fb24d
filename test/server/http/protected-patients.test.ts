import { expect, test } from 'vitest'
import { readCases } from '../../../shared/read-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { patientRecord } from '../../../shared/patient.ts'
import { asKarin } from '../../shared/support/board.ts'
import { expectProblem } from '../../support/http.ts'
import { ASTRID, details, openRegister, PROTECTED, typed } from '../../support/register.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'

test.each(['vendela', 'uppdik', '19520303', '195203032387'])(
  '[R5] no search finds a protected identity: %s',
  async (words) => {
    const { search, log, karin } = await openRegister()
    expect((await search(karin, words)).hits).toEqual([])
    expect((await log()).at(-1)?.after).toBe('[]')
  },
)

test('[R5] whom a case protects, no search of another board finds', async () => {
  const { url, search, karin } = await openRegister()
  expect((await search(karin, 'astrid', 'halmstad')).hits).toMatchObject([{ id: ASTRID }])
  using stock = await joinBoard(url, karin, 'kungsbacka')
  const one = readCases(stock.doc).find(({ patient }) => patient.ref === ASTRID)
  if (!one) throw new Error('the demo has no case of hers')
  const hidden = { case: one.id, field: 'patient', value: { protected: true } } as const
  expect(editField(stock.doc, hidden, asKarin(Date.now())).ok).toBe(true)
  await expect.poll(async () => (await search(karin, 'astrid', 'halmstad')).hits).toEqual([])
})

test('[R8] a protected identity’s record is for its pair; who else tries is logged', async () => {
  const { url, ask, log, karin } = await openRegister()
  const [jonas, sara] = [await signIn(url, 'jonas'), await signIn(url, 'sara')]
  for (const cookie of [karin, jonas]) {
    const response = await ask(cookie, 'GET', `/${PROTECTED}`)
    expect(patientRecord.parse(await response.json()).details.familyName).toBe('Uppdiktad')
  }
  await expectProblem(await ask(sara, 'GET', `/${PROTECTED}`), 403, 'forbidden')
  await expectProblem(await ask(sara, 'POST', `/${PROTECTED}/number`), 403, 'forbidden')
  const change = { version: 1, number: null, details, enrolment: typed().enrolment }
  await expectProblem(await ask(sara, 'PUT', `/${PROTECTED}`, change), 403, 'forbidden')
  const here = await ask(karin, 'PUT', `/${PROTECTED}/enrolment`, typed().enrolment, 'halmstad')
  await expectProblem(here, 404, 'not-found')
  expect((await log()).map(({ user_id, reason }) => [user_id, reason])).toEqual([
    ['karin', ''],
    ['jonas', ''],
    ['sara', 'protected'],
    ['sara', 'protected'],
  ])
})

test('[R8] neither board nor wall carries anything of a protected identity’s record', async () => {
  const { url, karin } = await openRegister()
  const display = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  for (const cookie of [karin, display]) {
    using stock = await joinBoard(url, cookie, 'kungsbacka')
    for (const root of stock.doc.share.keys()) stock.doc.getMap(root)
    const text = JSON.stringify(stock.doc.toJSON())
    expect(text).not.toMatch(/Vendela|Uppdiktad|Hemliga stigen|06 26|19520303/)
    expect(text).not.toMatch(/Dahlkvist|19350312|Påhittade vägen/)
  }
})

test('[R6] who has the number of a protected identity gets its code only', async () => {
  const { ask, karin } = await openRegister()
  const response = await ask(karin, 'POST', '', typed({ number: '520303-2387' }), 'halmstad')
  const brief = {
    id: PROTECTED,
    label: '',
    birthYear: null,
    area: '',
    healthCentre: '',
    protected: true,
  }
  expect(await response.json()).toEqual({ kind: 'enrolled', patient: brief })
})
