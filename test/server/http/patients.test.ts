import { expect, test } from 'vitest'
import { readCases } from '../../../shared/read-case.ts'
import { enrolled, patientRecord } from '../../../shared/patient.ts'
import { expectProblem } from '../../support/http.ts'
import { ASTRID, details, EVERT, openRegister, PROTECTED, typed } from '../../support/register.ts'
import { becomeDisplay, signIn } from '../../support/session.ts'
import { joinBoard } from '../../support/stock-client.ts'

const NOWHERE = '99999999-9999-4999-8999-999999999999'

test.each([
  ['astr', ['Astrid Dahlkvist']],
  ['DAHL', ['Astrid Dahlkvist']],
  ['dahl astrid', ['Astrid Dahlkvist']],
  ['ndersson', []],
  ['andersson', ['Karin Andersson', 'Karin Andersson']],
  ['wisni', ['Halina Wisniewska']],
  ['350312', ['Astrid Dahlkvist']],
  ['19350312-2388', ['Astrid Dahlkvist']],
  ['55r1948', ['Milan Stojkovic']],
  ['evert', ['Evert Almhed']],
  ['%%', []],
])('[R3] a search for %j finds %j', async (words, names) => {
  const { search, karin } = await openRegister()
  expect((await search(karin, words)).hits.map(({ name }) => name)).toEqual(names)
})

test('[R4] what a search answers is masked, limited, and in the log first', async () => {
  const { search, log, karin } = await openRegister()
  const { hits } = await search(karin, 'astrid')
  expect(hits).toEqual([
    {
      id: ASTRID,
      name: 'Astrid Dahlkvist',
      label: 'Astrid D.',
      number: '19350312-••••',
      birthYear: 1935,
      area: 'Särö',
      healthCentre: 'Vårdcentralen Norrvik',
      protected: false,
      here: true,
    },
  ])
  const [line] = (await log()).slice(-1)
  expect(line).toMatchObject({ action: 'patients-searched', user_id: 'karin', object: 'name' })
  expect(JSON.parse(line?.after ?? '')).toEqual([ASTRID])
})

test('[R4] who searches too often has to wait', async () => {
  const { ask, karin } = await openRegister()
  let last = new Response()
  for (let i = 0; i < 61; i++) last = await ask(karin, 'POST', '/search', { words: 'zz' })
  await expectProblem(last, 429, 'too-many-attempts')
})

test('[R7] a member reads a record with its number masked; the number is a look of its own', async () => {
  const { ask, log, karin } = await openRegister()
  const record = patientRecord.parse(await (await ask(karin, 'GET', `/${ASTRID}`)).json())
  expect(record).toMatchObject({ number: '19350312-••••', details: { phone: '070-174 06 10' } })
  const shown = await ask(karin, 'POST', `/${ASTRID}/number`)
  expect(await shown.json()).toEqual({ number: '193503122388' })
  expect((await log()).map(({ action, patient }) => [action, patient])).toEqual([
    ['patient-opened', ASTRID],
    ['patient-number-shown', ASTRID],
  ])
})

test('[R1] nobody, no display and no record of another board is answered', async () => {
  const { url, ask, log, karin } = await openRegister()
  const display = await becomeDisplay(url, await signIn(url, 'amina'), 'kungsbacka')
  for (const [method, path, body] of [
    ['POST', '/search', { words: 'astrid' }],
    ['GET', `/${ASTRID}`, undefined],
    ['POST', `/${ASTRID}/number`, undefined],
    ['POST', '', typed()],
    ['PUT', `/${ASTRID}/enrolment`, typed().enrolment],
  ] as const) {
    await expectProblem(await ask('', method, path, body), 401, 'signed-out')
    await expectProblem(await ask(display, method, path, body), 403, 'forbidden')
    await expectProblem(await ask(karin, method, path, body, 'nowhere'), 404, 'not-found')
  }
  for (const id of [NOWHERE, EVERT, 'x'])
    await expectProblem(await ask(karin, 'GET', `/${id}`), 404, 'not-found')
  await expectProblem(await ask(karin, 'POST', '/search', { words: 'a' }), 400, 'invalid-body')
  expect(await log()).toEqual([])
})

test('[R6] a new patient is enrolled, and found from then on', async () => {
  const { ask, search, log, karin } = await openRegister()
  const response = await ask(karin, 'POST', '', typed({ number: '580228-2383' }))
  const answer = enrolled.parse(await response.json())
  if (answer.kind !== 'enrolled') throw new Error('they look like somebody')
  expect(answer.patient).toMatchObject({ label: 'Signhild P.', area: 'Särö', protected: false })
  expect((await search(karin, 'signhild')).hits).toMatchObject([{ id: answer.patient.id }])
  expect((await log())[0]).toMatchObject({
    action: 'patient-enrolled',
    patient: answer.patient.id,
  })
})

test.each([
  ['the same number', { number: '350312-2388' }],
  [
    'nearly the same name and birth date',
    {
      details: {
        ...details,
        givenName: 'Astrid',
        familyName: 'Dahlqvist',
        birthDate: '1935-03-12',
      },
    },
  ],
])('[R6] %s is pointed out before anybody is entered twice', async (_what, differs) => {
  const { ask, karin } = await openRegister()
  const answer = enrolled.parse(await (await ask(karin, 'POST', '', typed(differs))).json())
  expect(answer).toMatchObject({
    kind: 'similar',
    similar: [{ id: ASTRID, number: '19350312-••••' }],
  })
  const again = await ask(karin, 'POST', '', typed({ ...differs, knowing: true }))
  const made = enrolled.parse(await again.json())
  if (made.kind !== 'enrolled') throw new Error('nobody was enrolled')
  expect(made.patient.id === ASTRID).toBe('number' in differs)
})

test('[R6] a patient of another of one’s boards is enrolled here with one request', async () => {
  const { ask, search, karin } = await openRegister()
  expect((await search(karin, 'evert')).hits).toMatchObject([{ here: false }])
  await ask(karin, 'PUT', `/${EVERT}/enrolment`, typed().enrolment)
  expect((await search(karin, 'evert')).hits).toMatchObject([{ here: true }])
})

test('[R2] an enrolment counts from its first to its last day', async () => {
  const { ask, search, karin } = await openRegister()
  const change = { version: 1, number: null, details }
  const last = { from: '2020-01-01', until: '2020-12-31' }
  await ask(karin, 'PUT', `/${ASTRID}`, { ...change, enrolment: last })
  expect((await search(karin, 'signhild')).hits).toEqual([])
  await expectProblem(await ask(karin, 'GET', `/${ASTRID}`), 404, 'not-found')
})

test('[R9] only who knows the present record changes it; the log says what of it', async () => {
  const { ask, log, karin } = await openRegister()
  const change = { version: 1, number: null, details, enrolment: typed().enrolment }
  const changed = patientRecord.parse(await (await ask(karin, 'PUT', `/${ASTRID}`, change)).json())
  expect(changed).toMatchObject({ version: 2, number: '19350312-••••' })
  expect(changed.details.birthDate).toBe('1935-03-12')
  await expectProblem(await ask(karin, 'PUT', `/${ASTRID}`, change), 409, 'changed-since')
  const taken = { ...change, version: 2, number: '194411022397' }
  await expectProblem(await ask(karin, 'PUT', `/${ASTRID}`, taken), 409, 'number-taken')
  const lines = await log()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ action: 'patient-changed', before: null, after: null })
  expect(lines[0]?.object).toContain('given_name family_name street')
})

test('[R10] a case’s patient is known by id alone, and its row names them', async () => {
  const { url, karin } = await openRegister()
  using stock = await joinBoard(url, karin, 'kungsbacka')
  const refs = readCases(stock.doc).flatMap(({ patient }) => patient.ref ?? [])
  expect(refs).toEqual(expect.arrayContaining([ASTRID, PROTECTED]))
})
