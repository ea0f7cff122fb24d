import { describe, test } from 'vitest'
import { auditRows } from '../support/store-on-disk.ts'
import { BoardPage } from './support/board-page.ts'
import { expect } from './support/expect.ts'
import { DEVICES, Stage } from './support/stage.ts'

describe('the patient register', () => {
  const stage = new Stage()

  test('[R11] [R13] [R10] a known patient in six inputs; the number on demand; both are logged', async () => {
    const page = await stage.person('karin', '/board/kungsbacka', DEVICES.pc)
    const board = new BoardPage(page)
    await board.layout()
    let inputs = 0
    const input = async (act: () => Promise<void>) => {
      inputs++
      await act()
    }
    await input(() => page.keyboard.press('n'))
    const form = page.getByRole('dialog', { name: 'Ny vårdbegäran' })
    await input(() => form.getByLabel('Patient').fill('tallmo'))
    await input(() => form.getByRole('option', { name: /Signe Tallmo/ }).click())
    await input(() => form.getByLabel('Kontaktorsak').fill('Feber'))
    await input(() => form.getByRole('button', { name: 'Idag' }).click())
    await input(() => page.keyboard.press('Control+Enter'))
    expect(inputs).toBeLessThanOrEqual(6)
    await expect(board.cardIn('Inkommet', 'Signe T.')).toBeVisible()

    await board.link('Signe T.').click()
    const patient = page.getByRole('group', { name: 'Patient' })
    await patient.getByRole('button', { name: 'Visa uppgifter' }).click()
    await expect(patient.getByText('19370418-••••')).toBeVisible()
    await patient.getByRole('button', { name: 'Visa personnummer' }).click()
    await expect(patient.getByText('19370418-2389')).toBeVisible()

    const rows = await auditRows(stage.server.folder, 'kungsbacka')
    const looks = rows.filter(({ action }) => action.startsWith('patient'))
    expect([...new Set(looks.map(({ action }) => action))]).toEqual([
      'patients-searched',
      'patient-opened',
      'patient-number-shown',
    ])
    const made = rows.find(({ action, patient: of }) => action === 'case-created' && of !== null)
    expect(looks.at(-1)?.patient).toBeTruthy()
    expect(made).toBeDefined()
  })
})
