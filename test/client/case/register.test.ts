import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RequestDraft } from '../../../client/state/request-draft.svelte.ts'
import { readCases } from '../../../shared/read-case.ts'
import { editField } from '../../../shared/commands/edit-field.ts'
import { patientId } from '../../../shared/ids.ts'
import type { PatientHit, PatientRecord } from '../../../shared/patient.ts'
import { anna, asKarin } from '../../shared/support/board.ts'
import { boardOfAnna, people, show } from './stage.ts'

const ref = patientId.parse('00000000-0000-4000-8000-000000000100')
const brief = { label: 'Astrid D.', birthYear: 1935, area: 'Särö', protected: false }
const hit: PatientHit = {
  ...brief,
  id: ref,
  healthCentre: 'Vårdcentralen Norrvik',
  name: 'Astrid Dahlkvist',
  number: '19350312-••••',
  here: true,
}
const record: PatientRecord = {
  id: ref,
  version: 1,
  number: '19350312-••••',
  numberKind: 'personal',
  details: {
    givenName: 'Astrid',
    familyName: 'Dahlkvist',
    birthDate: '1935-03-12',
    street: 'Påhittade vägen 4',
    area: 'Särö',
    phone: '070-174 06 10',
    relatives: [{ name: 'Lena Dahlkvist', relation: 'Dotter', phone: '070-174 06 11' }],
    notes: [{ kind: 'door-code', text: '0000' }],
    healthCentre: 'Vårdcentralen Norrvik',
    provider: 'municipality',
    protected: false,
  },
  enrolment: { from: '2026-01-01', until: null },
}

/** A server with a register, and what it was asked of it. */
function register(hits: readonly PatientHit[] = [hit]) {
  const asked = vi.fn<(path: string) => void>()
  const answer = (path: string) => {
    const [, of] = path.split('/patients')
    if (of === undefined) return Response.json({ lines: [], before: null })
    asked(of)
    if (of === '/search') return Response.json({ hits, more: false })
    return Response.json(of.endsWith('/number') ? { number: '193503122388' } : record)
  }
  return { asked, answer }
}

const patient = page.getByRole('combobox', { name: /^Patient/ })
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const offered = page.getByRole('option', { name: /Astrid Dahlkvist/ })
const linkedBoard = () => {
  const doc = boardOfAnna()
  editField(doc, { case: anna, field: 'patient', value: { ref } }, asKarin())
  return doc
}

test('[R11] a known patient is chosen by keyboard, and the form takes what the register has', async () => {
  const { answer } = register()
  const { doc } = show(people.karin, { shows: new RequestDraft(), history: answer })
  await patient.fill('astr')
  await expect.element(offered).toBeVisible()
  await expect.element(patient).toHaveAttribute('aria-expanded', 'true')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(patient).toHaveValue('Astrid D.')
  await expect.element(field('Födelseår')).toHaveValue('1935')
  await expect.element(field('Listad vårdcentral')).toHaveValue('Vårdcentralen Norrvik')
  await expect.element(page.getByText(/19350312-••••/)).toBeVisible()
  await page.getByRole('combobox', { name: /^Kontaktorsak/ }).fill('Fall')
  await button('Akut').click()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  const made = readCases(doc).find(({ id }) => id !== anna)
  expect(made?.patient).toMatchObject({ ...brief, ref })
})

test('[R11] another name than the chosen one keeps nothing of the chosen patient', async () => {
  const draft = new RequestDraft()
  show(people.karin, { shows: draft, history: register().answer })
  await patient.fill('astr')
  await offered.click()
  await expect.element(field('Födelseår')).toHaveValue('1935')
  await patient.fill('Ingrid S.')
  await expect.element(field('Födelseår')).toHaveValue('')
  expect(draft).toMatchObject({ chosen: null, area: '', healthCentre: '' })
})

test('[R11] Escape closes the hits first and keeps the form', async () => {
  const { onclose } = show(people.karin, { shows: new RequestDraft(), history: register().answer })
  await patient.fill('astr')
  await expect.element(offered).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(offered).not.toBeInTheDocument()
  expect(onclose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
})

test('[N1] [R6] a number that looks mistyped is warned about while it is typed', async () => {
  show(people.karin, { shows: new RequestDraft(), history: register([]).answer })
  await patient.fill('Signe Tallmo')
  await button('Lägg in ny patient').click()
  await expect.element(field('Förnamn')).toHaveValue('Signe')
  await field('Personnummer').fill('19350312-2389')
  await expect.element(page.getByText(/Kontrollsiffran stämmer inte/)).toBeVisible()
  await field('Personnummer').fill('19350312-2388')
  await expect.element(page.getByText(/Kontrollsiffran/)).not.toBeInTheDocument()
  await expect.element(page.getByLabelText('Födelsedatum')).toHaveValue('1935-03-12')
})

test('[R13] the register is asked for nothing before somebody opens the record', async () => {
  const { asked, answer } = register()
  show(people.karin, { doc: linkedBoard(), history: answer })
  await expect.element(button('Visa uppgifter')).toBeVisible()
  expect(asked).not.toHaveBeenCalled()
  await button('Visa uppgifter').click()
  await expect.element(page.getByText('Påhittade vägen 4, Särö')).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: '070-174 06 10' }))
    .toHaveAttribute('href', 'tel:0701740610')
  await expect.element(page.getByText('Portkod')).toBeVisible()
  expect(asked.mock.calls).toEqual([[`/${ref}`]])
})

test('[R13] the whole number is shown on demand, and hides with its section', async () => {
  const { asked, answer } = register()
  show(people.karin, { doc: linkedBoard(), history: answer })
  await button('Visa uppgifter').click()
  await expect.element(page.getByText('19350312-••••')).toBeVisible()
  await button('Visa personnummer').click()
  await expect.element(page.getByText('19350312-2388')).toBeVisible()
  await button('Dölj uppgifter').click()
  await button('Visa uppgifter').click()
  await expect.element(page.getByText('19350312-••••')).toBeVisible()
  expect(page.getByText('19350312-2388').elements()).toEqual([])
  expect(asked).toHaveBeenCalledTimes(3)
})

test('[U10] what is typed in a record waits while its section is closed, until it is given up', async () => {
  show(people.karin, { doc: linkedBoard(), history: register().answer })
  await button('Visa uppgifter').click()
  await page.getByRole('group', { name: 'Patient' }).getByRole('button', { name: 'Ändra' }).click()
  await field('Adress').fill('Påhittade vägen 5')
  await button('Dölj uppgifter').click()
  await button('Visa uppgifter').click()
  await expect.element(field('Adress')).toHaveValue('Påhittade vägen 5')
  await button('Avbryt').click()
  await button('Dölj uppgifter').click()
  await button('Visa uppgifter').click()
  await expect.element(page.getByText('Påhittade vägen 4, Särö')).toBeVisible()
})

test('[R8] to whom a protected identity is not shown, its record is not offered', async () => {
  const doc = linkedBoard()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin())
  show(people.amina, { doc, history: register().answer })
  await expect.element(page.getByText('Skyddad', { exact: false }).first()).toBeVisible()
  expect(button('Visa uppgifter').elements()).toEqual([])
})

test('[R1] who only reads is not offered the register', async () => {
  show(people.olle, { doc: linkedBoard(), history: register().answer })
  await expect.element(page.getByRole('group', { name: 'Historik' })).toBeVisible()
  expect(button('Visa uppgifter').elements()).toEqual([])
})

test('[R11] a case in plain words is linked to a patient of the register', async () => {
  const { doc, undo } = show(people.karin, { history: register().answer })
  await button('Koppla till registret').click()
  await page.getByRole('combobox', { name: 'Sök namn eller nummer' }).fill('astrid')
  await offered.click()
  const now = () => readCases(doc).find(({ id }) => id === anna)?.patient
  expect(now()).toMatchObject({ ...brief, ref })
  undo()
  expect(now()?.ref).toBeNull()
})
