import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { editField } from '../../../shared/commands/edit-field.ts'
import { addComment } from '../../../shared/commands/add-comment.ts'
import { anna, asKarin, commentNumber, fieldIn } from '../../shared/support/board.ts'
import { amina, asAmina, elsewhere, karin, NOW, sara, threeWaiting } from '../board/stage.ts'
import { earlier, running, showMeeting, StagedServer } from './stage.ts'

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const note = page.getByLabelText('Anteckning till protokollet')
const at = (time: string) => Date.parse(`${time}:00+01:00`)

async function begin(server = new StagedServer(), doc = threeWaiting(), me = karin) {
  const shown = showMeeting({ server, doc, me })
  await button('Starta mötet').click()
  await expect.element(page.getByText('1 av 3', { exact: true })).toBeVisible()
  return shown
}
const wordOn = (id: string) => `PUT /${running.id}/cases/${id}`

test('[M6] owner and next time are done on the board, and the minutes tell of the case', async () => {
  const { doc, server } = await begin()
  await page.getByRole('combobox', { name: 'Läkare' }).selectOptions('Sara Lindgren')
  expect(fieldIn(doc, anna, 'doctor').id).toBe('sara')
  await button('Besök: I dag 10:30').click()
  expect(fieldIn(doc, anna, 'visit').start).toBe(at('2026-03-10T10:30'))
  await button('24 h').click()
  expect(fieldIn(doc, anna, 'followUp').due).toBe(at('2026-03-11T09:45'))
  await button('Annan tid…').click()
  await page.getByLabelText('Klockan').fill('1415')
  await button('Besök då').click()
  expect(fieldIn(doc, anna, 'visit').start).toBe(at('2026-03-10T14:15'))
  await expect.poll(() => server.asked.at(-1)?.what).toBe(wordOn(anna))
  expect(server.asked.slice(1).every(({ body }) => JSON.stringify(body) === '{}')).toBe(true)
})

test('[M6] a note is saved when it is left by a key, each on its own case', async () => {
  const { server } = await begin()
  await note.fill('Ring sonen')
  await userEvent.keyboard('{PageDown}')
  await expect.element(note).toHaveValue('')
  await expect
    .poll(() => server.asked.at(-1))
    .toEqual({
      what: wordOn(anna),
      body: { note: 'Ring sonen' },
    })
  await userEvent.keyboard('{PageUp}')
  await expect.element(note).toHaveValue('Ring sonen')
  await expect.element(page.getByText('I protokollet')).toBeVisible()
})

test('[M10] without contact the board takes it, and what is for the minutes says that it waits', async () => {
  const { doc, server, notices } = await begin()
  server.isThere = false
  await note.fill('Ring sonen')
  await page.getByRole('combobox', { name: 'Läkare' }).selectOptions('Sara Lindgren')
  expect(fieldIn(doc, anna, 'doctor').id).toBe('sara')
  await expect.element(page.getByText(/^Väntar på kontakt/)).toBeVisible()
  await userEvent.keyboard('{Tab}{Escape}')
  expect(location.pathname).toBe('/meeting/kungsbacka')
  expect(notices.toast?.text).toMatch(/kommer inte med i protokollet/)

  server.isThere = true
  await page.getByRole('combobox', { name: 'PAS' }).selectOptions('Amina Hassan')
  await expect.element(page.getByText('I protokollet')).toBeVisible()
  expect(server.asked.at(-1)).toEqual({ what: wordOn(anna), body: { note: 'Ring sonen' } })
  await userEvent.keyboard('{Escape}')
  expect(location.pathname).toBe('/board/kungsbacka')
})

test('[M3] what is new says what, who and when, and others’ changes as they come', async () => {
  const { doc } = await begin()
  await expect.element(page.getByText(/^Skapade vårdbegäran/)).toBeVisible()
  elsewhere(doc, (copy) =>
    addComment(
      copy,
      { case: anna, comment: commentNumber(1), text: 'Dottern ringde' },
      asAmina(NOW),
    ),
  )
  const line = page.getByRole('listitem').filter({ hasText: 'Dottern' })
  await expect.element(line).toHaveTextContent('09:42 Skrev ”Dottern ringde” Amina Hassan')
})

test('[P4] of a protected identity others see code and times, not reason, words or year', async () => {
  const doc = threeWaiting()
  editField(doc, { case: anna, field: 'patient', value: { protected: true } }, asKarin(NOW))
  editField(doc, { case: anna, field: 'reason', value: { text: 'Hemlig orsak' } }, asKarin(NOW))
  editField(doc, { case: anna, field: 'nurse', value: { id: karin.id } }, asKarin(NOW))
  addComment(doc, { case: anna, comment: commentNumber(1), text: 'Hemligt ord' }, asKarin(NOW))
  await begin(undefined, doc, amina)
  await expect.element(page.getByRole('heading', { level: 2, name: 'H-07' })).toBeVisible()
  await expect.element(page.getByText(/^Skrev en kommentar/)).toBeVisible()
  await expect.element(page.getByText(/^Ändrade PAS till Karin Lindqvist/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/Anna\b|Hemlig|1935|Åsa/)
})

test('[M6] the summary tells what was agreed, and ends the meeting', async () => {
  const server = new StagedServer()
  server.minutes = [
    {
      case: anna,
      code: 'H-07',
      nurse: null,
      doctor: sara.id,
      visit: at('2026-03-10T10:30'),
      followUp: null,
      words: [
        { by: karin.id, at: NOW, note: 'Ring sonen' },
        { by: sara.id, at: NOW, note: null },
      ],
    },
  ]
  await begin(server)
  for (let i = 0; i < 3; i++) await userEvent.keyboard('{PageDown}')
  const row = page.getByRole('listitem').filter({ hasText: 'H-07 Anna' })
  await expect.element(row.getByText('Ring sonen')).toBeVisible()
  await expect.element(row.getByText('Ingen tid bestämd')).toBeVisible() // as the board has it
  await button('Avsluta mötet').click()
  await expect.element(page.getByRole('heading', { name: 'Protokoll' })).toBeVisible()
  await expect.element(row.getByText('Besök: tis 10 mars 10:30')).toBeVisible() // as it was kept
  await expect.element(row.getByText(/^Anteckningen visas bara/)).toBeVisible()
  expect(server.asked.at(-1)?.what).toBe(`POST /${running.id}/end`)
})

test('[M5] minutes of an earlier meeting are read when somebody asks for them', async () => {
  const { server } = showMeeting()
  await page.getByRole('button', { name: /mån 9 mars/ }).click()
  await expect.element(page.getByText('Inget är noterat.')).toBeVisible()
  expect(page.getByRole('button', { name: 'Avsluta mötet' }).query()).toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.element(button('Starta mötet')).toBeVisible()
  expect(server.asked).toEqual([])
  expect(earlier.endedAt).not.toBeNull()
})
