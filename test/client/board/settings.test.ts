import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  linesIn,
  numberIn,
  withLane,
} from '../../../client/surfaces/board/settings/setting-text.ts'
import { boardOf, readSettings } from '../../../shared/board-document.ts'
import { elsewhere, maria, showBoard, threeWaiting } from './stage.ts'

const button = (name: string) => page.getByRole('button', { name, exact: true })
const lane = (name: string) => page.getByRole('group', { name, exact: true })

async function openSettings() {
  const doc = threeWaiting()
  const stage = showBoard({ doc, me: maria })
  await page.getByRole('button', { name: /inställningar$/ }).click()
  await button('Tavlans inställningar').click()
  await expect.element(page.getByRole('dialog', { name: 'Tavlans inställningar' })).toBeVisible()
  return stage
}

test('[U30] a lane gets another name at once, and Z takes it back', async () => {
  const { doc } = await openSettings()
  await lane('Akut').getByLabelText('Namn').fill('Nu')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Nu', exact: true })).toBeVisible()
  ;(document.activeElement as HTMLElement).blur()
  await userEvent.keyboard('z')
  await expect.element(page.getByRole('heading', { name: 'Akut', exact: true })).toBeVisible()
  expect(readSettings(doc).labels).toEqual({})
})

test('[U30] what the board cannot have stays, with what is wrong at the field', async () => {
  const { doc } = await openSettings()
  const field = lane('Inkommet').getByLabelText('Rymmer (kort)')
  await field.fill('många')
  await userEvent.keyboard('{Tab}')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(field).toHaveValue('många')
  await expect.element(page.getByText(/Skriv ett helt tal från 1 till 500/)).toBeVisible()
  await field.fill('2')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('3 / 2fullt')).toBeVisible()
  expect(readSettings(doc).softLimits).toEqual({ incoming: 2 })
})

test('[U30] Escape takes back what is typed, and then closes', async () => {
  const { doc } = await openSettings()
  const field = page.getByLabelText('Telefon att ringa')
  await field.fill('112')
  await userEvent.keyboard('{Escape}')
  await expect.element(field).toHaveValue('')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(readSettings(doc).phone).toBe('')
})

test('[U30] what another manager saves does not touch what is typed', async () => {
  const { doc } = await openSettings()
  const field = page.getByLabelText('Team', { exact: true })
  await field.fill('Team S')
  elsewhere(doc, (copy) => boardOf(copy).set('team', 'Team Norr'))
  await expect.element(field).toHaveValue('Team S')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => readSettings(doc).team).toBe('Team S')
})

test('[P2] nobody else is offered them', async () => {
  showBoard()
  await page.getByRole('button', { name: /inställningar$/ }).click()
  await expect.element(button('Lås skärmen L')).toBeVisible()
  await expect.element(button('Tavlans inställningar')).not.toBeInTheDocument()
})

test('[U30] what is typed is read as it is meant', () => {
  expect(linesIn(' Feber\n\nAndnöd \nFeber')).toEqual(['Feber', 'Andnöd'])
  expect([numberIn(' 12 '), numberIn(''), numberIn('1,5')]).toEqual([12, undefined, NaN])
  expect(withLane({ acute: 1, today: 2 }, 'acute', undefined)).toEqual({ today: 2 })
})
